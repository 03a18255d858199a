namespace VideoTools;

/// <summary>How on-screen text is read.</summary>
public sealed record TextOptions : FeatureOptions
{
    /// <summary>Which frames are read.</summary>
    public TextSampling Sampling { get; init; }

    /// <summary>Seconds between two frames with <see cref="TextSampling.Interval"/>.</summary>
    public double Interval { get; init; } = 1;

    /// <summary>Readings below this confidence (0 to 1) are left out.</summary>
    public double MinimumConfidence { get; init; } = 0.5;

    /// <summary>
    /// "en" reads Latin letters, digits and signs only, "zh" and null also Chinese characters. Naming a language the picture does
    /// not show only removes characters, it adds none.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>What the models run on.</summary>
    public DeviceOrder Device { get; init; }
}
