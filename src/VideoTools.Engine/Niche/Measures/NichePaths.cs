namespace VideoTools.Engine.Niche.Measures;

/// <summary>Niches as text: keys from the top, joined by " > ".</summary>
internal static class NichePaths
{
    /// <summary>What stands between two keys.</summary>
    public const string Separator = " > ";

    /// <summary>Levels of a taxonomy.</summary>
    public const int LevelCount = 3;

    /// <summary>The niche of a video at a level, or as deep as it is known; "unknown" when there is none.</summary>
    /// <param name="video">The video.</param>
    /// <param name="level">1 to 3.</param>
    public static string At(VideoNiche video, int level) => string.Join(Separator, Keys(video).Take(level));

    /// <summary>True when a video is of a niche: its key at any level, or its path from the top, in any case.</summary>
    public static bool IsOf(VideoNiche video, string niche)
    {
        string[] wanted = [.. niche.Split('>').Select(k => k.Trim())];
        string[] keys = [.. Keys(video)];
        return wanted.Length == 1
            ? keys.Contains(wanted[0], StringComparer.OrdinalIgnoreCase)
            : wanted.Length <= keys.Length && wanted.SequenceEqual(keys.Take(wanted.Length), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A video with its keys taken from a path.</summary>
    public static VideoNiche WithPath(VideoNiche video, string? path)
    {
        string[] keys = [.. (path ?? "").Split('>').Select(k => k.Trim()).Where(k => k.Length > 0)];
        return keys.Length == 0 || keys[0] == VideoNiche.Unknown
            ? video with { Category = VideoNiche.Unknown }
            : video with
            {
                Category = keys[0],
                Subcategory = keys.ElementAtOrDefault(1),
                MicroNiche = keys.ElementAtOrDefault(2),
                FullPath = string.Join(Separator, keys),
            };
    }

    private static IEnumerable<string> Keys(VideoNiche video) =>
        new[] { video.Category is { Length: > 0 } ? video.Category : VideoNiche.Unknown, video.Subcategory, video.MicroNiche }
            .TakeWhile(key => !string.IsNullOrEmpty(key)).Select(key => key!);
}
