namespace VideoTools.PowerShell;

/// <summary>Builds a <see cref="VideoNiche"/> from named values, as they stand in a CSV row of any culture.</summary>
internal static class VideoNicheReader
{
    /// <summary>True when the values are those of a classified video and of no other record.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    public static bool IsNiche(Func<string, object?> get) =>
        get(nameof(VideoNiche.Category)) is not null
        && get(nameof(VideoNiche.MatchedKeyword)) is not null
        && get(nameof(VideoNiche.Scorer)) is not null;

    /// <summary>Reads the values; Category must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="niche">The record, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out VideoNiche? niche, out string problem)
    {
        var row = new RowReader(get);
        var read = new VideoNiche
        {
            FullName = row.OptionalText(nameof(VideoNiche.FullName)),
            VideoId = row.OptionalText(nameof(VideoNiche.VideoId)) ?? "",
            FileName = row.OptionalText(nameof(VideoNiche.FileName)),
            Category = row.Text(nameof(VideoNiche.Category)),
            Subcategory = row.OptionalText(nameof(VideoNiche.Subcategory)),
            MicroNiche = row.OptionalText(nameof(VideoNiche.MicroNiche)),
            FullPath = row.OptionalText(nameof(VideoNiche.FullPath)),
            Confidence = row.Number(nameof(VideoNiche.Confidence), optional: true),
            MatchedKeyword = row.OptionalTexts(nameof(VideoNiche.MatchedKeyword)) ?? ValueList<string>.Empty,
            Alternatives = row.OptionalTexts(nameof(VideoNiche.Alternatives)) ?? ValueList<string>.Empty,
            Source = row.OptionalTexts(nameof(VideoNiche.Source)) ?? ValueList<string>.Empty,
            Scorer = row.Choice<NicheScorer>(nameof(VideoNiche.Scorer)) ?? default,
            Language = row.OptionalText(nameof(VideoNiche.Language)),
            TextSample = row.OptionalText(nameof(VideoNiche.TextSample)),
            TypicalVideoLength = row.OptionalText(nameof(VideoNiche.TypicalVideoLength)),
            Pacing = row.OptionalText(nameof(VideoNiche.Pacing)),
            CtaStrength = row.OptionalText(nameof(VideoNiche.CtaStrength)),
            DurationSeconds = row.OptionalNumber(nameof(VideoNiche.DurationSeconds)),
            Width = row.OptionalWhole(nameof(VideoNiche.Width)),
            Height = row.OptionalWhole(nameof(VideoNiche.Height)),
            SceneCount = row.OptionalWhole(nameof(VideoNiche.SceneCount)),
            MeanSceneSeconds = row.OptionalNumber(nameof(VideoNiche.MeanSceneSeconds)),
            MedianSceneSeconds = row.OptionalNumber(nameof(VideoNiche.MedianSceneSeconds)),
            CutsPerMinute = row.OptionalNumber(nameof(VideoNiche.CutsPerMinute)),
            SceneStarts = row.OptionalNumbers(nameof(VideoNiche.SceneStarts)),
            MeanColor = row.OptionalText(nameof(VideoNiche.MeanColor)),
            DominantColor = row.OptionalText(nameof(VideoNiche.DominantColor)),
            DominantColorShare = row.OptionalNumber(nameof(VideoNiche.DominantColorShare)),
            BrightnessMean = row.OptionalNumber(nameof(VideoNiche.BrightnessMean)),
            BrightnessDeviation = row.OptionalNumber(nameof(VideoNiche.BrightnessDeviation)),
            Motion = row.OptionalNumber(nameof(VideoNiche.Motion)),
            TextCount = row.OptionalWhole(nameof(VideoNiche.TextCount)),
            TextCoveragePercent = row.OptionalNumber(nameof(VideoNiche.TextCoveragePercent)),
            TextPhrases = row.OptionalTexts(nameof(VideoNiche.TextPhrases)),
            TextZone = row.OptionalText(nameof(VideoNiche.TextZone)),
            TextZones = row.OptionalTexts(nameof(VideoNiche.TextZones)),
            TextHeat = row.OptionalNumbers(nameof(VideoNiche.TextHeat)),
            TextPattern = row.OptionalText(nameof(VideoNiche.TextPattern)),
            FirstTextSeconds = row.OptionalNumber(nameof(VideoNiche.FirstTextSeconds)),
            HasSpeech = row.OptionalTruth(nameof(VideoNiche.HasSpeech)),
            SpeechLanguage = row.OptionalText(nameof(VideoNiche.SpeechLanguage)),
            Transcript = row.OptionalText(nameof(VideoNiche.Transcript)),
            WordCount = row.OptionalWhole(nameof(VideoNiche.WordCount)),
            SpeakingSeconds = row.OptionalNumber(nameof(VideoNiche.SpeakingSeconds)),
            WordsPerMinute = row.OptionalNumber(nameof(VideoNiche.WordsPerMinute)),
            FirstSpeechSeconds = row.OptionalNumber(nameof(VideoNiche.FirstSpeechSeconds)),
            HookCutCount = row.OptionalWhole(nameof(VideoNiche.HookCutCount)),
            HookTextCount = row.OptionalWhole(nameof(VideoNiche.HookTextCount)),
            HookWordCount = row.OptionalNumber(nameof(VideoNiche.HookWordCount)),
            ViewCount = row.OptionalCount(nameof(VideoNiche.ViewCount)),
            LikeCount = row.OptionalCount(nameof(VideoNiche.LikeCount)),
            CommentCount = row.OptionalCount(nameof(VideoNiche.CommentCount)),
            FollowerCount = row.OptionalCount(nameof(VideoNiche.FollowerCount)),
            EngagementRate = row.OptionalNumber(nameof(VideoNiche.EngagementRate)),
            ViewRate = row.OptionalNumber(nameof(VideoNiche.ViewRate)),
            CompositeScore = row.OptionalNumber(nameof(VideoNiche.CompositeScore)),
            Status = row.Choice<RecordStatus>(nameof(VideoNiche.Status)) ?? RecordStatus.Ok,
        };
        problem = row.Problem;
        niche = problem.Length == 0 ? read : null;
        return niche is not null;
    }
}
