namespace VideoTools.PowerShell;

/// <summary>Get-VideoNiche: what videos are about, as a path of a taxonomy with a confidence.</summary>
[Cmdlet(VerbsCommon.Get, "VideoNiche", DefaultParameterSetName = InputObjectSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Get-VideoNiche.md")]
[OutputType(typeof(VideoNiche))]
public sealed class GetVideoNicheCommand : EngineCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string TextSet = "Text";

    private readonly List<VideoNiche> _niches = [];
    private string? _directory;
    private int _count;
    private PathResolver? _paths;
    private IMetadataIndex? _metadata;
    private INicheClassifier? _classifier;
    private NicheEvidenceReader? _reader;

    /// <summary>
    /// Templates (records or *_template.json files), metadata (records or rows of CSV files), video files, or objects with title, text,
    /// hashtags.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Templates, metadata, rows of CSV files or video files.")]
    [SupportsWildcards]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Plain texts; each gets a record.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TextSet, HelpMessage = "Plain texts; each gets a record.")]
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
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? JoinColumn { get; set; }

    /// <summary>A taxonomy file instead of the module's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaxonomyCompleter))]
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
    public InferenceDevice[] Device { get; set; } = [];

    /// <summary>Directory for video_classifications.csv; without it nothing is written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _directory = ResolvePath(OutputDirectory);
        _paths = new PathResolver(this, error => WriteVideoError(error.Id == VideoErrorId.FileNotFound
            ? error with { RecommendedAction = error.RecommendedAction + " Plain text goes to -Text." }
            : error));
        _classifier = Checked(() => Engine.Niches.OpenClassifier(new NicheOptions
        {
            Scorer = Scorer,
            TaxonomyPath = ResolveTaxonomy(TaxonomyPath),
            MinimumConfidence = MinimumConfidence,
            AlternativeCount = AlternativeCount,
            Device = new DeviceOrder(Device),
        }));
        _metadata = MetadataPath is null ? null : OpenMetadata(MetadataPath);
        _reader = new NicheEvidenceReader(
            path => _metadata?.Find(path), row => Engine.Metadata.ReadRow(row, "pipeline", WriteVideoError), ReadFile, WriteVideoError);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var texts = Text.Select(text => new NicheEvidence { Text = text });
        foreach (var evidence in texts.Concat(InputObject.SelectMany(Read)).TakeWhile(_ => !Stopping))
        {
            Classify(evidence);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_directory is not null && _niches.Count > 0 && !Stopping)
        {
            Save(
                Engine.Niches.Output.GetPaths(_directory, hasStatistics: false)[0],
                "Write classifications",
                () => Engine.Niches.Output.Save(_niches, null, new NicheOutputOptions { Directory = _directory, Force = Force }));
        }

        base.EndProcessing();
    }

    private IMetadataIndex OpenMetadata(string[] paths)
    {
        var resolver = new PathResolver(this, WriteVideoError) { TakesDirectories = true };
        return Engine.Metadata.Open(
            new MetadataOptions { Paths = [.. paths.SelectMany(resolver.Expand)], JoinColumn = JoinColumn }, WriteVideoError);
    }

    private IEnumerable<NicheEvidence> Read(PSObject? item)
    {
        switch (item?.BaseObject)
        {
            case null:
                return [];
            case string pattern:
                return _paths!.Expand(pattern).Select(ReadFile).OfType<NicheEvidence>();
            case FileSystemInfo file:
                return _paths!.Literal(file.FullName) is { } path && ReadFile(path) is { } evidence ? [evidence] : [];
            case VideoTemplate template:
                return [_reader!.FromTemplate(template)];
            case VideoMetadata metadata:
                return [NicheEvidenceReader.FromMetadata(metadata)];
            default:
                return _reader!.FromRow(PlainValue.Getter(item), () => PlainValue.Row(item)) is { } row ? [row] : [];
        }
    }

    private NicheEvidence? ReadFile(string path) => Engine.Niches.Input.ReadEvidence(path, _metadata, WriteVideoError);

    // Without its model nothing can be classified: the command ends.
    private void Classify(NicheEvidence evidence)
    {
        var niche = Checked(() => _classifier!.Classify(evidence, StopToken));
        _count++;
        if (_directory is not null)
        {
            _niches.Add(niche);
        }

        WriteObject(niche);
        ShowProgress(FormattableString.Invariant($"{_count} classified"));
    }
}
