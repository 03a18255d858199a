using System.IO.Enumeration;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>Finds metadata files and videos. A directory is walked once, whatever is looked for in it later.</summary>
internal static class MetadataFiles
{
    private static readonly HashSet<string> Extensions =
        new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".json", ".ndjson", ".jsonl" };

    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>Metadata files: named ones as they are given, those of a directory in ordinal order; each once.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, Action<VideoError> report) =>
        Expand(paths, IsMetadata, "no CSV or JSON file", "Name the file itself if its extension is unusual.", report);

    /// <summary>
    /// Videos, likewise; a named file need not exist. A pattern such as videos/* names metadata files too: they are no videos.
    /// </summary>
    public static IReadOnlyList<string> FindVideos(IEnumerable<string> paths, Action<VideoError> report) =>
    [
        .. Expand(
                paths,
                path => VideoFileNames.IsVideo(path) && !VideoFileNames.IsTypeScript(path),
                "no video file",
                "Name the videos themselves if their extensions are unusual.",
                report)
            .Where(path => !HasExtension(path)),
    ];

    /// <summary>True for the name or path of a file that may hold metadata, and no video.</summary>
    public static bool HasExtension(string path) => Extensions.Contains(Path.GetExtension(path));

    private static List<string> Expand(
        IEnumerable<string> paths, Func<string, bool> isWanted, string nothing, string action, Action<VideoError> report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.AddRange(seen.Add(path) ? [path] : []);
                continue;
            }

            var found = Walk(path).Where(isWanted).Order(StringComparer.Ordinal).ToArray();
            files.AddRange(found.Where(seen.Add));
            if (found.Length == 0)
            {
                report(new VideoError(VideoErrorId.FileNotFound, path, $"'{path}' holds {nothing}.", action));
            }
        }

        return files;
    }

    private static FileSystemEnumerable<string> Walk(string directory) =>
        new(directory, (ref FileSystemEntry entry) => entry.ToFullPath(), Recursive)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,

            // A link to a directory may lead in a circle; a link to a file is a file.
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };

    // What this module writes beside metadata is none.
    private static bool IsMetadata(string path) => HasExtension(path) && !ModuleFiles.IsOwn(path) && !IsTalk(path);

    // yt-dlp downloads what was said beside a live stream as subtitles.
    private static bool IsTalk(string path) =>
        path.EndsWith(".live_chat.json", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".rechat.json", StringComparison.OrdinalIgnoreCase);
}
