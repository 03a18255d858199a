namespace VideoTools;

/// <summary>How the range of a value is found that a byte is to hold.</summary>
public enum CalibrationMethod
{
    /// <summary>The range that holds all but a small share of what was seen: one in 100,000 numbers at either end is cut.</summary>
    Percentile,

    /// <summary>The range that loses least information (Kullback-Leibler divergence).</summary>
    Entropy,

    /// <summary>Everything that was seen.</summary>
    MinMax,
}
