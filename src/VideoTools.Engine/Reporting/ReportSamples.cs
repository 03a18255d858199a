namespace VideoTools.Engine.Reporting;

/// <summary>Joins the records of a report to one sample a video.</summary>
internal static class ReportSamples
{
    /// <summary>One sample a video, in the order in which the videos first came up; of two records of a kind the later one counts.</summary>
    public static IReadOnlyList<ReportSample> Join(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var templates = new OrderedDictionary<string, VideoTemplate>(StringComparer.Ordinal);
        foreach (var template in data.Templates)
        {
            templates[template.FullName] = template;
        }

        var byId = templates.Values.GroupBy(t => t.VideoId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var samples = new OrderedDictionary<string, ReportSample>(StringComparer.Ordinal);
        foreach (var niche in data.Niches)
        {
            // A row without a path belongs to the only video of its id.
            var path = niche.FullName ?? (byId.GetValueOrDefault(niche.VideoId) is [var only] ? only.FullName : null);
            var template = path is null ? null : templates.GetValueOrDefault(path);
            var key = path ?? (niche.VideoId.Length > 0 ? "id:" + niche.VideoId : "text:" + samples.Count);
            samples[key] = new ReportSample(template is null || niche.DurationSeconds is not null ? niche : Measured(niche, template), template);
        }

        foreach (var template in templates.Values)
        {
            samples.TryAdd(template.FullName, new ReportSample(Measured(Placed(template), template), template));
        }

        return [.. samples.Values];
    }

    private static VideoNiche Placed(VideoTemplate template)
    {
        var keys = (template.Niche ?? VideoNiche.Unknown).Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new VideoNiche
        {
            FullName = template.FullName,
            VideoId = template.VideoId,
            FileName = template.FileName,
            Category = keys.ElementAtOrDefault(0) ?? VideoNiche.Unknown,
            Subcategory = keys.ElementAtOrDefault(1),
            MicroNiche = keys.ElementAtOrDefault(2),
        };
    }

    private static VideoNiche Measured(VideoNiche niche, VideoTemplate template) => niche with
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
