namespace VideoTools.Cli.Commands;

/// <summary>videotools metadata: what somebody wrote about videos, from CSV and JSON files, joined to the videos.</summary>
internal sealed class MetadataCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;

    private readonly Option<string[]> _videos = new("--video")
    {
        Description = "Videos to join to: files, directories and patterns.",
        HelpName = "FILE|DIR|GLOB",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _joinColumn = OptionFactory.Text(
        "--join-column", "COLUMN", "Column or key that names the video; otherwise its id, then its name without extension.");

    private readonly Option<bool> _unmatched = new("--unmatched-only") { Description = "Give only the rows without a video." };

    private readonly Option<string?> _directory = OptionFactory.Text("--output-directory", "DIR", "Write one JSON file a row there too.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public MetadataCommand(CliHost host)
        : base(host, "metadata", "Titles, tags and numbers of videos, from CSV and JSON files, joined to the videos.")
    {
        _inputs = Inputs("FILE|DIR|GLOB", "CSV files, JSON files (yt-dlp's too) and directories of them.", ArgumentArity.OneOrMore);
        AddOptions(_videos, _joinColumn, _unmatched, _directory, _force, Format);
    }

    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var options = new MetadataOptions
        {
            Paths = ExpandPatterns(parsed.GetValue(_inputs), run),
            VideoPaths = ExpandPatterns(parsed.GetValue(_videos), run),
            JoinColumn = parsed.GetValue(_joinColumn),
        };
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in run.Engine.Metadata.Read(options, run.Fail).Where(row => !parsed.GetValue(_unmatched) || !row.IsMatched))
        {
            run.Stop.ThrowIfCancellationRequested();
            if (FullPath(parsed.GetValue(_directory)) is { } directory)
            {
                // Two rows of one name would overwrite each other, --force or not.
                var path = run.Engine.Metadata.GetPath(row, directory);
                if (run.Try(() => run.Engine.Metadata.Save(row, directory, parsed.GetValue(_force) && !written.Contains(path))))
                {
                    written.Add(path);
                }
            }

            run.Write(row);
        }
    }
}
