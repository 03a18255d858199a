namespace VideoTools;

/// <summary>
/// Which two groups of videos are compared: a niche with another (or with all the rest), or the top of a column with the rest.
/// </summary>
public sealed record NicheComparisonOptions
{
    /// <summary>The first niche; with an engagement column: the niche to stay within. Null for all videos.</summary>
    public string? Niche { get; init; }

    /// <summary>The second niche; null for all videos that are not of the first.</summary>
    public string? OtherNiche { get; init; }

    /// <summary>A column such as ViewCount, EngagementRate or CompositeScore; null compares niches.</summary>
    public string? EngagementColumn { get; init; }

    /// <summary>Percent (above 0, below 100) of the videos with that column that are the top.</summary>
    public double TopPercent { get; init; } = 25;

    /// <summary>Below so many videos in a group (at least 2) nothing is tested.</summary>
    public int MinimumSampleSize { get; init; } = 3;
}
