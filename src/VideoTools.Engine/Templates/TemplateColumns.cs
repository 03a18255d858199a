using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Features.Visual;
using VideoTools.Engine.People;

namespace VideoTools.Engine.Templates;

/// <summary>What fills the columns of a template, by part.</summary>
internal static class TemplateColumns
{
    /// <summary>A template with the columns that every one has.</summary>
    /// <param name="input">The file, and the range of it.</param>
    /// <param name="visual">What it is and looks like.</param>
    public static VideoTemplate Create(VideoInput input, VisualSummary visual) => new()
    {
        FullName = input.FullName,
        VideoId = VideoNames.GetVideoId(input.FullName),
        FileName = Path.GetFileName(input.FullName),
        SceneIndex = input.SceneIndex ?? 0,
        StartSeconds = input.From?.TotalSeconds,
        EndSeconds = input.To?.TotalSeconds,
        Duration = visual.Duration,
        DurationSeconds = visual.DurationSeconds,
        Width = visual.Width,
        Height = visual.Height,
        FramesPerSecond = visual.FramesPerSecond,
        FrameCount = visual.FrameCount,
        MeanColor = visual.MeanColor,
        DominantColor = visual.DominantColor,
        DominantColorShare = visual.DominantColorShare,
        BrightnessMean = visual.BrightnessMean,
        BrightnessDeviation = visual.BrightnessDeviation,
        Motion = visual.Motion,
        DecodeErrorCount = visual.DecodeErrorCount,
        Status = visual.Status,
    };

    /// <summary>Fills the columns of scenes.</summary>
    /// <param name="template">The template.</param>
    /// <param name="scenes">The scenes of the video in order.</param>
    public static VideoTemplate WithScenes(VideoTemplate template, IReadOnlyList<VideoScene> scenes)
    {
        var statistics = SceneStatistics.Of(scenes, template.DurationSeconds);
        return template with
        {
            SceneCount = statistics.Count,
            MeanSceneSeconds = statistics.MeanSeconds,
            MedianSceneSeconds = statistics.MedianSeconds,
            CutsPerMinute = statistics.CutsPerMinute,
            HookCutCount = scenes.Skip(1)
                .Count(s => s.Transition != TransitionKind.Fixed && s.StartSeconds < scenes[0].StartSeconds + TemplateLimits.HookSeconds),
            SceneStarts = new ValueList<double>(scenes.Select(s => s.StartSeconds)),
        };
    }

    /// <summary>Fills the columns of text.</summary>
    /// <param name="template">The template.</param>
    /// <param name="texts">The texts of the video.</param>
    /// <param name="readings">What was read.</param>
    /// <param name="visual">The first and the last frame.</param>
    public static VideoTemplate WithText(
        VideoTemplate template, IReadOnlyList<VideoText> texts, TextReadings readings, VisualSummary visual)
    {
        var (start, end) = (visual.StartSeconds, visual.EndSeconds);
        var text = TextSummary.Of(texts, start, end);
        VideoText[] inOrder = [.. texts.OrderBy(t => t.StartSeconds).ThenBy(t => t.Y).ThenBy(t => t.X).ThenBy(t => t.Index)];
        return template with
        {
            TextCount = text.Count,
            TextCoveragePercent = text.CoveragePercent,
            TextPhrases = text.Phrases,
            TextZone = text.Zone,
            TextZones = text.Zones,
            TextHeat = TextHeatMap.Of(texts, template.Width, template.Height, end - start),
            TextPattern = text.Pattern,
            TextFramesRead = readings.FramesRead,
            FirstTextSeconds = inOrder.Length > 0 ? inOrder[0].StartSeconds : null,
            TextDetections = new ValueList<TemplateText>(inOrder.Take(TemplateLimits.DetectionCount).Select(ToDetection)),
            HookTextCount = texts.Count(t => t.StartSeconds < start + TemplateLimits.HookSeconds),
            Device = readings.Device,
        };
    }

    /// <summary>Fills the columns of speech.</summary>
    /// <param name="template">The template.</param>
    /// <param name="segments">The segments of the video.</param>
    /// <param name="start">Time of the first frame in seconds.</param>
    public static VideoTemplate WithSpeech(VideoTemplate template, IReadOnlyList<TranscriptSegment> segments, double start)
    {
        var speech = SpeechSummary.Of(segments);
        var spoken = segments.Where(s => s is { HasSpeech: true, Text: not null }).ToArray();
        var heard = segments.Count > 0 ? segments[0] : null;
        return template with
        {
            HasSpeech = speech.HasSpeech,
            SpeechSkipReason = heard?.SkipReason,
            SpeechLanguage = speech.Language,
            Transcript = speech.Transcript,
            WordCount = speech.WordCount,
            SpeakingSeconds = speech.SpeakingSeconds,
            WordsPerMinute = speech.WordsPerMinute,
            FirstSpeechSeconds = spoken.Length > 0 ? spoken[0].StartSeconds : null,
            SpeechSegments = new ValueList<TemplateSpeech>(spoken.Select(s => new TemplateSpeech(s.StartSeconds, s.EndSeconds, s.Text!))),
            HookWordCount = Math.Round(spoken.Sum(s => WordsUntil(s, start + TemplateLimits.HookSeconds)), 1),
            SpeechModel = heard?.Model,
            Device = template.Device ?? heard?.Device,
        };
    }

    /// <summary>Fills the columns of faces.</summary>
    /// <param name="template">The template.</param>
    /// <param name="faces">The faces of the video.</param>
    /// <param name="readings">What was looked at.</param>
    public static VideoTemplate WithFaces(VideoTemplate template, IReadOnlyList<VideoFace> faces, FaceReadings readings) => template with
    {
        FaceCount = faces.Count == 0 ? 0 : faces.Max(f => f.FacesInFrame),
        FaceShare = readings.FramesRead > 0 ? Math.Round((double)faces.Count(f => f.FaceIndex == 1) / readings.FramesRead, 4) : 0,
        FacePeople = PersonGrouping.Count(faces, new PeopleOptions().Threshold),
        Device = template.Device ?? readings.Device,
    };

    private static TemplateText ToDetection(VideoText text) => new(
        text.StartSeconds, text.EndSeconds, text.Text, text.Confidence, text.X + (text.Width / 2), text.Y + (text.Height / 2), text.Zone);

    // Evenly spread over the segment: words have times only when they are asked for.
    private static double WordsUntil(TranscriptSegment segment, double end)
    {
        var length = segment.EndSeconds - segment.StartSeconds;
        var share = length > 0 ? Math.Clamp((end - segment.StartSeconds) / length, 0, 1) : segment.StartSeconds < end ? 1 : 0;
        return share * SpeechSummary.CountWords(segment.Text!, segment.Language);
    }
}
