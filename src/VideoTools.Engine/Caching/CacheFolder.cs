// Method: an entry is ROOT/xx/<64 hexadecimal digits>.json, xx being its first two digits, and a file of its own: no link, pipe or
// folder. Whatever else lies below the root, or behind a link, is not the cache's and is neither read, counted nor deleted: the root may
// be a folder that someone uses for other things. Folders are made for their owner alone, parents too, and entries are written so,
// whatever the umask says: what is said in a user's videos is nobody else's business.
using System.Runtime.Versioning;

namespace VideoTools.Engine.Caching;

/// <summary>Where entries lie and how they are named. Thread-safe.</summary>
/// <param name="root">The directory; it need not exist.</param>
internal sealed class CacheFolder(string root)
{
    private const int KeyLength = 64;
    private const int PrefixLength = 2;
    private const int TemporaryLength = 32;
    private const string Extension = ".json";
    private const string TemporaryExtension = ".tmp";
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);

    // Everything is seen: what is passed over is passed over by its name and kind.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    /// <summary>The directory.</summary>
    public string Root => root;

    /// <summary>True for the key of an entry.</summary>
    public static bool IsKey(string? key) => key is { Length: KeyLength } && key.All(char.IsAsciiHexDigitLower);

    /// <summary>True for what the file system may say to anything that is asked of it.</summary>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>The file of an entry; null when there is none that is the cache's own.</summary>
    public FileInfo? Find(string key)
    {
        var file = new FileInfo(Path.Combine(root, key[..PrefixLength], key + Extension));
        return IsOwn(file) && !IsLink(file.Directory!) ? file : null;
    }

    /// <summary>The files of all entries.</summary>
    public IReadOnlyList<FileInfo> Entries() =>
    [
        .. Folders().SelectMany(folder => Files(folder, Extension)
            .Where(file => file.Name.Length == KeyLength + Extension.Length
                && IsKey(file.Name[..KeyLength])
                && file.Name.StartsWith(folder.Name, StringComparison.Ordinal))),
    ];

    /// <summary>Writes an entry in place of any other of that key.</summary>
    /// <returns>False when that is not possible.</returns>
    public bool Write(string key, byte[] bytes)
    {
        var folder = new DirectoryInfo(Path.Combine(root, key[..PrefixLength]));
        var temporary = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + TemporaryExtension);
        try
        {
            if (IsLink(folder))
            {
                return false;
            }

            Make(folder);
            using (var stream = new FileStream(temporary, Options()))
            {
                Protect(stream);
                stream.Write(bytes);
            }

            File.Move(temporary, Path.Combine(folder.FullName, key + Extension), overwrite: true);
            return true;
        }
        catch (Exception unwritable) when (IsOfFiles(unwritable))
        {
            Delete(temporary);
            return false;
        }
    }

    /// <summary>Deletes what a process that was killed while writing left behind.</summary>
    public void DeleteAbandoned()
    {
        var old = DateTime.UtcNow - AbandonedAfter;
        foreach (var file in Folders().SelectMany(folder => Files(folder, TemporaryExtension)))
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            if (name.Length == TemporaryLength && name.All(char.IsAsciiHexDigitLower) && file.LastWriteTimeUtc < old)
            {
                Delete(file.FullName);
            }
        }
    }

    private DirectoryInfo[] Folders() => List(() => new DirectoryInfo(root).GetDirectories("*", Everything)
        .Where(folder => folder.Name.Length == PrefixLength && folder.Name.All(char.IsAsciiHexDigitLower) && !IsLink(folder)));

    private static FileInfo[] Files(DirectoryInfo folder, string extension) =>
        List(() => folder.GetFiles("*" + extension, Everything).Where(IsOwn));

    private static T[] List<T>(Func<IEnumerable<T>> list)
    {
        try
        {
            return [.. list()];
        }
        catch (Exception unreadable) when (IsOfFiles(unreadable))
        {
            return []; // There is none, or it may not be looked into: the next time may be better.
        }
    }

    // Pipes, sockets and devices have no size, and no entry is empty.
    private static bool IsOwn(FileInfo file) => file.Exists && !IsLink(file) && file.Length > 0;

    private static bool IsLink(FileSystemInfo file) => file.Exists && (file.Attributes & FileAttributes.ReparsePoint) != 0;

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return options;
    }

    // The umask may have taken away more than others' rights.
    private static void Protect(FileStream stream)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(stream.SafeFileHandle) != OwnerFile)
        {
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerFile);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Protect(string path)
    {
        if (File.GetUnixFileMode(path) != OwnerFolder)
        {
            File.SetUnixFileMode(path, OwnerFolder);
        }
    }

    // Parents that are missing are made likewise; what was there keeps its rights, except for a folder of entries, which is the cache's.
    private static void Make(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
        {
            folder.Create();
            return;
        }

        var missing = new Stack<string>();
        for (var parent = folder; parent is { Exists: false }; parent = parent.Parent)
        {
            missing.Push(parent.FullName);
        }

        foreach (var path in missing)
        {
            Directory.CreateDirectory(path, OwnerFolder);
            Protect(path);
        }

        if (missing.Count == 0)
        {
            Protect(folder.FullName);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception kept) when (IsOfFiles(kept))
        {
            // The next time tries again.
        }
    }
}
