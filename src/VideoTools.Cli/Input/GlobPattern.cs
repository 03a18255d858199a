using System.IO.Enumeration;

namespace VideoTools.Cli.Input;

/// <summary>Patterns with * (within a name), ** (any folders) and ? (one character), for shells that do not expand them.</summary>
internal static class GlobPattern
{
    private const string AnyFolders = "**";
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
    private static readonly EnumerationOptions Level = new() { AttributesToSkip = 0, IgnoreInaccessible = true };
    private static readonly EnumerationOptions Tree = new()
    {
        AttributesToSkip = 0, IgnoreInaccessible = true, RecurseSubdirectories = true,
    };

    /// <summary>True when the text has a wildcard.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that match, as absolute paths in ordinal order, each once. Cost: a listing of every folder reached.</summary>
    public static IReadOnlyList<string> Match(string pattern, string workingDirectory)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        var start = Path.GetFullPath(root, workingDirectory);
        if (!Directory.Exists(start) || Path.EndsInDirectorySeparator(pattern))
        {
            return [];
        }

        var names = pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);

        // "**.mp4" is "**/*.mp4", and "**" at the end is "**/*".
        string[] parts = [.. names.SelectMany((name, i) => name.StartsWith(AnyFolders, StringComparison.Ordinal)
            && (name != AnyFolders || i == names.Length - 1) ? [AnyFolders, name[1..]] : new[] { name })];
        IEnumerable<string> folders = [start];
        foreach (var part in parts[..^1])
        {
            folders = folders.SelectMany(folder => Folders(folder, part));
        }

        var files = folders.SelectMany(folder => Files(folder, parts[^1])).Select(Path.GetFullPath);
        return [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Folders(string folder, string part)
    {
        if (part == AnyFolders)
        {
            // A link to a folder may lead in a circle: here it is not followed.
            return new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), Tree)
            {
                ShouldIncludePredicate = IsRealFolder,
                ShouldRecursePredicate = IsRealFolder,
            }.Prepend(folder);
        }

        var path = Path.Combine(folder, part);
        return IsPattern(part) ? Directory.EnumerateDirectories(folder, Escape(part), Level) : Directory.Exists(path) ? [path] : [];
    }

    private static IEnumerable<string> Files(string folder, string part)
    {
        var path = Path.Combine(folder, part);
        return IsPattern(part) ? Directory.EnumerateFiles(folder, Escape(part), Level) : File.Exists(path) ? [path] : [];
    }

    private static bool IsRealFolder(ref FileSystemEntry entry) =>
        entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    // The framework's matcher takes a backslash for its escape character; in names of Unix it is itself.
    private static string Escape(string part) => part.Replace(@"\", @"\\", StringComparison.Ordinal);
}
