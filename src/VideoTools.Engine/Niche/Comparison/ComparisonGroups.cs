using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Niche.Comparison;

/// <summary>The two groups of a comparison.</summary>
/// <param name="NameA">Name of the first group.</param>
/// <param name="A">Its videos.</param>
/// <param name="NameB">Name of the second group.</param>
/// <param name="B">Its videos.</param>
internal sealed record ComparisonGroups(string NameA, IReadOnlyList<VideoNiche> A, string NameB, IReadOnlyList<VideoNiche> B)
{
    private static readonly Dictionary<string, Func<VideoNiche, double?>> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(VideoNiche.ViewCount)] = v => v.ViewCount,
        [nameof(VideoNiche.LikeCount)] = v => v.LikeCount,
        [nameof(VideoNiche.CommentCount)] = v => v.CommentCount,
        [nameof(VideoNiche.FollowerCount)] = v => v.FollowerCount,
        [nameof(VideoNiche.EngagementRate)] = v => v.EngagementRate,
        [nameof(VideoNiche.ViewRate)] = v => v.ViewRate,
        [nameof(VideoNiche.CompositeScore)] = v => v.CompositeScore,
    };

    /// <summary>Divides videos as the options say.</summary>
    /// <exception cref="ArgumentException">The options name no groups, an unknown column, or are out of range.</exception>
    public static ComparisonGroups Of(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options)
    {
        if (options.EngagementColumn is not null)
        {
            return TopAndRest(videos, options, options.EngagementColumn);
        }

        if (options.Niche is not { } niche)
        {
            throw new ArgumentException("Name a niche, or a column of engagement.", nameof(options));
        }

        // A video of both is of the first: groups that share videos cannot be tested.
        return new ComparisonGroups(
            niche,
            [.. videos.Where(v => NichePaths.IsOf(v, niche))],
            options.OtherNiche ?? "rest",
            [.. videos.Where(v => !NichePaths.IsOf(v, niche) && (options.OtherNiche is not { } other || NichePaths.IsOf(v, other)))]);
    }

    // A video with as much as the last one of the top belongs to the top, too: chance does not decide between equals.
    private static ComparisonGroups TopAndRest(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options, string name)
    {
        if (!Columns.TryGetValue(name, out var column))
        {
            throw new ArgumentException(
                $"There is no column of engagement '{name}'. Known are: {string.Join(", ", Columns.Keys)}.", nameof(options));
        }

        if (options.TopPercent is not (> 0 and < 100))
        {
            throw new ArgumentException("The percentage of the top lies between 0 and 100.", nameof(options));
        }

        if (options.OtherNiche is not null)
        {
            throw new ArgumentException("Compare two niches, or the top with the rest; not both.", nameof(options));
        }

        var known = videos.Where(v => options.Niche is null || NichePaths.IsOf(v, options.Niche))
            .Select(v => (Video: v, Value: column(v))).Where(v => v.Value is { } value && double.IsFinite(value)).ToArray();
        var count = (int)Math.Ceiling(known.Length * options.TopPercent / 100);
        var limit = known.Select(v => v.Value).OrderDescending().Skip(count - 1).FirstOrDefault();
        var spelling = Columns.Keys.First(k => k.Equals(name, StringComparison.OrdinalIgnoreCase));
        var within = options.Niche is null ? "" : options.Niche + ": ";
        return new ComparisonGroups(
            string.Create(CultureInfo.InvariantCulture, $"{within}top {options.TopPercent:0.##}% by {spelling}"),
            [.. known.Where(v => v.Value >= limit).Select(v => v.Video)],
            within + "rest",
            [.. known.Where(v => v.Value < limit).Select(v => v.Video)]);
    }
}
