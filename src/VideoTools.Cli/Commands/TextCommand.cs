namespace VideoTools.Cli.Commands;

/// <summary>videotools text: the lines of on-screen text of video files.</summary>
internal sealed class TextCommand : VideoCommand
{
    private static readonly TextOptions Defaults = new();

    private readonly RangeOptionSet _range = new();
    private readonly TextOptionSet _text = new();
    private readonly Option<TextSampling?> _sampling = OptionFactory.Choice<TextSampling>("--sampling", "Which frames are read.");

    private readonly Option<double?> _interval = OptionFactory.Number(
        "--interval", "Seconds between two frames that are read with --sampling interval; 1 by default.");

    private readonly Option<double?> _confidence = OptionFactory.Number(
        "--minimum-confidence", "Readings below this confidence (0 to 1) are left out; 0.5 by default.");

    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the models run on.");

    public TextCommand(CliHost host)
        : base(host, "text", "Read the on-screen text of video files, a record a line with the time it stays.")
    {
        AddOptions([_sampling, _interval, _confidence, .. _text.All, .. _range.All, _device]);
        AddSharedOptions();
    }

    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var request = new AnalysisRequest(_text.Read(parsed, new TextOptions
        {
            Sampling = parsed.GetValue(_sampling) ?? default,
            Interval = parsed.GetValue(_interval) ?? Defaults.Interval,
            MinimumConfidence = parsed.GetValue(_confidence) ?? Defaults.MinimumConfidence,
            Device = parsed.GetValue(_device),
        }, FullPath)) { Engine = options };
        run.Run(request, files.Select(file => _range.Read(parsed, file)));
    }
}
