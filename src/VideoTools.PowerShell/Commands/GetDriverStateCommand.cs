namespace VideoTools.PowerShell;

/// <summary>Get-DriverState: the states of a driver, found on this machine.</summary>
[Cmdlet(VerbsCommon.Get, "DriverState", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-DriverState.md")]
[OutputType(typeof(VideoState))]
public sealed class GetDriverStateCommand : LiveCmdlet
{
    private static readonly DriverOptions Defaults = new();

    /// <summary>Length of a record.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(Defaults.IntervalSeconds);

    /// <summary>Frames a second that are looked at.</summary>
    [Parameter]
    [FlexibleNumber]
    public double SampleRate { get; set; } = Defaults.SampleRate;

    /// <summary>Time from which the person's own eyes and straight look are learned.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan Calibration { get; set; } = TimeSpan.FromSeconds(Defaults.CalibrationSeconds);

    /// <summary>Time over which closed eyes are added up and blinks are counted.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan PerclosWindow { get; set; } = TimeSpan.FromSeconds(Defaults.PerclosSeconds);

    /// <summary>Eyes that stay closed for so long are sleep.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan ClosedLimit { get; set; } = TimeSpan.FromSeconds(Defaults.ClosedSeconds);

    /// <summary>A look away that lasts so long is worrying.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan AwayLimit { get; set; } = TimeSpan.FromSeconds(Defaults.AwaySeconds);

    /// <summary>Turn to the side that is a look away, in degrees.</summary>
    [Parameter]
    [FlexibleNumber]
    public double AwayAngle { get; set; } = Defaults.AwayAngle;

    /// <summary>Does not look for hands.</summary>
    [Parameter]
    public SwitchParameter SkipHand { get; set; }

    /// <summary>What the models run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new DriverOptions
    {
        IntervalSeconds = Interval.TotalSeconds,
        SampleRate = SampleRate,
        CalibrationSeconds = Calibration.TotalSeconds,
        PerclosSeconds = PerclosWindow.TotalSeconds,
        ClosedSeconds = ClosedLimit.TotalSeconds,
        AwaySeconds = AwayLimit.TotalSeconds,
        AwayAngle = AwayAngle,
        SkipHands = SkipHand,
        Device = new DeviceOrder(Device),
    }) { Engine = options };
}
