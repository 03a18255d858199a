namespace VideoTools.PowerShell;

/// <summary>Export-VideoTranscript: writes transcripts as subtitles, JSON or text, a file a video.</summary>
[Cmdlet(VerbsData.Export, "VideoTranscript", DefaultParameterSetName = DirectorySet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoTranscript.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportVideoTranscriptCommand : EngineCmdlet
{
    private const string DirectorySet = "Directory";
    private const string DestinationSet = "Destination";

    // In the order in which the videos came up.
    private readonly OrderedDictionary<string, List<TranscriptSegment>> _videos = new(StringComparer.Ordinal);

    /// <summary>Segments from Get-VideoTranscript, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "Segments from Get-VideoTranscript, or rows of a CSV file with the same columns.")]
    [RecordTransform<TranscriptSegment>("a segment of a transcript", "Get-VideoTranscript")]
    public TranscriptSegment[] InputObject { get; set; } = [];

    /// <summary>Format of the files.</summary>
    [Parameter]
    public TranscriptFormat Format { get; set; }

    /// <summary>Directory of the files; beside each video when not given.</summary>
    [Parameter(ParameterSetName = DirectorySet)]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>The file to write; the segments must be of one video.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DestinationSet, HelpMessage = "The file to write; the segments must be of one video.")]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

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
        if (Destination is not null && _videos.Count > 1)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException(
                    $"-Destination takes the transcript of one video; these are of {_videos.Count}. Use -OutputDirectory."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                Destination));
        }

        // Two videos with one name would overwrite each other in one directory, -Force or not.
        var written = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (video, segments) in _videos)
        {
            var path = ResolvePath(Destination) ?? Engine.Transcripts.GetPath(video, Format, ResolvePath(OutputDirectory));
            if (!written.TryAdd(path, video))
            {
                WriteVideoError(new VideoError(
                    VideoErrorId.OutputExists,
                    path,
                    $"'{path}' already holds the transcript of '{written[path]}'; the one of '{video}' is not written.",
                    "Export videos of the same name into different directories."));
            }
            else if (Save(path, "Write transcript", () => Write(segments, path)))
            {
                WriteFile(path);
            }
        }
    }

    private void Write(IEnumerable<TranscriptSegment> segments, string path) =>
        Engine.Transcripts.Save([.. segments.OrderBy(s => s.Index)], path, Format, Force);
}
