namespace VideoTools.PowerShell;

/// <summary>Export-VideoReport: one HTML file that shows how videos are made, niche beside niche, or one video in detail.</summary>
[Cmdlet(VerbsData.Export, "VideoReport", DefaultParameterSetName = InputObjectSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoReport.md")]
[OutputType(typeof(FileInfo), typeof(SavedFile))]
public sealed class ExportVideoReportCommand : SessionCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string InputPathSet = "InputPath";

    private readonly ReportCollector _collector = new();
    private ReportIntake? _intake;
    private string _path = "";
    private bool _isWanted;
    private bool _readsStills;

    /// <summary>The HTML file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The HTML file to write.")]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>
    /// Records of Get-VideoNiche, Get-VideoTemplate, Get-CropPath, Get-VideoFrame and others, *_template.json files, or video files.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Niches, templates or metadata.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Video files to analyse, or *_template.json files; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputPathSet,
        HelpMessage = "Video files to analyse, or *_template.json files; wildcards are expanded.")]
    [Alias("VideoPath")]
    [SupportsWildcards]
    [FileArgument]
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

    /// <summary>Shows good and different frames of a single video that is analysed.</summary>
    [Parameter]
    public SwitchParameter IncludeFrame { get; set; }

    /// <summary>Looks for faces in the videos to analyse, and shows the people of a single one.</summary>
    [Parameter]
    public SwitchParameter IncludeFace { get; set; }

    /// <summary>Overwrites a file that exists and holds something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record that says whether the file was written or is unchanged, in place of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    private protected override CacheMode Cache => CacheMode.Use;

    private EngineOptions Options =>
        new() { ThrottleLimit = ThrottleLimit, Cache = Cache, FfmpegDirectory = ResolvePath(FfmpegDirectory) };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _path = ResolvePath(Path);
        _intake = new ReportIntake(Engine.Templates, new PathResolver(this, WriteVideoError), _collector)
        {
            Report = WriteVideoError,
            Refuse = Refuse,
        };

        // Said before the work, not after it.
        _isWanted = Try(() => Engine.Reports.Check(_path, Force)) && ShouldProcess(_path, "Write report");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in _isWanted ? (ParameterSetName == InputPathSet ? InputPath : InputObject) : [])
        {
            _intake!.Take(item);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_isWanted)
        {
            Analyse([.. _intake!.Videos, .. _collector.DetailsOnly.Except(_intake.Videos)]);
            Array.ForEach(Cluster, cluster => _collector.Add(cluster));
            Write();
        }

        base.EndProcessing();
    }

    private protected override void OnRecord(object record) => _collector.Add(record);

    private protected override void OnFailure(FailureEvent failure)
    {
        if (_readsStills)
        {
            // A video that is gone has no picture; its measures are in the report all the same.
            WriteVerbose($"No picture of '{failure.FullName}': {failure.Error.Message}");
        }
        else
        {
            base.OnFailure(failure);
        }
    }

    private void Analyse(IReadOnlyList<string> videos)
    {
        if (videos.Count > 0)
        {
            var count = videos.Count + (_collector.HasVideo ? 1 : 0);
            var request = Engine.Reports.CreateRequest(count, !NoThumbnail, IncludeFrame, IncludeFace, Options);
            Run(request, videos.Select(file => new VideoInput(file)));
        }
    }

    private void Write()
    {
        if (Stopping)
        {
            return;
        }

        if (!_collector.HasVideo)
        {
            var problem = $"'{_path}' is not written: there is not one video to report on.";
            WriteError(new ErrorRecord(new ArgumentException(problem), "NothingToReport", ErrorCategory.InvalidData, _path)
            {
                ErrorDetails = new ErrorDetails(problem)
                {
                    RecommendedAction = "Pipe the output of Get-VideoNiche or Get-VideoTemplate, or video files.",
                },
            });
            return;
        }

        var data = Engine.Reports.Complete(
            _collector.ToData(Title),
            error => WriteWarning(ShellText.ForPowerShell($"{error.Message} {error.RecommendedAction}")),
            StopToken);
        if (!NoThumbnail)
        {
            _readsStills = true;
            Run(Engine.Reports.CreateStillRequest(data, Options), Engine.Reports.ChooseStills(data));
        }

        FileOutcome? outcome = null;
        Try(() => outcome = Engine.Reports.Save(data with { Stills = _collector.ToData(null).Stills }, _path, Force));
        WriteResult(_path, null, outcome, PassThru);
    }

    private void Run(VideoRequest request, IEnumerable<VideoInput> inputs)
    {
        Open(request);
        Add(inputs);
        Finish();
    }
}
