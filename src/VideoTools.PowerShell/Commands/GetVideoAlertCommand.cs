namespace VideoTools.PowerShell;

/// <summary>Get-VideoAlert: the stretches of videos that are worrying.</summary>
[Cmdlet(VerbsCommon.Get, "VideoAlert", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Get-VideoAlert.md")]
[OutputType(typeof(VideoAlert))]
public sealed class GetVideoAlertCommand : EngineCmdlet
{
    private static readonly AlertOptions Defaults = new();

    private IAlertMaker? _alerts;
    private string? _directory;

    /// <summary>States from ConvertTo-VideoState, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "States from ConvertTo-VideoState, or rows of a CSV file with the same columns.")]
    [RecordTransform<VideoState>("a state", "ConvertTo-VideoState")]
    public VideoState[] InputObject { get; set; } = [];

    /// <summary>Lowest level that is worrying.</summary>
    [Parameter]
    public AlertLevel MinimumLevel { get; set; } = Defaults.MinimumLevel;

    /// <summary>Longest unknown stretch inside of one alert.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan MaximumGap { get; set; } = TimeSpan.FromSeconds(Defaults.MaximumGapSeconds);

    /// <summary>Also gives stretches of which nothing is known.</summary>
    [Parameter]
    public SwitchParameter IncludeUnknown { get; set; }

    /// <summary>Directory for pictures of the frames that show each alert.</summary>
    [Parameter]
    [Alias("OutputDirectory")]
    [ValidateNotNullOrEmpty]
    public string? EvidencePath { get; set; }

    /// <summary>Directory that holds ffmpeg and ffprobe; without it they are looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FfmpegDirectory { get; set; }

    /// <summary>Overwrites pictures that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _directory = ResolvePath(EvidencePath);
        _alerts = Checked(() => Engine.Observations.CreateAlerts(new AlertOptions
        {
            MinimumLevel = MinimumLevel,
            MaximumGapSeconds = MaximumGap.TotalSeconds,
            IncludeUnknown = IncludeUnknown,
        }));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var state in InputObject)
        {
            try
            {
                Give(_alerts!.Add(state));
            }
            catch (ArgumentException exception)
            {
                Refuse(state, exception.Message);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Give(_alerts!.Finish());
        base.EndProcessing();
    }

    private void Give(IReadOnlyList<VideoAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            var shown = alert;
            if (_directory is not null && alert.FrameTimes.Count > 0
                && ShouldProcess(_directory, $"Write pictures of alert {alert.Index} of '{alert.FullName}'"))
            {
                // An alert without pictures is an alert all the same.
                Try(() => shown = Engine.Observations.SaveEvidence(
                    alert, _directory, Force, new EngineOptions { FfmpegDirectory = ResolvePath(FfmpegDirectory) }, StopToken));
            }

            WriteObject(shown);
        }
    }
}
