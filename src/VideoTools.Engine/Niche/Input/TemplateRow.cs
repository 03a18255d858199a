using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Niche.Input;

/// <summary>A template as a row of measures.</summary>
internal static class TemplateRow
{
    /// <summary>Copies what niches are measured by; the template's niche may be a path from the top.</summary>
    public static VideoNiche Of(VideoTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return NichePaths.WithPath(Measured(new VideoNiche { VideoId = template.VideoId }, template), template.Niche);
    }

    /// <summary>A video whose niche is known, with the names and measures of its template.</summary>
    public static VideoNiche Measured(VideoNiche niche, VideoTemplate template)
    {
        ArgumentNullException.ThrowIfNull(niche);
        ArgumentNullException.ThrowIfNull(template);
        return niche with
        {
            FullName = template.FullName,
            FileName = template.FileName,
            DurationSeconds = template.DurationSeconds,
            Width = template.Width,
            Height = template.Height,
            SceneCount = template.SceneCount,
            MeanSceneSeconds = template.MeanSceneSeconds,
            MedianSceneSeconds = template.MedianSceneSeconds,
            CutsPerMinute = template.CutsPerMinute,
            SceneStarts = template.SceneStarts,
            MeanColor = template.MeanColor,
            DominantColor = template.DominantColor,
            DominantColorShare = template.DominantColorShare,
            BrightnessMean = template.BrightnessMean,
            BrightnessDeviation = template.BrightnessDeviation,
            Motion = template.Motion,
            TextCount = template.TextCount,
            TextCoveragePercent = template.TextCoveragePercent,
            TextPhrases = template.TextPhrases,
            TextZone = template.TextZone,
            TextZones = template.TextZones,
            TextHeat = template.TextHeat,
            TextPattern = template.TextPattern,
            FirstTextSeconds = template.FirstTextSeconds,
            HasSpeech = template.HasSpeech,
            SpeechLanguage = template.SpeechLanguage,
            Transcript = template.Transcript,
            WordCount = template.WordCount,
            SpeakingSeconds = template.SpeakingSeconds,
            WordsPerMinute = template.WordsPerMinute,
            FirstSpeechSeconds = template.FirstSpeechSeconds,
            HookCutCount = template.HookCutCount,
            HookTextCount = template.HookTextCount,
            HookWordCount = template.HookWordCount,
            Status = template.Status,
        };
    }
}
