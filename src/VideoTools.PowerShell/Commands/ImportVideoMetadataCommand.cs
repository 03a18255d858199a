namespace VideoTools.PowerShell;

/// <summary>Import-VideoMetadata: what somebody wrote about videos, from CSV and JSON files, joined to the videos.</summary>
[Cmdlet(VerbsData.Import, "VideoMetadata", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Import-VideoMetadata.md")]
[OutputType(typeof(VideoMetadata))]
public sealed class ImportVideoMetadataCommand : EngineCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<string> _files = [];
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private PathResolver? _paths;

    /// <summary>CSV files, JSON files or directories of them; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "CSV files, JSON files or directories of them; wildcards are expanded.")]
    [SupportsWildcards]
    [FileArgument]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The same, each name taken as it is written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The same, each name taken as it is written.")]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Videos to join to, or directories that hold them; wildcards are expanded.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? VideoPath { get; set; }

    /// <summary>Column or key that names the video.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? JoinColumn { get; set; }

    /// <summary>Gives only the rows without a video.</summary>
    [Parameter]
    public SwitchParameter UnmatchedOnly { get; set; }

    /// <summary>Directory for one JSON file a row; without it nothing is written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _paths = new PathResolver(this, WriteVideoError) { TakesDirectories = true };

    /// <inheritdoc/>
    protected override void ProcessRecord() => _files.AddRange(
        ParameterSetName == PathSet ? Path.SelectMany(_paths!.Expand) : LiteralPath.Select(_paths!.Literal).OfType<string>());

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Only now: whether a row is the first with its id is known when all files are.
        var directory = ResolvePath(OutputDirectory);
        var videos = (VideoPath ?? []).SelectMany(_paths!.Expand);
        var options = new MetadataOptions { Paths = _files, VideoPaths = [.. videos], JoinColumn = JoinColumn };
        var rows = Engine.Metadata.Read(options, WriteVideoError).Where(row => !UnmatchedOnly || !row.IsMatched);
        foreach (var row in rows.TakeWhile(_ => !Stopping))
        {
            if (directory is not null)
            {
                Save(row, directory);
            }

            WriteObject(row);
        }

        base.EndProcessing();
    }

    private void Save(VideoMetadata row, string directory)
    {
        // Two rows of one name would overwrite each other, -Force or not.
        var path = Engine.Metadata.GetPath(row, directory);
        if (Save(path, "Write metadata", () => Engine.Metadata.Save(row, directory, Force && !_written.Contains(path))) is not null)
        {
            _written.Add(path);
        }
    }
}
