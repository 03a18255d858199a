namespace VideoTools.Cli.Commands;

/// <summary>videotools scene: the scenes of video files, each as soon as its end is known.</summary>
internal sealed class SceneCommand : VideoCommand
{
    private readonly SceneOptionSet _scenes = new();
    private readonly RangeOptionSet _range = new();
    private readonly Option<TimeSpan?> _at = OptionFactory.Time("--at", "Give only the scene that is shown at this time.");

    public SceneCommand(CliHost host)
        : base(host, "scene", "Find the scenes (shots) of video files.")
    {
        AddOptions([.. _scenes.All, .. _range.All, _at]);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var request = new AnalysisRequest(_scenes.Read(parsed)) { Engine = options };
        run.Run(request, files.Select(file => _range.Read(parsed, file) with { At = parsed.GetValue(_at) }));
    }
}
