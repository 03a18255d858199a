namespace VideoTools;

/// <summary>
/// The profile to imitate: what a typical video of a niche is like. Medians are what to aim at; means stand beside them.
/// </summary>
[View(
    "Niche:20", "N=SampleSize:6", "Cuts/min=CutsPerMinute:8:0.0", "Seconds=DurationSeconds:7:0.0",
    "Zone=PrimaryTextZone:6", "WPM=WordsPerMinute:5:0", "Hook",
    Set = "Niche SampleSize Pacing Hook CutsPerMinute SceneSeconds TextCoveragePercent "
        + "PrimaryTextZone DurationSeconds WordsPerMinute TypicalVideo")]
public sealed record NicheRecommendation
{
    /// <summary>The niche it is about; "all" when it is about every video.</summary>
    [Column(Width = 16)]
    public required string Niche { get; init; }

    /// <summary>Videos it rests on.</summary>
    [Column(Width = 10)]
    public int SampleSize { get; init; }

    /// <summary>Cuts a minute, median.</summary>
    [Column(Width = 13)]
    public double? CutsPerMinute { get; init; }

    /// <summary>Cuts a minute, mean.</summary>
    public double? CutsPerMinuteMean { get; init; }

    /// <summary>Mean scene length in seconds, median of the videos.</summary>
    public double? SceneSeconds { get; init; }

    /// <summary>Mean scene length in seconds, mean of the videos.</summary>
    public double? SceneSecondsMean { get; init; }

    /// <summary>On-screen texts a second, median.</summary>
    public double? OverlayDensity { get; init; }

    /// <summary>On-screen texts a second, mean.</summary>
    public double? OverlayDensityMean { get; init; }

    /// <summary>Percent of the time with text, median.</summary>
    public double? TextCoveragePercent { get; init; }

    /// <summary>Percent of the time with text, mean.</summary>
    public double? TextCoveragePercentMean { get; init; }

    /// <summary>Where most videos have their text: top, middle, bottom or none.</summary>
    public string PrimaryTextZone { get; init; } = "none";

    /// <summary>Duration in seconds, median.</summary>
    [Column(Width = 15)]
    public double? DurationSeconds { get; init; }

    /// <summary>Duration in seconds, mean.</summary>
    public double? DurationSecondsMean { get; init; }

    /// <summary>Words a minute of speech, median of the videos with speech.</summary>
    public double? WordsPerMinute { get; init; }

    /// <summary>Words a minute of speech, mean.</summary>
    public double? WordsPerMinuteMean { get; init; }

    /// <summary>Words said, median.</summary>
    public double? WordCount { get; init; }

    /// <summary>Words said, mean.</summary>
    public double? WordCountMean { get; init; }

    /// <summary>slow, moderate, fast or very_fast; null when unknown.</summary>
    [Column(Width = 11)]
    public string? PacingClass { get; init; }

    /// <summary>The pace in words.</summary>
    public string? Pacing { get; init; }

    /// <summary>What most videos show in the first three seconds, see <see cref="NicheStatistic.HookType"/>.</summary>
    public string? HookType { get; init; }

    /// <summary>How to begin, in words.</summary>
    public string? Hook { get; init; }

    /// <summary>The three most typical videos (path, or id where there is none), most typical first.</summary>
    public ValueList<string> TypicalVideo { get; init; } = ValueList<string>.Empty;
}
