using VideoTools.Engine.Features;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Previews;

/// <summary>Refuses impossible pictures before any file is touched.</summary>
internal static class PreviewValidator
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public static void Validate(CropPreviewOptions options, FeatureRegistry registry, ICrops crops)
    {
        Require(options.Kinds.Count > 0 && options.Kinds.All(Enum.IsDefined), "Kinds must name Sheet, Single or HeatMap.");
        Require(options.Destination is null || (options.Kinds.Count == 1 && options.Kinds[0] != CropPreviewKind.Single),
            "Destination takes one sheet or one heat map; single pictures and several kinds need a directory.");
        Require(options.Destination is null || options.OutputDirectory is null, "Destination and OutputDirectory exclude each other.");
        Require(options.Destination is null || Path.GetExtension(options.Destination).Equals(".png", StringComparison.OrdinalIgnoreCase),
            $"Destination '{options.Destination}' must end with .png.");
        RequestValidator.Validate(options.Crop, registry);
        crops.Select([], options.Candidates);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
