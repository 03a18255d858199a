using System.IO.Enumeration;

namespace VideoTools.Cli.Input;

/// <summary>Turns the FILE, DIR and GLOB arguments into files. A name that exists wins over its reading as a pattern.</summary>
internal sealed class InputExpander(string workingDirectory, Action<VideoError> report)
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>
    /// Finds the templates of a directory, which are its files where it has no video; null where templates are no input.
    /// </summary>
    public Func<string, IReadOnlyList<string>>? FindTemplates { get; init; }

    /// <summary>True where a directory is an input itself: the engine looks into it.</summary>
    public bool KeepsDirectories { get; init; }

    /// <summary>True where files with sound only are looked for in directories, too.</summary>
    public bool TakesSound { get; init; }

    /// <summary>The files of an argument as absolute paths; those of a directory or pattern in ordinal order.</summary>
    public IEnumerable<string> Expand(string argument)
    {
        var path = Path.GetFullPath(argument, workingDirectory);
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path))
        {
            return KeepsDirectories ? [path] : ExpandDirectory(path);
        }

        if (GlobPattern.IsPattern(argument))
        {
            var files = GlobPattern.Match(argument, workingDirectory);
            if (files.Count == 0)
            {
                report(new VideoError(
                    VideoErrorId.FileNotFound,
                    argument,
                    $"Nothing matches '{argument}'.",
                    "Correct the pattern; it may hold *, ** and ?."));
            }

            return files;
        }

        // Missing or special: the engine says so, in its turn.
        return [path];
    }

    // A template lies beside its video as often as not: where there are videos, they are meant.
    private IReadOnlyList<string> ExpandDirectory(string directory)
    {
        var found = new FileSystemEnumerable<string>(directory, (ref FileSystemEntry entry) => entry.ToFullPath(), Recursive)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory
                && (VideoFileNames.IsVideo(entry.FileName) || (TakesSound && VideoFileNames.IsSound(entry.FileName))),

            // A link to a directory may lead in a circle; a link to a file is a file.
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        var files = found.Where(file => !VideoFileNames.IsTypeScript(file)).Order(StringComparer.Ordinal).ToList();
        if (files.Count > 0)
        {
            return files;
        }

        var templates = FindTemplates?.Invoke(directory) ?? [];
        if (templates.Count == 0)
        {
            report(new VideoError(
                VideoErrorId.FileNotFound,
                directory,
                FindTemplates is null
                    ? $"'{directory}' holds no video {(TakesSound ? "or sound " : "")}file."
                    : $"'{directory}' holds neither a video file nor a template (*_template.json).",
                "Name the files themselves if their extensions are unusual."));
        }

        return templates;
    }
}
