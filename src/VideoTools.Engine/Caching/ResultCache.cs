// Method: one file an entry (CacheFolder says how they are named). An entry is written to a temporary name and renamed, so that readers of
// any process see all of it or none; two that write the same one write the same. A hit sets the entry's time, and when the entries
// together exceed the limit, those not used for longest are deleted down to nine tenths of it. Cost: one file read a hit; the directory
// is listed once a process, then again when the limit may be exceeded.
namespace VideoTools.Engine.Caching;

/// <summary>
/// Stored results. Thread-safe, and safe beside other processes. Nothing here fails an analysis: what cannot be kept is not kept.
/// </summary>
internal sealed class ResultCache : ICache
{
    private const double KeptShare = 0.9;

    // Longer than any entry that is stored with the default limit.
    private const long MaxEntryBytes = 256L << 20;
    private static readonly Lock SharedGate = new();
    private static ResultCache? s_shared;

    private readonly Lock _gate = new();
    private readonly long _limit;
    private readonly CacheFolder _folder;
    private long _bytes = -1;

    /// <summary>A cache in a directory, which is made when something is stored.</summary>
    public ResultCache(string directory, long limit)
    {
        _folder = new CacheFolder(directory);
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
    public string Directory => _folder.Root;

    /// <summary>The stored result; null when there is none. A damaged entry is deleted.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="types">The records that may stand in it.</param>
    public CachedResult? Find(string key, IReadOnlyList<Type> types)
    {
        try
        {
            if (_folder.Find(key) is not { } file || file.Length > Math.Max(MaxEntryBytes, _limit / 4))
            {
                return null;
            }

            if (CacheEntryFormat.Read(File.ReadAllBytes(file.FullName), types) is { } result)
            {
                Touch(file.FullName);
                return result;
            }

            Delete(file.FullName);
        }
        catch (Exception absent) when (CacheFolder.IsOfFiles(absent))
        {
            // Another process deleted it, or it may not be read.
        }

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

        if (_folder.Write(key, bytes))
        {
            Trim(bytes.Length);
        }
    }

    public IReadOnlyList<VideoCacheEntry> List() =>
    [
        .. _folder.Entries().Select(Describe).OfType<VideoCacheEntry>()
            .OrderByDescending(e => e.LastUsed).ThenBy(e => e.Key, StringComparer.Ordinal),
    ];

    public bool Remove(string key)
    {
        if (!CacheFolder.IsKey(key))
        {
            throw new ArgumentException($"'{key}' is not the key of a cache entry.", nameof(key));
        }

        return _folder.Find(key) is { } file && Delete(file.FullName);
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
        catch (Exception gone) when (CacheFolder.IsOfFiles(gone))
        {
            return null;
        }
    }

    private void Trim(long added)
    {
        lock (_gate)
        {
            if (_bytes < 0)
            {
                _folder.DeleteAbandoned();
            }

            _bytes = _bytes < 0 ? _folder.Entries().Sum(f => f.Length) : _bytes + added;
            if (_bytes <= _limit)
            {
                return;
            }

            var files = _folder.Entries().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
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

    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception readOnly) when (CacheFolder.IsOfFiles(readOnly))
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
        catch (Exception kept) when (CacheFolder.IsOfFiles(kept))
        {
            return false;
        }
    }
}
