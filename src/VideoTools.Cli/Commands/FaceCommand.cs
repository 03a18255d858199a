namespace VideoTools.Cli.Commands;

/// <summary>videotools face: the faces of video and picture files.</summary>
internal sealed class FaceCommand : VideoCommand
{
    private static readonly FaceOptions Defaults = new();

    private readonly RangeOptionSet _range = new();

    private readonly Option<double?> _interval = OptionFactory.Number(
        "--interval", "Seconds between two frames that are looked at; 0.5 by default.");

    private readonly Option<double?> _score = OptionFactory.Number(
        "--minimum-score", "Detections below this score (0 to 1) are left out; 0.5 by default.");

    private readonly Option<double?> _size = OptionFactory.Number(
        "--minimum-size", "Faces lower than this share of the picture's height (0 to 1) are left out; 0.025 by default.");

    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the models run on.");

    private readonly PeopleOptionSet _people = new();

    public FaceCommand(CliHost host)
        : base(host, "face", "Find the faces of video and picture files, a record for each face of each frame that is looked at.")
    {
        AddOptions([_interval, _score, _size, .. _range.All, _device, .. _people.All]);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var request = new AnalysisRequest(new FaceOptions
        {
            Interval = parsed.GetValue(_interval) ?? Defaults.Interval,
            MinimumScore = parsed.GetValue(_score) ?? Defaults.MinimumScore,
            MinimumSize = parsed.GetValue(_size) ?? Defaults.MinimumSize,
            Device = parsed.GetValue(_device),
        }) { Engine = options };
        var inputs = files.Select(file => VideoFileNames.IsPicture(file) ? new VideoInput(file) : _range.Read(parsed, file));
        _people.Run(parsed, run, request, inputs, FullPath);
    }
}
