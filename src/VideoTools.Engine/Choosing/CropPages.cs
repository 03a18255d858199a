using VideoTools.Engine.Exporting;
using VideoTools.Engine.Features;
using VideoTools.Engine.Files;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Choosing;

/// <summary>Opens pages to choose on.</summary>
/// <param name="registry">The features.</param>
/// <param name="crops">Chooses among positions.</param>
/// <param name="open">Opens a session of the engine.</param>
internal sealed class CropPages(FeatureRegistry registry, ICrops crops, Func<VideoRequest, IVideoSession> open) : ICropPages
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ICropPage Open(VideoInput input, CropPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Timeout < TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            throw new ArgumentException("Timeout must be 0 seconds to a day.");
        }

        RequestValidator.Validate(options.Crop, registry);
        RequestValidator.Validate(options.Activity, registry);
        crops.Select([], options.Candidates);
        if (options.Export is { } export)
        {
            ExportValidator.Validate(export, registry);

            // Said before somebody takes the trouble to choose.
            input = crops.WithDestination(input, export, new HashSet<string>(StringComparer.Ordinal));
            WholeFiles.Check(input.Destination!, export.Force, new OutputSubject(
                $"The crop of '{Path.GetFileName(input.FullName)}'", input.FullName, "choose another -Destination (--export)"));
        }

        return new CropPage(new ChoiceWork(input, options, crops, open));
    }
}
