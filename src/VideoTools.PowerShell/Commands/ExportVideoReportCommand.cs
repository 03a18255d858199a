using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Export-VideoReport: one HTML file that shows how videos are made, niche beside niche, or one video in detail.</summary>
[Cmdlet(VerbsData.Export, "VideoReport", DefaultParameterSetName = InputObjectSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportVideoReportCommand : EngineCmdlet, IEventTarget, IDisposable
{
    private const string InputObjectSet = "InputObject";
    private const string InputPathSet = "InputPath";
    private const int ProgressId = 0x5657;

    private readonly ProgressGate _gate = new(TimeProvider.System);
    private readonly ReportCollector _collector = new();
    private ReportIntake? _intake;
    private EventPump? _pump;
    private string _path = "";
    private bool _isWanted;
    private bool _readsStills;

    /// <summary>The HTML file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Records of Get-VideoNiche, Get-VideoTemplate and other cmdlets, *_template.json files, or video files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Video files to analyse, or *_template.json files; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputPathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] InputPath { get; set; } = [];

    /// <summary>Clusters of the videos, from Measure-VideoNiche -Cluster.</summary>
    [Parameter]
    [ValidateNotNull]
    public NicheCluster[] Cluster { get; set; } = [];

    /// <summary>Heading of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Leaves out the pictures of videos.</summary>
    [Parameter]
    public SwitchParameter NoThumbnail { get; set; }

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    /// <summary>Directory that holds ffmpeg and ffprobe; without it they are looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FfmpegDirectory { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private EngineOptions Options => new()
    {
        ThrottleLimit = ThrottleLimit,
        Cache = CacheMode.Use,
        FfmpegDirectory = FfmpegDirectory is null ? null : ResolveDirectory(FfmpegDirectory),
    };

    /// <inheritdoc/>
    void IEventTarget.OnRecord(RecordEvent record) => _collector.Add(record.Record);

    /// <inheritdoc/>
    void IEventTarget.OnFailure(FailureEvent failure)
    {
        if (_readsStills)
        {
            // A video that is gone has no picture; its measures are in the report all the same.
            WriteVerbose($"No picture of '{failure.FullName}': {failure.Error.Message}");
        }
        else
        {
            WriteVideoError(failure.Error with { FullName = failure.FullName });
        }
    }

    /// <inheritdoc/>
    void IEventTarget.OnWarning(WarningEvent warning) => WriteWarning(warning.Message);

    /// <inheritdoc/>
    void IEventTarget.OnProgress(VideoProgress progress)
    {
        if (_gate.TryPass())
        {
            var activity = MyInvocation.MyCommand.Name + (_readsStills ? ": pictures" : ": analysis");
            WriteProgress(new ProgressRecord(ProgressId, activity, ProgressGate.Describe(progress))
            {
                PercentComplete = progress.TotalPercent,
                SecondsRemaining = ProgressGate.SecondsRemaining(progress),
            });
        }
    }

    /// <summary>Ends the session and its children; PowerShell calls this however the pipeline ended.</summary>
    public void Dispose() => _pump?.Dispose();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _path = ResolveDirectory(Path);
        _intake = new ReportIntake(Engine, new PathResolver(this, WriteVideoError), _collector)
        {
            Report = WriteVideoError,
            Refuse = (item, problem) =>
                WriteError(new ErrorRecord(new ArgumentException(problem), InvalidOptionId, ErrorCategory.InvalidArgument, item)),
        };

        // Said before the work, not after it.
        if (File.Exists(_path) && !Force)
        {
            WriteVideoError(new VideoError(
                VideoErrorId.OutputExists, _path, $"The report is not written: '{_path}' exists.", "Overwrite it with -Force, or choose another name."));
        }
        else
        {
            _isWanted = ShouldProcess(_path, "Write report");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!_isWanted)
        {
            return;
        }

        if (ParameterSetName == InputPathSet)
        {
            foreach (var path in InputPath)
            {
                _intake!.Take(path);
            }

            return;
        }

        foreach (var item in InputObject)
        {
            _intake!.Take(item);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_isWanted)
        {
            return;
        }

        if (_intake!.Videos is { Count: > 0 } videos)
        {
            var isOnly = videos.Count == 1 && !_collector.HasVideo;
            Run(Engine.Reports.CreateRequest(isOnly ? 1 : Math.Max(2, videos.Count), Options), videos.Select(file => new VideoInput(file)));
        }

        foreach (var cluster in Cluster.Length > 0 ? Cluster : Engine.Niches.ClusterForReport(_collector.ToData(null)))
        {
            _collector.Add(cluster);
        }

        if (_collector.HasVideo && !Stopping)
        {
            ReadStills();
            Save();
        }
        else if (!Stopping)
        {
            WriteError(new ErrorRecord(
                new ArgumentException($"'{_path}' is not written: there is not one video to report on."), "NothingToReport", ErrorCategory.InvalidData, _path)
            {
                ErrorDetails = new ErrorDetails($"'{_path}' is not written: there is not one video to report on.")
                {
                    RecommendedAction = "Pipe the output of Get-VideoNiche or Get-VideoTemplate, or video files.",
                },
            });
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Session.Cancel();

    private void ReadStills()
    {
        if (NoThumbnail)
        {
            return;
        }

        _readsStills = true;
        var data = _collector.ToData(null);
        Run(Engine.Reports.CreateStillRequest(data, Options), Engine.Reports.ChooseStills(data));
    }

    private void Run(VideoRequest request, IEnumerable<VideoInput> inputs)
    {
        _pump = new EventPump(Checked(() => Engine.Open(request)), this);
        foreach (var input in inputs)
        {
            _pump.Session.Add(input);
        }

        _pump.DrainToEnd(() => Stopping, () => false);
        if (_gate.HasReported)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Save()
    {
        try
        {
            Engine.Reports.Save(_collector.ToData(Title), _path, Force);
            WriteFile(_path);
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
        }
    }
}
