using System.CommandLine;
using VideoTools.Cli.Input;
using VideoTools.Cli.Output;

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

    private readonly Option<string?> _joinColumn = new("--join-column")
    {
        Description = "Column or key that names the video; otherwise its id, then its name without extension.",
        HelpName = "COLUMN",
    };

    private readonly Option<bool> _unmatched = new("--unmatched-only") { Description = "Give only the rows without a video." };

    private readonly Option<string?> _directory = new("--output-directory")
    {
        Description = "Write one JSON file a row there too.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public MetadataCommand(CliHost host)
        : base(host, "metadata", "Titles, tags and numbers of videos, from CSV and JSON files, joined to the videos.")
    {
        _inputs = Inputs("FILE|DIR|GLOB", "CSV files, JSON files (yt-dlp's too) and directories of them.", ArgumentArity.OneOrMore);
        Command.Arguments.Add(_inputs);
        foreach (var option in new Option[] { _videos, _joinColumn, _unmatched, _directory, _force, Format })
        {
            Command.Options.Add(option);
        }
    }

    /// <summary>Paths of metadata as the engine takes them; patterns are expanded, directories are not.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> arguments, string workingDirectory, Action<VideoError> report)
    {
        var paths = new List<string>();
        foreach (var argument in arguments)
        {
            var path = Path.GetFullPath(argument, workingDirectory);
            var found = File.Exists(path) || Directory.Exists(path) || !GlobPattern.IsPattern(argument)
                ? [path]
                : GlobPattern.Match(argument, workingDirectory);
            if (found.Count == 0)
            {
                report(new VideoError(
                    VideoErrorId.FileNotFound, argument, $"Nothing matches '{argument}'.", "Correct the pattern; it may hold *, ** and ?."));
            }

            paths.AddRange(found);
        }

        return paths;
    }

    /// <inheritdoc/>
    protected override int Execute(ParseResult parsed, IRecordWriter writer, MessageWriter messages)
    {
        var failures = 0;
        var options = new MetadataOptions
        {
            Paths = Expand(parsed.GetValue(_inputs)!, Host.WorkingDirectory, Fail),
            VideoPaths = ExpandVideos(parsed.GetValue(_videos) ?? [], Fail),
            JoinColumn = parsed.GetValue(_joinColumn),
        };
        var directory = parsed.GetValue(_directory) is { } given ? FullPath(given) : null;
        var force = parsed.GetValue(_force);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var engine = Host.CreateEngine();
        foreach (var row in engine.ReadMetadata(options, Fail).Where(row => !parsed.GetValue(_unmatched) || !row.IsMatched))
        {
            Host.Stop.ThrowIfCancellationRequested();
            if (directory is not null)
            {
                Save(row);
            }

            writer.Write(row);
        }

        return failures;

        void Fail(VideoError error)
        {
            failures++;
            messages.Error(error);
        }

        void Save(VideoMetadata row)
        {
            try
            {
                // Two rows of one name would overwrite each other, --force or not.
                var path = engine.GetMetadataPath(row, directory!);
                engine.SaveMetadata(row, directory!, force && !written.Contains(path));
                written.Add(path);
            }
            catch (VideoToolsException exception)
            {
                Fail(exception.Error);
            }
        }
    }
}
