namespace VideoTools;

/// <summary>
/// What the videos of a niche have in common. Of every measure: mean, median and quartiles (Hyndman and Fan's type 7) over the videos
/// where
/// it is known; null when it is known of none.
/// </summary>
[View(
    "Niche:22", "N=SampleSize:6", "Cuts/min=CutsPerMinuteMedian:8:0.0", "Pacing=PacingClass:9",
    "Text %=TextCoveragePercentMedian:6:0.0", "Zone=PrimaryTextZone:6", "WPM=WordsPerMinuteMedian:5:0",
    "Hook=HookType",
    Set = "Niche SampleSize CutsPerMinuteMedian PacingClass TextCoveragePercentMedian PrimaryTextZone WordsPerMinuteMedian HookType")]
public sealed record NicheStatistic
{
    /// <summary>The niche at the chosen level, "tech" or "tech &gt; coding"; "unknown" for videos without one.</summary>
    [Column(Width = 22)]
    public required string Niche { get; init; }

    /// <summary>Level of the taxonomy: 1 category, 2 subcategory, 3 micro-niche.</summary>
    public int Level { get; init; }

    /// <summary>Videos of the niche that came in.</summary>
    [Column(Width = 10)]
    public int SampleSize { get; init; }

    /// <summary>Those of them whose cut rate is known.</summary>
    public int SceneSampleSize { get; init; }

    /// <summary>Those of them whose on-screen text was analysed.</summary>
    public int TextSampleSize { get; init; }

    /// <summary>Those of them whose speech was analysed.</summary>
    public int SpeechSampleSize { get; init; }

    /// <summary>False for a running result, more videos may follow; true for the last one.</summary>
    public bool IsFinal { get; init; }

    /// <summary>
    /// By the median of cuts a minute: slow (below 10), moderate (below 20), fast (below 30) or very_fast; null when unknown.
    /// </summary>
    [Column(Width = 11)]
    public string? PacingClass { get; init; }

    /// <summary>The zone that most videos have most of their text in: top, middle, bottom, or none.</summary>
    public string PrimaryTextZone { get; init; } = "none";

    /// <summary>Share (0 to 1) of the videos with text that have it there; null without text.</summary>
    public double? PrimaryTextZoneShare { get; init; }

    /// <summary>
    /// What most videos show in the first three seconds: none, or cut, text and speech joined by "+"; null when unknown.
    /// </summary>
    [Column(Width = 14)]
    public string? HookType { get; init; }

    /// <summary>Share (0 to 1) of the videos that begin so.</summary>
    public double? HookTypeShare { get; init; }

    /// <summary>Share of the videos with a cut in the first three seconds, of those where that is known.</summary>
    public double? HookCutShare { get; init; }

    /// <summary>Share of the videos with text in the first three seconds.</summary>
    public double? HookTextShare { get; init; }

    /// <summary>Share of the videos with speech in the first three seconds.</summary>
    public double? HookSpeechShare { get; init; }

    /// <summary>Median number of cuts in the first three seconds.</summary>
    public double? HookCutCountMedian { get; init; }

    /// <summary>Median number of texts in the first three seconds.</summary>
    public double? HookTextCountMedian { get; init; }

    /// <summary>Median number of words in the first three seconds.</summary>
    public double? HookWordCountMedian { get; init; }

    /// <summary>Share of the videos in which somebody speaks.</summary>
    public double? SpeechShare { get; init; }

    /// <summary>Mean of the videos' mean colours, #RRGGBB.</summary>
    public string? MeanColor { get; init; }

    /// <summary>Mean share (0 to 1) of the time with text in 6 x 6 cells, row by row from the top left; empty when unknown.</summary>
    public ValueList<double> TextHeat { get; init; } = ValueList<double>.Empty;

    /// <summary>Mean of cuts a minute.</summary>
    public double? CutsPerMinuteMean { get; init; }

    /// <summary>Median of cuts a minute.</summary>
    [Column(Width = 19)]
    public double? CutsPerMinuteMedian { get; init; }

    /// <summary>Lower quartile of cuts a minute.</summary>
    public double? CutsPerMinuteLowerQuartile { get; init; }

    /// <summary>Upper quartile of cuts a minute.</summary>
    public double? CutsPerMinuteUpperQuartile { get; init; }

    /// <summary>Mean of the videos' mean scene length in seconds.</summary>
    public double? MeanSceneSecondsMean { get; init; }

    /// <summary>Median of the videos' mean scene length in seconds.</summary>
    public double? MeanSceneSecondsMedian { get; init; }

    /// <summary>Lower quartile of the videos' mean scene length in seconds.</summary>
    public double? MeanSceneSecondsLowerQuartile { get; init; }

    /// <summary>Upper quartile of the videos' mean scene length in seconds.</summary>
    public double? MeanSceneSecondsUpperQuartile { get; init; }

    /// <summary>Mean of the videos' median scene length in seconds.</summary>
    public double? MedianSceneSecondsMean { get; init; }

    /// <summary>Median of the videos' median scene length in seconds.</summary>
    public double? MedianSceneSecondsMedian { get; init; }

    /// <summary>Lower quartile of the videos' median scene length in seconds.</summary>
    public double? MedianSceneSecondsLowerQuartile { get; init; }

    /// <summary>Upper quartile of the videos' median scene length in seconds.</summary>
    public double? MedianSceneSecondsUpperQuartile { get; init; }

    /// <summary>Mean of scenes.</summary>
    public double? SceneCountMean { get; init; }

    /// <summary>Median of scenes.</summary>
    public double? SceneCountMedian { get; init; }

    /// <summary>Lower quartile of scenes.</summary>
    public double? SceneCountLowerQuartile { get; init; }

    /// <summary>Upper quartile of scenes.</summary>
    public double? SceneCountUpperQuartile { get; init; }

    /// <summary>Mean of on-screen texts.</summary>
    public double? TextCountMean { get; init; }

    /// <summary>Median of on-screen texts.</summary>
    public double? TextCountMedian { get; init; }

    /// <summary>Lower quartile of on-screen texts.</summary>
    public double? TextCountLowerQuartile { get; init; }

    /// <summary>Upper quartile of on-screen texts.</summary>
    public double? TextCountUpperQuartile { get; init; }

    /// <summary>Mean of percent of the time with text.</summary>
    public double? TextCoveragePercentMean { get; init; }

    /// <summary>Median of percent of the time with text.</summary>
    public double? TextCoveragePercentMedian { get; init; }

    /// <summary>Lower quartile of percent of the time with text.</summary>
    public double? TextCoveragePercentLowerQuartile { get; init; }

    /// <summary>Upper quartile of percent of the time with text.</summary>
    public double? TextCoveragePercentUpperQuartile { get; init; }

    /// <summary>Mean of on-screen texts a second.</summary>
    public double? OverlayDensityMean { get; init; }

    /// <summary>Median of on-screen texts a second.</summary>
    public double? OverlayDensityMedian { get; init; }

    /// <summary>Lower quartile of on-screen texts a second.</summary>
    public double? OverlayDensityLowerQuartile { get; init; }

    /// <summary>Upper quartile of on-screen texts a second.</summary>
    public double? OverlayDensityUpperQuartile { get; init; }

    /// <summary>Mean of words said.</summary>
    public double? WordCountMean { get; init; }

    /// <summary>Median of words said.</summary>
    public double? WordCountMedian { get; init; }

    /// <summary>Lower quartile of words said.</summary>
    public double? WordCountLowerQuartile { get; init; }

    /// <summary>Upper quartile of words said.</summary>
    public double? WordCountUpperQuartile { get; init; }

    /// <summary>Mean of seconds with speech.</summary>
    public double? SpeakingSecondsMean { get; init; }

    /// <summary>Median of seconds with speech.</summary>
    public double? SpeakingSecondsMedian { get; init; }

    /// <summary>Lower quartile of seconds with speech.</summary>
    public double? SpeakingSecondsLowerQuartile { get; init; }

    /// <summary>Upper quartile of seconds with speech.</summary>
    public double? SpeakingSecondsUpperQuartile { get; init; }

    /// <summary>Mean of words a minute of speech, of videos with speech.</summary>
    public double? WordsPerMinuteMean { get; init; }

    /// <summary>Median of words a minute of speech, of videos with speech.</summary>
    public double? WordsPerMinuteMedian { get; init; }

    /// <summary>Lower quartile of words a minute of speech, of videos with speech.</summary>
    public double? WordsPerMinuteLowerQuartile { get; init; }

    /// <summary>Upper quartile of words a minute of speech, of videos with speech.</summary>
    public double? WordsPerMinuteUpperQuartile { get; init; }

    /// <summary>Mean of mean luma, 0 to 255.</summary>
    public double? BrightnessMeanMean { get; init; }

    /// <summary>Median of mean luma, 0 to 255.</summary>
    public double? BrightnessMeanMedian { get; init; }

    /// <summary>Lower quartile of mean luma, 0 to 255.</summary>
    public double? BrightnessMeanLowerQuartile { get; init; }

    /// <summary>Upper quartile of mean luma, 0 to 255.</summary>
    public double? BrightnessMeanUpperQuartile { get; init; }

    /// <summary>Mean of deviation of the frames' mean luma.</summary>
    public double? BrightnessDeviationMean { get; init; }

    /// <summary>Median of deviation of the frames' mean luma.</summary>
    public double? BrightnessDeviationMedian { get; init; }

    /// <summary>Lower quartile of deviation of the frames' mean luma.</summary>
    public double? BrightnessDeviationLowerQuartile { get; init; }

    /// <summary>Upper quartile of deviation of the frames' mean luma.</summary>
    public double? BrightnessDeviationUpperQuartile { get; init; }

    /// <summary>Mean of luma change inside scenes.</summary>
    public double? MotionMean { get; init; }

    /// <summary>Median of luma change inside scenes.</summary>
    public double? MotionMedian { get; init; }

    /// <summary>Lower quartile of luma change inside scenes.</summary>
    public double? MotionLowerQuartile { get; init; }

    /// <summary>Upper quartile of luma change inside scenes.</summary>
    public double? MotionUpperQuartile { get; init; }

    /// <summary>Mean of duration in seconds.</summary>
    public double? DurationSecondsMean { get; init; }

    /// <summary>Median of duration in seconds.</summary>
    public double? DurationSecondsMedian { get; init; }

    /// <summary>Lower quartile of duration in seconds.</summary>
    public double? DurationSecondsLowerQuartile { get; init; }

    /// <summary>Upper quartile of duration in seconds.</summary>
    public double? DurationSecondsUpperQuartile { get; init; }

    /// <summary>The shortest video.</summary>
    public double? DurationSecondsMinimum { get; init; }

    /// <summary>The longest video.</summary>
    public double? DurationSecondsMaximum { get; init; }
}
