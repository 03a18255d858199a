namespace VideoTools.Cli.Commands;

/// <summary>videotools driver: the states of a driver, found on this machine, or alerts made of them.</summary>
internal sealed class DriverCommand : VideoCommand
{
    private static readonly DriverOptions Defaults = new();

    private readonly Option<TimeSpan?> _interval = OptionFactory.Time("--interval", "Length of a record; 1 second by default.");

    private readonly Option<double?> _rate = OptionFactory.Number("--sample-rate", "Frames a second that are looked at; 10 by default.");

    private readonly Option<TimeSpan?> _calibration = OptionFactory.Time(
        "--calibration", "Time from which the person's own open eyes and straight look are learned; 10 seconds by default.");

    private readonly Option<TimeSpan?> _perclos = OptionFactory.Time(
        "--perclos-window", "Time over which closed eyes are added up and blinks are counted; 60 seconds by default.");

    private readonly Option<TimeSpan?> _closed = OptionFactory.Time(
        "--closed-limit", "Eyes that stay closed for so long are sleep; 1 second by default.");

    private readonly Option<TimeSpan?> _away = OptionFactory.Time(
        "--away-limit", "A look away that lasts so long is worrying; 2 seconds by default.");

    private readonly Option<double?> _angle = OptionFactory.Number(
        "--away-angle", "Turn to the side that is a look away, in degrees; 30 by default.");

    private readonly Option<bool> _skipHands = OptionFactory.Flag("--skip-hands", "Do not look for hands.");

    private readonly Option<DeviceOrder> _device = OptionFactory.Devices("What the models run on.");

    private readonly Option<bool> _alerts = OptionFactory.Flag("--alerts", "Give alerts (stretches that are worrying) instead of states.");

    private readonly RangeOptionSet _range = new();
    private readonly LiveOptionSet _live = new();

    public DriverCommand(CliHost host)
        : base(
            host, "driver", "Say what state the driver in video files or before a camera is in, second by second, on this machine.",
            takesSources: true)
    {
        AddOptions([
            _interval, _rate, _calibration, _perclos, _closed, _away, _angle, _skipHands, _alerts, .. _live.All, .. _range.All, _device,
        ]);
        AddSharedOptions();
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run, EngineOptions options, IReadOnlyList<string> files)
    {
        var isLive = _live.IsNamed(parsed);
        _live.Check(parsed, run, files);
        var request = new AnalysisRequest(new DriverOptions
        {
            IntervalSeconds = parsed.GetValue(_interval)?.TotalSeconds ?? Defaults.IntervalSeconds,
            SampleRate = parsed.GetValue(_rate) ?? Defaults.SampleRate,
            CalibrationSeconds = parsed.GetValue(_calibration)?.TotalSeconds ?? Defaults.CalibrationSeconds,
            PerclosSeconds = parsed.GetValue(_perclos)?.TotalSeconds ?? Defaults.PerclosSeconds,
            ClosedSeconds = parsed.GetValue(_closed)?.TotalSeconds ?? Defaults.ClosedSeconds,
            AwaySeconds = parsed.GetValue(_away)?.TotalSeconds ?? Defaults.AwaySeconds,
            AwayAngle = parsed.GetValue(_angle) ?? Defaults.AwayAngle,
            SkipHands = parsed.GetValue(_skipHands),
            Device = parsed.GetValue(_device),
        }) { Engine = isLive ? options with { Unordered = true } : options };
        var inputs = isLive ? _live.Read(parsed, run, path => FullPath(path)) : files.Select(file => _range.Read(parsed, file));
        if (!parsed.GetValue(_alerts))
        {
            run.Run(request, inputs);
            return;
        }

        var alerts = run.Engine.Observations.CreateAlerts(new AlertOptions());
        run.Run(request, inputs, record => Write(alerts.Add((VideoState)record.Record)));
        if (!run.IsReaderGone)
        {
            Write(alerts.Finish());
        }

        void Write(IReadOnlyList<VideoAlert> done)
        {
            foreach (var alert in done)
            {
                run.Write(alert);
            }
        }
    }
}
