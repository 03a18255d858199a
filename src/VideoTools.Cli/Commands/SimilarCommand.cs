namespace VideoTools.Cli.Commands;

/// <summary>videotools similar: groups of video files that show the same.</summary>
internal sealed class SimilarCommand : VideoCommand
{
    private static readonly SimilarOptions Defaults = new();

    private readonly Option<double?> _threshold = OptionFactory.Number(
        "--threshold", "Least share of the shorter video, 0.05 to 1, that the longer one shows as well; 0.6 by default.");

    private readonly Option<TimeSpan?> _overlap = OptionFactory.Time(
        "--minimum-overlap", "Least time that both run side by side; 3 seconds by default.");

    private readonly Option<bool> _mirrored = OptionFactory.Flag("--mirrored", "Find mirrored copies, too.");

    public SimilarCommand(CliHost host)
        : base(host, "similar", "Group video files that show the same, whatever their size, quality, frame rate or bars.")
    {
        AddOptions(_threshold, _overlap, _mirrored);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var similar = new SimilarOptions
        {
            Threshold = parsed.GetValue(_threshold) ?? Defaults.Threshold,
            MinimumOverlapSeconds = parsed.GetValue(_overlap)?.TotalSeconds ?? Defaults.MinimumOverlapSeconds,
            Mirrored = parsed.GetValue(_mirrored),
        };
        run.Engine.Similar.Validate(similar);
        List<VideoSignature> signatures = [];
        run.Run(
            new AnalysisRequest(new SignatureOptions()) { Engine = options },
            files.Select(file => new VideoInput(file)),
            record => signatures.Add((VideoSignature)record.Record));
        foreach (var video in run.Engine.Similar.Group(signatures, similar, run.Stop))
        {
            run.Write(video);
        }
    }
}
