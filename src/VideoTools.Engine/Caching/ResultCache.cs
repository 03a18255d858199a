// Method: one file an entry, in folders named after the first two digits of its key. An entry is written to a temporary name and renamed,
// so that readers of any process see all of it or none; two that write the same one write the same. A hit sets the entry's time, and when
// the entries together exceed the limit, those not used for longest are deleted down to nine tenths of it. Cost: one file read a hit; the
// directory is listed once a process, then again when the limit may be exceeded.
namespace VideoTools.Engine.Caching;

/// <summary>
/// Stored results. Thread-safe, and safe beside other processes. Nothing here fails an analysis: what cannot be kept is not kept.
/// </summary>
internal sealed class ResultCache : ICache
{
    private const string Extension = ".json";
    private const string TemporaryExtension = ".tmp";
    private const double KeptShare = 0.9;
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);
    private static readonly Lock SharedGate = new();
    private static ResultCache? s_shared;

    private readonly Lock _gate = new();
    private readonly long _limit;
    private long _bytes = -1;

    /// <summary>A cache in a directory, which is made when something is stored.</summary>
    public ResultCache(string directory, long limit)
    {
        Directory = directory;
        _limit = limit;
    }

    /// <summary>The cache of this user, as the environment names it now: it may be set in a running shell.</summary>
    public static ResultCache Shared
    {
        get
        {
            var directory = CacheLocation.Find(Environment.GetEnvironmentVariable);
            var limit = CacheLocation.Limit(Environment.GetEnvironmentVariable);
            lock (SharedGate)
            {
                if (s_shared is null || s_shared.Directory != directory || s_shared._limit != limit)
                {
                    s_shared = new ResultCache(directory, limit);
                }

                return s_shared;
            }
        }
    }

    /// <summary>Where the entries lie.</summary>
    public string Directory { get; }

    /// <summary>The stored result; null when there is none. A damaged entry is deleted.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="types">The records that may stand in it.</param>
    public CachedResult? Find(string key, IReadOnlyList<Type> types)
    {
        var path = PathOf(key);
        try
        {
            if (CacheEntryFormat.Read(File.ReadAllBytes(path), types) is { } result)
            {
                Touch(path);
                return result;
            }
        }
        catch (Exception absent) when (IsOfFiles(absent))
        {
            return null;
        }

        Delete(path);
        return null;
    }

    /// <summary>Stores a result in place of any other of that key.</summary>
    public void Store(string key, CachedResult result)
    {
        var bytes = CacheEntryFormat.Write(result, DateTime.UtcNow);
        if (bytes.Length > _limit / 4)
        {
            return;
        }

        var path = PathOf(key);
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, Guid.NewGuid().ToString("N") + TemporaryExtension);
        try
        {
            MakeDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception unwritable) when (IsOfFiles(unwritable))
        {
            Delete(temporary);
            return;
        }

        Trim(bytes.Length);
    }

    public IReadOnlyList<VideoCacheEntry> List() =>
    [
        .. Files().Select(Describe).OfType<VideoCacheEntry>()
            .OrderByDescending(e => e.LastUsed).ThenBy(e => e.Key, StringComparer.Ordinal),
    ];

    public bool Remove(string key)
    {
        if (key is not { Length: 64 } || !key.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"'{key}' is not the key of a cache entry.", nameof(key));
        }

        var path = PathOf(key);
        return File.Exists(path) && Delete(path);
    }

    private string PathOf(string key) => Path.Combine(Directory, key[..2], key + Extension);

    private FileInfo[] Files()
    {
        var root = new DirectoryInfo(Directory);
        try
        {
            return root.Exists ? root.GetFiles("*" + Extension, SearchOption.AllDirectories) : [];
        }
        catch (Exception unreadable) when (IsOfFiles(unreadable))
        {
            return [];
        }
    }

    private static VideoCacheEntry? Describe(FileInfo file)
    {
        try
        {
            // The header's line is a path and some numbers: far below this size.
            var start = new byte[64 * 1024];
            using var stream = file.OpenRead();
            var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            var end = start.AsSpan(0, read).IndexOf((byte)'\n');
            return end >= 0 && CacheEntryFormat.ReadHeader(start.AsSpan(0, end)) is { } header
                ? new VideoCacheEntry
                {
                    FullName = header.FullName,
                    Analysis = header.Analysis,
                    RecordCount = header.RecordCount,
                    Length = file.Length,
                    Created = header.Created.ToLocalTime(),
                    LastUsed = file.LastWriteTime,
                    Key = Path.GetFileNameWithoutExtension(file.Name),
                }
                : null;
        }
        catch (Exception gone) when (IsOfFiles(gone))
        {
            return null;
        }
    }

    private void Trim(long added)
    {
        lock (_gate)
        {
            _bytes = _bytes < 0 ? Files().Sum(f => f.Length) : _bytes + added;
            if (_bytes <= _limit)
            {
                return;
            }

            DeleteAbandoned();
            var files = Files().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
            _bytes = files.Sum(f => f.Length);
            foreach (var file in files.TakeWhile(_ => _bytes > _limit * KeptShare))
            {
                if (Delete(file.FullName))
                {
                    _bytes -= file.Length;
                }
            }
        }
    }

    // What a process that was killed while writing left behind.
    private void DeleteAbandoned()
    {
        try
        {
            var old = DateTime.UtcNow - AbandonedAfter;
            foreach (var file in new DirectoryInfo(Directory)
                .GetFiles("*" + TemporaryExtension, SearchOption.AllDirectories)
                .Where(f => f.LastWriteTimeUtc < old))
            {
                Delete(file.FullName);
            }
        }
        catch (Exception unreadable) when (IsOfFiles(unreadable))
        {
            // The next trim tries again.
        }
    }

    private static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(path);
        }
        else
        {
            // What is said in a user's videos is nobody else's business.
            System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception readOnly) when (IsOfFiles(readOnly))
        {
            // It only looks older than it is.
        }
    }

    private static bool Delete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception kept) when (IsOfFiles(kept))
        {
            return false;
        }
    }

    private static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;
}
