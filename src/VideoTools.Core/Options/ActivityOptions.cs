namespace VideoTools;

/// <summary>Asks for the activity of every scene or segment: a <see cref="VideoActivity"/> each.</summary>
public sealed record ActivityOptions : FeatureOptions
{
    /// <summary>
    /// Length of fixed segments in seconds, 0.1 to 86400; null takes the scenes, and segments of 5 s where there are fewer than 3.
    /// </summary>
    public double? SegmentSeconds { get; init; }

    /// <summary>
    /// Name of the crop strategy whose heaviest measure is activity: motion of Balanced and Motion Priority, detail of Visual Detail,
    /// edges of Subject Detection and Color Focus.
    /// </summary>
    public string Strategy { get; init; } = "Balanced";

    /// <summary>What makes a stretch dull.</summary>
    public DullBy DullBy { get; init; }

    /// <summary>Percentile of the activity below which a stretch is dull, 0 to 100.</summary>
    public double DullPercentile { get; init; } = 30;

    /// <summary>
    /// Activity below which a stretch is dull, in luma levels, 0 to 1000: a higher one makes more dull; null takes the percentile.
    /// </summary>
    public double? DullThreshold { get; init; }

    /// <summary>Highest speed that a dull stretch is given, 2 to 16; the lowest is 2.</summary>
    public double MaximumSpeed { get; init; } = 4;
}
