using VideoTools.Engine.Features.Crop;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Exporting;

/// <summary>What can be done with crops beside measuring them.</summary>
internal sealed class Crops : ICrops
{
    /// <inheritdoc/>
    public IReadOnlyList<CropStrategyInfo> Strategies => CropStrategies.All;

    /// <inheritdoc/>
    public IReadOnlyList<CropCandidate> Select(IReadOnlyList<CropPosition> positions, CandidateOptions options) =>
        CropCandidateSelector.Select(positions, options);

    /// <inheritdoc/>
    public IReadOnlyList<string> GetEncoders(string? ffmpegDirectory) => EncoderCatalogue.Of(FfmpegLocator.Locate(ffmpegDirectory)).Names;

    /// <inheritdoc/>
    public VideoInput WithDestination(VideoInput input, CropExportOptions options, ISet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(taken);
        return input with { Destination = ExportNames.Resolve(input, options, taken) };
    }
}
