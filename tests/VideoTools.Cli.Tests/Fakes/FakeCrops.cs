using VideoTools.Engine.Exporting;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Chooses by motion alone; checks the options as the engine does.</summary>
internal sealed class FakeCrops : ICrops
{
    private readonly Crops _real = new();

    public List<CandidateOptions> Options { get; } = [];

    public IReadOnlyList<CropStrategyInfo> Strategies => _real.Strategies;

    public IReadOnlyList<string> GetEncoders(string? ffmpegDirectory) => _real.GetEncoders(ffmpegDirectory);

    public VideoInput WithDestination(VideoInput input, CropExportOptions options, ISet<string> taken) =>
        _real.WithDestination(input, options, taken);

    public IReadOnlyList<CropCandidate> Select(IReadOnlyList<CropPosition> positions, CandidateOptions options)
    {
        _real.Select([], options);
        Options.Add(options);
        return
        [
            .. positions.OrderByDescending(p => p.Motion).Take(options.MaximumCount).Select((p, i) => new CropCandidate
            {
                FullName = p.FullName, Number = i + 1, X = p.X, Y = p.Y, Width = p.Width, Height = p.Height, Strategy = "Balanced",
            }),
        ];
    }
}
