namespace VideoTools.PowerShell;

/// <summary>Export-VideoTranscript: writes transcripts as subtitles, JSON or text, a file a video.</summary>
[Cmdlet(VerbsData.Export, "VideoTranscript", DefaultParameterSetName = DirectorySet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoTranscript.md")]
[OutputType(typeof(FileInfo), typeof(SavedFile))]
public sealed class ExportVideoTranscriptCommand : EngineCmdlet
{
    private const string DirectorySet = "Directory";
    private const string PathSet = "Path";

    // In the order in which the videos came up.
    private readonly OrderedDictionary<string, List<TranscriptSegment>> _videos = new(StringComparer.Ordinal);
    private TranscriptFormat _format;

    /// <summary>Segments from Get-VideoTranscript, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "Segments from Get-VideoTranscript, or rows of a CSV file with the same columns.")]
    [RecordTransform<TranscriptSegment>("a segment of a transcript", "Get-VideoTranscript")]
    public TranscriptSegment[] InputObject { get; set; } = [];

    /// <summary>The file to write; the segments must be of one video. Its extension says the format.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet,
        HelpMessage = "The file to write; the segments must be of one video. Its extension says the format.")]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Format of the files; the one that the extension of Path says when not given.</summary>
    [Parameter]
    public TranscriptFormat Format { get; set; }

    /// <summary>Directory of the files; beside each video when not given.</summary>
    [Parameter(ParameterSetName = DirectorySet)]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites files that exist and hold something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record of each file that says whether it was written or is unchanged, in place of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _format = Path is null || MyInvocation.BoundParameters.ContainsKey(nameof(Format))
            ? Format
            : Checked(() => Engine.Transcripts.FormatOf(Path));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var segment in InputObject)
        {
            if (!_videos.TryGetValue(segment.FullName, out var segments))
            {
                _videos.Add(segment.FullName, segments = []);
            }

            segments.Add(segment);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Path is not null && _videos.Count > 1)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"-Path takes the transcript of one video; these are of {_videos.Count}. Use -OutputDirectory."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                Path));
        }

        var taken = new Dictionary<string, string>(FileNames.Comparer);
        foreach (var (video, segments) in _videos)
        {
            var path = ResolvePath(Path) ?? Engine.Transcripts.Claim(video, _format, ResolvePath(OutputDirectory), taken, WriteWarning);
            WriteResult(path, video, Save(path, "Write transcript", () => Write(segments, path)), PassThru);
        }
    }

    private FileOutcome Write(IEnumerable<TranscriptSegment> segments, string path) =>
        Engine.Transcripts.Save([.. segments.OrderBy(s => s.Index)], path, _format, Force);
}
