using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Get-VideoNiche: what videos are about, as a path of a taxonomy with a confidence.</summary>
[Cmdlet(VerbsCommon.Get, "VideoNiche", DefaultParameterSetName = InputObjectSet, SupportsShouldProcess = true)]
[OutputType(typeof(VideoNiche))]
public sealed class GetVideoNicheCommand : EngineCmdlet, IDisposable
{
    private const string InputObjectSet = "InputObject";
    private const string TextSet = "Text";
    private const int ProgressId = 0x564E;

    private readonly CancellationTokenSource _stop = new();
    private readonly ProgressGate _gate = new(TimeProvider.System);
    private readonly List<VideoNiche> _niches = [];
    private string? _directory;
    private int _count;
    private PathResolver? _paths;
    private INicheClassifier? _classifier;
    private NicheEvidenceReader? _reader;
    private NicheBatch? _batch;

    /// <summary>Templates (records or *_template.json files), metadata (records or rows of CSV files), video files, or objects with title, text, hashtags.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    [SupportsWildcards]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Plain texts; each gets a record.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TextSet)]
    [AllowEmptyString]
    public string[] Text { get; set; } = [];

    /// <summary>CSV files, JSON files or directories of them that say more about the videos.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? MetadataPath { get; set; }

    /// <summary>Column or key of the metadata that names the video.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [ValidateNotNullOrEmpty]
    public string? JoinColumn { get; set; }

    /// <summary>A taxonomy file instead of the module's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TaxonomyPath { get; set; }

    /// <summary>How a text is scored.</summary>
    [Parameter]
    public NicheScorer Scorer { get; set; }

    /// <summary>Below this confidence the answer is "unknown"; the taxonomy's own threshold when not given.</summary>
    [Parameter]
    [FlexibleNumber]
    [ValidateRange(0.0, 1.0)]
    public double? MinimumConfidence { get; set; }

    /// <summary>How many next best paths are listed.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int AlternativeCount { get; set; } = new NicheOptions().AlternativeCount;

    /// <summary>What the embedding model runs on.</summary>
    [Parameter]
    public InferenceDevice Device { get; set; }

    /// <summary>Directory for video_classifications.csv; without it nothing is written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Frees the classifier; PowerShell calls this however the pipeline ended.</summary>
    public void Dispose()
    {
        _classifier?.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _directory = OutputDirectory is null ? null : ResolveDirectory(OutputDirectory);
        _paths = new PathResolver(this, error => WriteVideoError(error.Id == VideoErrorId.FileNotFound
            ? error with { RecommendedAction = error.RecommendedAction + " Plain text goes to -Text." }
            : error));
        _classifier = Required(() => Checked(() => Engine.OpenNicheClassifier(new NicheOptions
        {
            Scorer = Scorer,
            TaxonomyPath = TaxonomyPath is null ? null : TaxonomyReference.Resolve(TaxonomyPath, ResolveDirectory),
            MinimumConfidence = MinimumConfidence,
            AlternativeCount = AlternativeCount,
            Device = Device,
        })));
        var index = MetadataPath is null ? null : OpenMetadata(MetadataPath);
        _reader = new NicheEvidenceReader(
            path => index?.Find(path), row => Engine.ReadMetadataRow(row, "pipeline", WriteVideoError), ReadTemplate, WriteVideoError);
        _batch = new NicheBatch(
            batch => Required(() => _classifier.Classify(batch, _stop.Token)), TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var text in Text)
        {
            Add(new NicheEvidence { Text = text });
        }

        foreach (var item in InputObject)
        {
            foreach (var evidence in Read(item))
            {
                Add(evidence);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Emit(() => _batch!.Flush());
        if (_gate.HasReported)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "done") { RecordType = ProgressRecordType.Completed });
        }

        if (_directory is not null && _niches.Count > 0 && !Stopping)
        {
            Save(_directory);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private bool ReadTemplate(string path, out VideoTemplate? template)
    {
        var isOne = Engine.Niches.IsTemplateFile(path);
        template = isOne ? Engine.Niches.ReadTemplate(path, WriteVideoError) : null;
        return isOne;
    }

    private IMetadataIndex OpenMetadata(string[] paths)
    {
        var resolver = new PathResolver(this, WriteVideoError) { TakesDirectories = true };
        return Engine.OpenMetadata(
            new MetadataOptions { Paths = [.. paths.SelectMany(resolver.Expand)], JoinColumn = JoinColumn }, WriteVideoError);
    }

    private IEnumerable<NicheEvidence> Read(PSObject? item)
    {
        switch (item?.BaseObject)
        {
            case null:
                return [];
            case string pattern:
                return _paths!.Expand(pattern).Select(_reader!.FromPath).OfType<NicheEvidence>();
            case FileSystemInfo file:
                return _paths!.Literal(file.FullName) is { } path && _reader!.FromPath(path) is { } evidence ? [evidence] : [];
            case VideoTemplate template:
                return [_reader!.FromTemplate(template)];
            case VideoMetadata metadata:
                return [NicheEvidenceReader.FromMetadata(metadata)];
            default:
                return _reader!.FromRow(PlainValue.Getter(item), () => PlainValue.Row(item)) is { } row ? [row] : [];
        }
    }

    private void Add(NicheEvidence evidence) => Emit(() => _batch!.Add(evidence));

    private void Emit(Func<IReadOnlyList<VideoNiche>> next)
    {
        IReadOnlyList<VideoNiche> niches;
        try
        {
            niches = next();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }

        foreach (var niche in niches)
        {
            _count++;
            if (_directory is not null)
            {
                _niches.Add(niche);
            }

            WriteObject(niche);
        }

        if (niches.Count > 0 && _gate.TryPass())
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, FormattableString.Invariant($"{_count} classified")));
        }
    }

    // Without its taxonomy or model nothing can be classified: the command ends.
    private T Required<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (VideoToolsException exception)
        {
            ThrowTerminatingError(ErrorMapping.ToRecord(exception.Error));
            throw;
        }
    }

    private void Save(string directory)
    {
        if (!ShouldProcess(Engine.GetNichesPath(directory), "Write classifications"))
        {
            return;
        }

        try
        {
            Engine.SaveNiches(_niches, directory, Force);
        }
        catch (VideoToolsException exception)
        {
            WriteVideoError(exception.Error);
        }
    }
}
