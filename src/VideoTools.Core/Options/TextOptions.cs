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

    /// <summary>What reads the lines.</summary>
    public TextEngine Engine { get; init; }

    /// <summary>
    /// Languages of the text, as ISO 639-1 codes (de) or names of Tesseract's data (deu), several separated by commas; null finds out.
    /// "en" alone reads Latin letters, digits and signs only, "zh" also Chinese characters; every other language is read with
    /// Tesseract's help.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The program tesseract, or its directory; null looks in VIDEOTOOLS_TESSERACT, then on PATH.</summary>
    public string? TesseractPath { get; init; }

    /// <summary>What the models run on.</summary>
    public DeviceOrder Device { get; init; }
}
