namespace VideoTools.PowerShell;

/// <summary>Get-VideoNiche: what videos are about, as a path of a taxonomy with a confidence.</summary>
[Cmdlet(VerbsCommon.Get, "VideoNiche", DefaultParameterSetName = InputObjectSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Get-VideoNiche.md")]
[OutputType(typeof(VideoNiche))]
public sealed class GetVideoNicheCommand : EngineCmdlet
{
    private const string InputObjectSet = "InputObject";
    private const string LiteralPathSet = "LiteralPath";
    private const string TextSet = "Text";

    private readonly List<VideoNiche> _niches = [];
    private string? _directory;
    private int _count;
    private PathResolver? _paths;
    private IMetadataIndex? _metadata;
    private INicheClassifier? _classifier;
    private NicheEvidenceReader? _reader;

    /// <summary>
    /// Templates (records, *_template.json files, directories or CSV files of them), metadata (records or rows of CSV files), video files,
    /// or objects with title, text, hashtags.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Templates, metadata, rows of CSV files or video files.")]
    [Alias("Path")]
    [SupportsWildcards]
    public PSObject? InputObject { get; set; }

    /// <summary>Files of templates, or videos, each name taken as it is written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "Files of templates, or videos, each name taken as it is written.")]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Plain texts; each gets a record.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TextSet,
        HelpMessage = "Plain texts; each gets a record.")]
    [AllowEmptyString]
    public string[] Text { get; set; } = [];

    /// <summary>CSV files, JSON files or directories of them that say more about the videos.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? MetadataPath { get; set; }

    /// <summary>Column or key of the metadata that names the video.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
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

    /// <summary>Overwrites a file that exists and holds something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the niche into the template file that it was found from; everything else in the file stays.</summary>
    [Parameter(ParameterSetName = InputObjectSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter UpdateTemplate { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _directory = ResolvePath(OutputDirectory);
        _paths = new PathResolver(this, error => WriteVideoError(error.Id == VideoErrorId.FileNotFound
            ? error with { RecommendedAction = error.RecommendedAction + " Plain text goes to -Text." }
            : error))
        {
            TakesDirectories = true,
        };
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
            path => _metadata?.Find(path), row => Engine.Metadata.ReadRow(row, "pipeline", WriteVideoError),
            path => ReadFile(path).FirstOrDefault(), WriteVideoError);
    }

    // One object, so that a record with a text of its own binds here and not as -Text; a list that is given by name is several.
    private IEnumerable<PSObject> Inputs() => InputObject is null ? []
        : LanguagePrimitives.GetEnumerable(InputObject) is { } several
            ? several.Cast<object?>().OfType<object>().Select(PSObject.AsPSObject)
        : [InputObject];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var texts = Text.Select(text => new NicheEvidence { Text = text });
        var files = LiteralPath.Select(_paths!.Literal).OfType<string>().SelectMany(ReadFile);
        foreach (var evidence in texts.Concat(files).Concat(Inputs().SelectMany(Read)).TakeWhile(_ => !Stopping))
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
                return _paths!.Expand(pattern).SelectMany(ReadFile);
            case FileSystemInfo file:
                return _paths!.Literal(file.FullName) is { } path ? ReadFile(path) : [];
            case VideoTemplate template:
                return [_reader!.FromTemplate(template)];
            case VideoMetadata metadata:
                return [NicheEvidenceReader.FromMetadata(metadata)];
            case { } when IsFile(item):
                return _paths!.Of(item, Refuse).SelectMany(ReadFile);
            default:
                return _reader!.FromRow(PlainValue.Getter(item), () => PlainValue.Row(item)) is { } row ? [row] : [];
        }
    }

    // Get-FileHash and the like: no more than a name. Whatever says more about a video is read by its values.
    private static bool IsFile(PSObject item) =>
        item.Properties["Path"]?.Value is string { Length: > 0 } && FileNames.Bound(item) is null
        && item.Properties.Match("Title").Count + item.Properties.Match("Text").Count == 0;

    private IEnumerable<NicheEvidence> ReadFile(string path) => Engine.Niches.Input.ReadEvidence(path, _metadata, WriteVideoError);

    // Without its model nothing can be classified: the command ends.
    private void Classify(NicheEvidence evidence)
    {
        var niche = Checked(() => _classifier!.Classify(evidence, StopToken));
        _count++;
        if (_directory is not null)
        {
            _niches.Add(niche);
        }

        if (UpdateTemplate)
        {
            Update(niche);
        }

        WriteObject(niche);
        ShowProgress(FormattableString.Invariant($"{_count} classified"));
    }

    private void Update(VideoNiche niche)
    {
        if (niche.TemplatePath is { } path)
        {
            Save(path, $"Write niche {niche.FullPath ?? VideoNiche.Unknown}", () => Engine.Templates.SetNiche(path, niche.FullPath));
        }
        else
        {
            Refuse(niche, $"'{niche.FullName ?? niche.VideoId}' has no template file that its niche could be written into. "
                + "Pipe *_template.json files, or the output of Get-VideoTemplate -OutputDirectory.");
        }
    }
}
