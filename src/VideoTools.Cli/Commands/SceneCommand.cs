namespace VideoTools.Cli.Commands;

/// <summary>videotools scene: the scenes of video files, each as soon as its end is known; or files of them.</summary>
internal sealed class SceneCommand : VideoCommand
{
    private readonly SceneOptionSet _scenes = new();
    private readonly RangeOptionSet _range = new();
    private readonly Option<TimeSpan?> _at = OptionFactory.Time("--at", "Give only the scene that is shown at this time.");
    private readonly SceneExportOptionSet _export = new();

    public SceneCommand(CliHost host)
        : base(host, "scene", "Find the scenes (shots) of video files, and write them as cut lists, pages or pieces.")
    {
        AddOptions([.. _scenes.All, .. _range.All, _at, .. _export.All]);
        AddSharedOptions(isForced: true);
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var scenes = _scenes.Read(parsed);
        if (_export.Read(parsed, scenes, path => FullPath(path), IsForced(parsed)) is { } export)
        {
            Write(run, new SceneExportRequest(export) { Engine = options }, files.Select(file => _range.Read(parsed, file)));
            return;
        }

        var request = new AnalysisRequest(scenes) { Engine = options };
        run.Run(request, files.Select(file => _range.Read(parsed, file) with { At = parsed.GetValue(_at) }));
    }

    private static void Write(CommandRun run, SceneExportRequest request, IEnumerable<VideoInput> inputs)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        run.Run(request, inputs.Where(input => run.Try(() => run.Engine.Scenes.Claim(input.FullName, request.Options, taken))));
    }
}
