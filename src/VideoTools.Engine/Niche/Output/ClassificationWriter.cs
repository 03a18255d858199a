namespace VideoTools.Engine.Niche.Output;

/// <summary>
/// The table of niches as CSV: the five columns that existing readers know, then ours. UTF-8 without byte order mark, line feeds, commas,
/// quotes where they are needed (RFC 4180); numbers are the same in every culture.
/// </summary>
internal static class ClassificationWriter
{
    private static readonly (string Name, Func<VideoNiche, object?> Get)[] Columns =
    [
        ("confidence", v => v.Confidence),
        ("category", v => v.Category),
        ("subcategory", v => v.Subcategory),
        ("micro_niche", v => v.MicroNiche),
        ("full_path", v => v.FullPath),
        ("matched_keywords", v => v.MatchedKeyword),
        ("alternatives", v => v.Alternatives),
        ("source", v => v.Source),
        ("scorer", v => v.Scorer),
        ("language", v => v.Language),
        ("typical_video_length", v => v.TypicalVideoLength),
        ("pacing", v => v.Pacing),
        ("cta_strength", v => v.CtaStrength),
    ];

    /// <summary>The file's bytes: a header and a row a video, in the order given.</summary>
    /// <param name="videos">The videos.</param>
    /// <param name="videoDirectory">Where relative paths start from; null for the deepest directory that has all videos.</param>
    public static byte[] Serialize(IReadOnlyList<VideoNiche> videos, string? videoDirectory)
    {
        var root = videoDirectory ?? CommonDirectory(videos.Select(v => v.FullName));
        var text = new StringBuilder();
        Append(text, ["video_id", "filename", "niche", "relative_path", "text_sample", .. Columns.Select(c => c.Name)]);
        foreach (var video in videos)
        {
            Append(text,
            [
                video.VideoId,
                video.FileName ?? (video.FullName is null ? null : Path.GetFileName(video.FullName)),
                video.Category,
                Relative(video.FullName, root),
                video.TextSample,
                .. Columns.Select(c => c.Get(video) is { } value ? RecordText.Format(value) : null),
            ]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The deepest directory that has all paths below it; null when there is none, or no path at all.</summary>
    public static string? CommonDirectory(IEnumerable<string?> paths)
    {
        string? common = null;
        foreach (var path in paths.Where(p => p is not null && Path.IsPathFullyQualified(p)))
        {
            var directory = Path.GetDirectoryName(path);
            common ??= directory;
            while (common is not null && !IsBelow(directory, common))
            {
                common = Path.GetDirectoryName(common);
            }

            if (common is null)
            {
                return null;
            }
        }

        return common;
    }

    private static bool IsBelow(string? directory, string root) =>
        directory == root
        || (directory?.StartsWith(
            Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ?? false);

    private static string? Relative(string? path, string? root) =>
        path is null || root is null || !Path.IsPathFullyQualified(path) ? path : Path.GetRelativePath(root, path).Replace('\\', '/');

    private static void Append(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Quote)).Append('\n');

    private static string Quote(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : RecordText.Quote(cell);
}
