namespace VideoTools.PowerShell;

/// <summary>Export-VideoCapture: records a camera, an RTSP address or a named pipe, without encoding where that is possible.</summary>
[Cmdlet(VerbsData.Export, "VideoCapture", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Export-VideoCapture.md")]
[OutputType(typeof(FileInfo), typeof(CapturedVideo))]
public sealed class ExportVideoCaptureCommand : SessionCmdlet
{
    /// <summary>The camera of this machine, RTSP address or named pipe.</summary>
    [Parameter(Mandatory = true, Position = 0,
        HelpMessage = "The camera of this machine, RTSP address or named pipe.")]
    [ValidateNotNullOrEmpty]
    public string Source { get; set; } = "";

    /// <summary>The file to write; its extension says the container.</summary>
    [Parameter(Mandatory = true, Position = 1,
        HelpMessage = "The file to write; its extension says the container.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>How long to record; until Ctrl+C when not given.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? Duration { get; set; }

    /// <summary>Length of a piece; one file when not given.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? SegmentDuration { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives records in place of files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A source that gives nothing for so long is connected to anew.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan StallTimeout { get; set; } = new EngineOptions().StallTimeout;

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = ResolvePath(Path);
        LiveSource? source = null;
        if (!Try(() => source = LiveSource.Parse(Source, pipe => ResolvePath(pipe))))
        {
            return;
        }

        var input = Checked(() => VideoInput.OfLive(source!, Duration));
        Open(new CaptureRequest(new CaptureOptions
        {
            Destination = path,
            SegmentSeconds = SegmentDuration?.TotalSeconds,
            Force = Force,
        }) { Engine = new EngineOptions { StallTimeout = StallTimeout, FfmpegDirectory = ResolvePath(FfmpegDirectory) } });
        if (ShouldProcess(path, $"Record '{input.FullName}'"))
        {
            Add([input]);
        }

        Finish();
        base.EndProcessing();
    }

    private protected override void OnRecord(object record)
    {
        if (!PassThru && record is CapturedVideo captured)
        {
            WriteFile(captured.FullName);
            return;
        }

        base.OnRecord(record);
    }
}
