// The one list of measures: statistics, clusters, comparisons, JSON and tables all read it. What is not known is missing, never 0: a
// video whose text was not analysed says nothing about text. Two measures are rates without a meaning where their base is 0, and are
// missing there: cuts and texts of a video without length, and the pace of speech where nobody speaks (its word count, 0, does count).
namespace VideoTools.Engine.Niche.Measures;

/// <summary>All measures of a video.</summary>
internal static class NicheMeasures
{
    /// <summary>Transitions a minute.</summary>
    public static NicheMeasure CutsPerMinute { get; } =
        new("CutsPerMinute", "cuts_per_minute", v => v.DurationSeconds is 0 ? null : v.CutsPerMinute);

    /// <summary>Mean scene length in seconds.</summary>
    public static NicheMeasure MeanSceneSeconds { get; } = new("MeanSceneSeconds", "mean_scene_seconds", v => v.MeanSceneSeconds);

    /// <summary>Median scene length in seconds.</summary>
    public static NicheMeasure MedianSceneSeconds { get; } = new("MedianSceneSeconds", "median_scene_seconds", v => v.MedianSceneSeconds);

    /// <summary>Scenes.</summary>
    public static NicheMeasure SceneCount { get; } = new("SceneCount", "scene_count", v => v.SceneCount);

    /// <summary>On-screen texts.</summary>
    public static NicheMeasure TextCount { get; } = new("TextCount", "text_count", v => v.TextCount);

    /// <summary>Percent of the time with text.</summary>
    public static NicheMeasure TextCoveragePercent { get; } =
        new("TextCoveragePercent", "text_coverage_percent", v => v.TextCoveragePercent);

    /// <summary>On-screen texts a second.</summary>
    public static NicheMeasure OverlayDensity { get; } =
        new("OverlayDensity", "overlay_density", v => v.DurationSeconds > 0 ? v.TextCount / v.DurationSeconds : null);

    /// <summary>Words said.</summary>
    public static NicheMeasure WordCount { get; } = new("WordCount", "word_count", v => v.WordCount);

    /// <summary>Seconds with speech.</summary>
    public static NicheMeasure SpeakingSeconds { get; } = new("SpeakingSeconds", "speaking_seconds", v => v.SpeakingSeconds);

    /// <summary>Words a minute of speech.</summary>
    public static NicheMeasure WordsPerMinute { get; } =
        new("WordsPerMinute", "words_per_minute", v => v.WordsPerMinute > 0 ? v.WordsPerMinute : null);

    /// <summary>Mean luma, 0 to 255.</summary>
    public static NicheMeasure BrightnessMean { get; } = new("BrightnessMean", "brightness_mean", v => v.BrightnessMean);

    /// <summary>Standard deviation of the frames' mean luma.</summary>
    public static NicheMeasure BrightnessDeviation { get; } =
        new("BrightnessDeviation", "brightness_deviation", v => v.BrightnessDeviation);

    /// <summary>Luma change inside scenes.</summary>
    public static NicheMeasure Motion { get; } = new("Motion", "motion", v => v.Motion);

    /// <summary>Duration in seconds.</summary>
    public static NicheMeasure DurationSeconds { get; } = new("DurationSeconds", "duration_seconds", v => v.DurationSeconds);

    /// <summary>All, in the order of columns and rows.</summary>
    public static IReadOnlyList<NicheMeasure> All { get; } =
    [
        CutsPerMinute, MeanSceneSeconds, MedianSceneSeconds, SceneCount, TextCount, TextCoveragePercent, OverlayDensity,
        WordCount, SpeakingSeconds, WordsPerMinute, BrightnessMean, BrightnessDeviation, Motion, DurationSeconds,
    ];

    /// <summary>Those that say how a video is made, and that clusters are built on.</summary>
    public static IReadOnlyList<NicheMeasure> Features { get; } =
        [CutsPerMinute, MeanSceneSeconds, OverlayDensity, TextCoveragePercent, WordsPerMinute, WordCount];
}
