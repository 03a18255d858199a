namespace VideoTools.Engine.Caching;

/// <summary>
/// Where results are kept: in VIDEOTOOLS_CACHE where that is set, otherwise where the system keeps caches of a user. The limit of its size
/// is VIDEOTOOLS_CACHE_MB (512 where it is not set).
/// </summary>
internal static class CacheLocation
{
    /// <summary>Environment variable that names the directory.</summary>
    public const string DirectoryVariable = "VIDEOTOOLS_CACHE";

    /// <summary>Environment variable that limits the size, in MiB.</summary>
    public const string LimitVariable = "VIDEOTOOLS_CACHE_MB";

    private const long DefaultMegabytes = 512;

    /// <summary>The directory; it need not exist.</summary>
    public static string Find(Func<string, string?> environment)
    {
        if (environment(DirectoryVariable) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "VideoTools", "Cache");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", "Caches", "VideoTools");
        }

        // The XDG base directory specification: a relative path is to be ignored.
        var caches = environment("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg)
            ? xdg
            : Path.Combine(home, ".cache");
        return Path.Combine(caches, "VideoTools");
    }

    /// <summary>Most bytes that entries may take.</summary>
    public static long Limit(Func<string, string?> environment)
    {
        var megabytes = long.TryParse(environment(LimitVariable), out var given) && given is >= 0 and < 1L << 30
            ? given
            : DefaultMegabytes;
        return megabytes << 20;
    }
}
