namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that work on files or on what is live: a camera, an RTSP address, a named pipe. Nothing of a live source is kept,
/// and records of several come as they are made.
/// </summary>
public abstract class LiveCmdlet : RangedCmdlet
{
    /// <summary>Name of the parameter set of live sources.</summary>
    internal const string SourceSet = "Source";

    /// <summary>Cameras of this machine, RTSP addresses or named pipes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SourceSet,
        HelpMessage = "Cameras of this machine, RTSP addresses or named pipes.")]
    [ValidateNotNullOrEmpty]
    public string[] Source { get; set; } = [];

    /// <summary>How long a source is looked at; without an end when not given.</summary>
    [Parameter(ParameterSetName = SourceSet)]
    [FlexibleTime]
    public TimeSpan? Duration { get; set; }

    /// <summary>True when sources are named in place of files.</summary>
    private protected bool IsLive => ParameterSetName == SourceSet;

    private protected override CacheMode Cache => IsLive ? CacheMode.Off : base.Cache;

    private protected override bool IsUnordered => IsLive || base.IsUnordered;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsLive)
        {
            base.ProcessRecord();
            return;
        }

        List<LiveSource> sources = [];
        foreach (var text in Source)
        {
            Try(() => sources.Add(LiveSource.Parse(text, path => ResolvePath(path))));
        }

        Add([.. sources.Select(source => Checked(() => VideoInput.OfLive(source, Duration)))]);
    }
}
