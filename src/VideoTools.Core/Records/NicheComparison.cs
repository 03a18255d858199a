namespace VideoTools;

/// <summary>How two groups of videos differ in one measure.</summary>
[View(
    "Measure:19", "n A=CountA:5", "n B=CountB:5", "Median A=MedianA:8:0.##", "Median B=MedianB:8:0.##",
    "Delta=CliffDelta:5:0.00", "Magnitude:10", "p adj.=PAdjusted:6:0.000", "Test",
    Set = "Measure GroupA GroupB CountA CountB MedianA MedianB CliffDelta Magnitude PAdjusted Test")]
public sealed record NicheComparison
{
    /// <summary>The measure, for example CutsPerMinute.</summary>
    [Column(Width = 19)]
    public required string Measure { get; init; }

    /// <summary>Name of the first group.</summary>
    public required string GroupA { get; init; }

    /// <summary>Name of the second group.</summary>
    public required string GroupB { get; init; }

    /// <summary>Videos of the first group where the measure is known.</summary>
    public int CountA { get; init; }

    /// <summary>Videos of the second group where the measure is known.</summary>
    public int CountB { get; init; }

    /// <summary>Median of the first group; null without videos.</summary>
    [Column(Width = 7)]
    public double? MedianA { get; init; }

    /// <summary>Median of the second group; null without videos.</summary>
    [Column(Width = 7)]
    public double? MedianB { get; init; }

    /// <summary>MedianA - MedianB, in the unit of the measure.</summary>
    public double? Difference { get; init; }

    /// <summary>
    /// Cliff's delta, -1 to 1: the chance that a video of A has more than one of B, less the chance that it has less. Null where a
    /// group is empty.
    /// </summary>
    [Column(Width = 10)]
    public double? CliffDelta { get; init; }

    /// <summary>Size of the effect: negligible, small, medium or large (Romano and others, 2006); null without a delta.</summary>
    [Column(Width = 10)]
    public string? Magnitude { get; init; }

    /// <summary>Two-sided p of the rank-sum test; null when there are too few videos.</summary>
    public double? P { get; init; }

    /// <summary>P with Holm's correction for having tested several measures.</summary>
    [Column(Width = 9)]
    public double? PAdjusted { get; init; }

    /// <summary>How P was found: exact, permutation, normal, or "too few".</summary>
    [Column(Width = 11)]
    public required string Test { get; init; }
}
