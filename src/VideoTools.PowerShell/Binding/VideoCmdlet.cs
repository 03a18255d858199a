using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that work on video files: binds paths, opens one session of the engine, and lets its events flow to the
/// pipeline while more paths come in. Derived cmdlets say what to do (<see cref="CreateRequest"/>) and no more.
/// </summary>
public abstract class VideoCmdlet : EngineCmdlet, IEventTarget, IDisposable
{
    /// <summary>Name of the parameter set with wildcards.</summary>
    internal const string PathSet = "Path";

    /// <summary>Name of the parameter set without wildcards.</summary>
    internal const string LiteralPathSet = "LiteralPath";

    private const int ProgressId = 0x5654;

    private readonly ProgressGate _gate = new(TimeProvider.System);
    private EventPump? _pump;
    private PathResolver? _paths;

    /// <summary>Files to work on; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files to work on, each name taken as it is written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    /// <summary>Gives records as files finish, not in input order.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Which decoding work may be skipped.</summary>
    [Parameter]
    public SpeedMode Speed { get; set; }

    /// <summary>Which hardware decodes.</summary>
    [Parameter]
    public HardwareAcceleration HardwareAcceleration { get; set; }

    /// <summary>A decoder that delivers nothing for so long is ended and reported.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Directory that holds ffmpeg and ffprobe; without it they are looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FfmpegDirectory { get; set; }

    /// <summary>Number of inputs given to the session so far; also the index of the next one.</summary>
    private protected int InputCount { get; private set; }

    /// <summary>Whether results of earlier runs are used.</summary>
    private protected virtual CacheMode Cache => CacheMode.Off;

    /// <summary>True when no record that is still to come can be wanted; only asked after the last input.</summary>
    private protected virtual bool HasEnough => false;

    /// <inheritdoc/>
    void IEventTarget.OnRecord(RecordEvent record) => OnRecord(record);

    /// <inheritdoc/>
    void IEventTarget.OnFailure(FailureEvent failure) => OnFailure(failure);

    /// <inheritdoc/>
    void IEventTarget.OnWarning(WarningEvent warning) => WriteWarning(
        warning.Message.Contains(warning.FullName, StringComparison.Ordinal) ? warning.Message : $"{warning.FullName}: {warning.Message}");

    /// <inheritdoc/>
    void IEventTarget.OnProgress(VideoProgress progress)
    {
        if (_gate.TryPass())
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, ProgressGate.Describe(progress))
            {
                PercentComplete = progress.TotalPercent,
                SecondsRemaining = ProgressGate.SecondsRemaining(progress),
            });
        }
    }

    /// <summary>Ends the session and its children; PowerShell calls this however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the session and its children.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pump?.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var options = new EngineOptions
        {
            ThrottleLimit = ThrottleLimit,
            Unordered = Unordered,
            Speed = Speed,
            Cache = Cache,
            HardwareAcceleration = HardwareAcceleration,
            StallTimeout = StallTimeout,
            FfmpegDirectory = FfmpegDirectory is null ? null : ResolveDirectory(FfmpegDirectory),
        };
        _paths = new PathResolver(this, WriteVideoError);
        _pump = new EventPump(Checked(() => Engine.Open(CreateRequest(options))), this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == PathSet ? Path.SelectMany(_paths!.Expand) : LiteralPath.Select(_paths!.Literal);
        foreach (var file in files)
        {
            if (file is null)
            {
                continue;
            }

            foreach (var input in CreateInputs(file))
            {
                _pump!.Session.Add(input);
                InputCount++;
            }

            _pump!.DrainReady();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _pump!.DrainToEnd(() => Stopping, () => HasEnough);
        if (_gate.HasReported)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "done")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Session.Cancel();

    /// <summary>What the session is to do with every file.</summary>
    private protected abstract VideoRequest CreateRequest(EngineOptions options);

    /// <summary>The work on one file: usually all of it.</summary>
    private protected virtual IEnumerable<VideoInput> CreateInputs(string fullName) => [new VideoInput(fullName)];

    /// <summary>Writes a record to the pipeline.</summary>
    private protected virtual void OnRecord(RecordEvent record) => WriteObject(record.Record);

    /// <summary>Writes the error of a file. The file is the target, also where the cause lies elsewhere (no ffmpeg).</summary>
    private protected virtual void OnFailure(FailureEvent failure) => WriteVideoError(failure.Error with { FullName = failure.FullName });
}
