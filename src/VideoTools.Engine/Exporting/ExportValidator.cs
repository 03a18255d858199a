using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Exporting;

/// <summary>Refuses impossible exports before any file is touched.</summary>
internal static class ExportValidator
{
    private const int MostPixels = 16384;

    // A shape that is rounded to even numbers is not exact.
    private const double ShapeTolerance = 0.02;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    public static void Validate(CropExportOptions options, FeatureRegistry registry)
    {
        ExportNames.Validate(options.Destination);
        ValidateEncoder(options.Encoder, options.Crf, options.Preset);
        Side(options.OutputWidth);
        Side(options.OutputHeight);
        if (options is { OutputWidth: > 0, OutputHeight: > 0 })
        {
            var aspect = options.Path.Aspect;
            Require(
                aspect is { Width: > 0, Height: > 0 } && HasShape(options.OutputWidth, options.OutputHeight, aspect.Width, aspect.Height),
                string.Create(CultureInfo.InvariantCulture,
                    $"Size {options.OutputWidth}x{options.OutputHeight} has another shape than Aspect {aspect}."));
        }

        foreach (var feature in CropSources.Features(options))
        {
            RequestValidator.Validate(feature, registry);
        }
    }

    /// <summary>Checks what an encoder is told.</summary>
    /// <exception cref="ArgumentException">It is out of range; the message names it and its range.</exception>
    public static void ValidateEncoder(string encoder, int crf, string preset)
    {
        Require(crf is >= 0 and <= 63, "Crf must be 0 to 63.");
        Require(EncoderFamily.CodecOf(encoder) is not null,
            $"Encoder '{encoder}' is none that videos are written with. Known are: {string.Join(", ", EncoderFamily.Names)}.");
        Require(!string.IsNullOrWhiteSpace(preset), "Preset must be a name such as medium.");
    }

    /// <summary>True when a size has a shape, but for the rounding to even numbers.</summary>
    public static bool HasShape(int width, int height, double shapeWidth, double shapeHeight) =>
        Math.Abs((width * shapeHeight / (height * shapeWidth)) - 1) <= ShapeTolerance + (2.0 / Math.Min(width, height));

    private static void Side(int length) => Require(
        length == 0 || (length is >= 16 and <= MostPixels && length % 2 == 0),
        FormattableString.Invariant($"Size must have even sides of 16 to {MostPixels} pixels, for example 1080x1920."));

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
