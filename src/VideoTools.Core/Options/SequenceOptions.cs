namespace VideoTools;

/// <summary>How frames that belong together are chosen.</summary>
public sealed record SequenceOptions : FeatureOptions
{
    /// <summary>Seconds of a sequence.</summary>
    public double IntervalSeconds { get; init; } = 2;

    /// <summary>Frames of a sequence, spread evenly over it.</summary>
    public int FramesPerSequence { get; init; } = 5;

    /// <summary>Longest side in pixels; a smaller video is not enlarged.</summary>
    public int LongSide { get; init; } = 640;

    /// <summary>
    /// A frame is left out when it differs from the last one kept by no more than this: mean absolute difference of luma, 0 to 1. 0 keeps
    /// every frame.
    /// </summary>
    public double ChangeThreshold { get; init; } = 0.1;
}
