namespace VideoTools;

/// <summary>Asks for the activity of every scene or segment: a <see cref="VideoActivity"/> each.</summary>
public sealed record ActivityOptions : FeatureOptions
{
    /// <summary>Length of fixed segments in seconds; null takes the scenes, and segments of 5 s where there are fewer than 3.</summary>
    public double? SegmentSeconds { get; init; }

    /// <summary>Name of the crop strategy whose measure is activity; Balanced measures motion.</summary>
    public string Strategy { get; init; } = "Balanced";

    /// <summary>What makes a stretch dull.</summary>
    public DullBy DullBy { get; init; }

    /// <summary>Percentile of the activity below which a stretch is dull, 0 to 100.</summary>
    public double DullPercentile { get; init; } = 30;

    /// <summary>Activity below which a stretch is dull, in the measure's own unit; null takes the percentile.</summary>
    public double? DullThreshold { get; init; }

    /// <summary>Highest speed that a dull stretch is given, 2 to 16.</summary>
    public double MaximumSpeed { get; init; } = 4;
}
