namespace VideoTools;

/// <summary>Which frames are read for text.</summary>
public enum TextSampling
{
    /// <summary>
    /// First, middle and last windows, every scene, and wherever the picture gained or lost something that looks like text.
    /// </summary>
    Smart,

    /// <summary>One frame an interval.</summary>
    Interval,

    /// <summary>Every frame.</summary>
    All,
}
