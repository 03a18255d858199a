namespace VideoTools;

/// <summary>
/// Asks for frames: a <see cref="SelectedFrame"/> each. What is null has the mode's own value: modes that choose (Diverse, Scene) leave
/// out dark, bright, flat and blurred frames; the others give what they name, unless a limit is set.
/// </summary>
public sealed record FrameOptions : FeatureOptions
{
    /// <summary>Which frames.</summary>
    public FrameMode Mode { get; init; }

    /// <summary>Frames a minute that Diverse aims at, above 0 to 6000.</summary>
    public double PerMinute { get; init; } = 15;

    /// <summary>
    /// Most frames, at least 1; null takes 1000 in Diverse and Scene, and wherever Similarity is set, and no limit otherwise.
    /// </summary>
    public int? MaximumCount { get; init; }

    /// <summary>Seconds between two frames of Interval, above 0 to 86400; null takes 60 / PerMinute.</summary>
    public double? IntervalSeconds { get; init; }

    /// <summary>Least mean brightness, 0 to 255; null takes 20 in Diverse and Scene, 0 otherwise.</summary>
    public double? MinimumBrightness { get; init; }

    /// <summary>Most mean brightness, 0 to 255; null takes 240 in Diverse and Scene, 255 otherwise.</summary>
    public double? MaximumBrightness { get; init; }

    /// <summary>Least standard deviation of brightness, 0 to 128; null takes 10 in Diverse and Scene, 0 otherwise.</summary>
    public double? MinimumContrast { get; init; }

    /// <summary>
    /// Least variance of the Laplacian at analysis size (320 pixels on the long side), 0 or more; null takes 25 in Diverse and Scene, 0
    /// otherwise.
    /// </summary>
    public double? MinimumSharpness { get; init; }

    /// <summary>
    /// A frame that resembles any chosen one by more than this, 0 to 1, is passed over; 0 compares nothing; null takes 0.8 in Diverse, 0
    /// otherwise.
    /// </summary>
    public double? Similarity { get; init; }
}
