// Method: a pipe, a socket and a device have no size, and a file without bytes needs no opening: so nothing without a size is ever
// opened. Opening a pipe waits for its other end, for ever where none comes, and no signal ends that wait. Links are followed to what
// they lead to before it is looked at. Cost: one look at the file system more than opening, two behind a link.
namespace VideoTools.Engine.Files;

/// <summary>Files that can be opened without waiting.</summary>
internal static class RegularFile
{
    /// <summary>What a path leads to, through links.</summary>
    /// <returns>Null when there is nothing, a directory, a pipe, a socket, a device, or a file without bytes.</returns>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static FileInfo? Find(string path)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        return target is { Exists: true, Length: > 0 } ? target : null;
    }

    /// <summary>The size; 0 for what has none, such as a pipe. Nothing is opened.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static long Length(string path) =>
        Find(path) is { } file ? file.Length
        : File.Exists(path) ? 0
        : throw new FileNotFoundException($"There is no file '{path}'.", path);

    /// <summary>All bytes; none of what has no size, such as a pipe.</summary>
    /// <exception cref="IOException">It cannot be read; <see cref="UnauthorizedAccessException"/> where it may not be.</exception>
    public static byte[] ReadAllBytes(string path) => IsWithoutBytes(path) ? [] : File.ReadAllBytes(path);

    /// <summary>All text, UTF-8 unless a mark says otherwise; none of what has no size, such as a pipe.</summary>
    /// <exception cref="IOException">It cannot be read; <see cref="UnauthorizedAccessException"/> where it may not be.</exception>
    public static string ReadAllText(string path) => IsWithoutBytes(path) ? "" : File.ReadAllText(path, Encoding.UTF8);

    // What is no file at all is opened: the system says best why that fails, at once.
    private static bool IsWithoutBytes(string path) => Find(path) is null && File.Exists(path);
}
