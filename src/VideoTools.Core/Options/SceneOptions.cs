namespace VideoTools;

/// <summary>How scenes are found.</summary>
public sealed record SceneOptions : FeatureOptions
{
    /// <summary>Which detector decides.</summary>
    public SceneDetector Detector { get; init; }

    /// <summary>The detector's threshold in its own unit; null takes its default.</summary>
    public double? Threshold { get; init; }

    /// <summary>Transitions closer than this to the one before are not reported; null takes the detector's default.</summary>
    public TimeSpan? MinimumLength { get; init; }

    /// <summary>True merges scenes shorter than MinimumLength into the following one (the last into the one before).</summary>
    public bool MergeShort { get; init; }

    /// <summary>Where no transition is found: cut into segments of this length; null leaves one scene.</summary>
    public TimeSpan? FallbackLength { get; init; }
}
