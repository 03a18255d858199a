using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Templates;

/// <summary>The columns of a template that text and speech fill.</summary>
internal static class TemplateColumns
{
    /// <summary>Length of the hook: what decides whether somebody goes on watching.</summary>
    public const double HookSeconds = 3;

    private const int DetectionCount = 50;

    /// <summary>Fills the columns of text.</summary>
    /// <param name="template">The template.</param>
    /// <param name="texts">The texts of the video.</param>
    /// <param name="readings">What was read; null when that is not known.</param>
    /// <param name="start">Time of the first frame in seconds.</param>
    /// <param name="end">End of the last frame in seconds.</param>
    public static VideoTemplate WithText(
        VideoTemplate template, IReadOnlyList<VideoText> texts, ITextReadings? readings, double start, double end)
    {
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
            TextFramesRead = readings?.FramesRead,
            FirstTextSeconds = inOrder.Length > 0 ? inOrder[0].StartSeconds : null,
            TextDetections = new ValueList<TemplateText>(inOrder.Take(DetectionCount).Select(ToDetection)),
            HookTextCount = texts.Count(t => t.StartSeconds < start + HookSeconds),
            Device = readings?.Device,
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
            HookWordCount = Math.Round(spoken.Sum(s => WordsUntil(s, start + HookSeconds)), 1),
            SpeechModel = heard?.Model,
            Device = template.Device ?? heard?.Device,
        };
    }

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
