// Method: the whole file is made in memory. UTF-8 without byte order mark, line feeds, invariant numbers. Units: seconds.
// Cost: negligible.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Makes subtitles, JSON or text of transcripts.</summary>
internal static class TranscriptWriter
{
    /// <summary>The text of a transcript file.</summary>
    public static string Format(IReadOnlyList<TranscriptSegment> segments, TranscriptFormat format) => format switch
    {
        TranscriptFormat.Srt => Srt(SubtitleLayout.Arrange(segments)),
        TranscriptFormat.Vtt => Vtt(SubtitleLayout.Arrange(segments)),
        TranscriptFormat.Txt => string.Concat(segments.Where(s => s.Text is not null).Select(s => s.Text + "\n")),
        TranscriptFormat.Json => ToJson(segments),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    private static string Srt(IReadOnlyList<SubtitleCue> cues)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cues.Count; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i + 1}\n{Time(cues[i].Start, ',')} --> {Time(cues[i].End, ',')}\n{cues[i].Text}\n\n");
        }

        return text.ToString();
    }

    private static string Vtt(IReadOnlyList<SubtitleCue> cues)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var cue in cues)
        {
            // The three characters that WebVTT reads as markup; "-->" is broken up with them.
            var plain = cue.Text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start, '.')} --> {Time(cue.End, '.')}\n{plain}\n\n");
        }

        return text.ToString();
    }

    private static string Time(double seconds, char mark)
    {
        var milliseconds = (long)Math.Round(seconds * 1000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{mark}{milliseconds % 1000:000}");
    }

    private static string ToJson(IReadOnlyList<TranscriptSegment> segments)
    {
        var summary = SpeechSummary.Of(segments);
        return Encoding.UTF8.GetString(JsonText.ToFile(json =>
        {
            json.WriteString("file", segments.Count > 0 ? segments[0].FullName : "");
            json.WriteBoolean("hasSpeech", summary.HasSpeech);
            json.WriteString("skipReason", segments.Select(s => s.SkipReason).FirstOrDefault(r => r is not null)?.ToString());
            json.WriteString("language", summary.Language);
            json.WriteString("model", segments.Select(s => s.Model).FirstOrDefault(m => m is not null));
            json.WriteString("device", segments.Select(s => s.Device).FirstOrDefault(d => d is not null)?.ToString());
            json.WriteString("text", summary.Transcript ?? "");
            json.WriteNumber("wordCount", summary.WordCount);
            json.WriteNumber("speakingSeconds", summary.SpeakingSeconds);
            json.WriteNumber("wordsPerMinute", summary.WordsPerMinute);
            json.WriteStartArray("segments");
            foreach (var segment in segments.Where(s => s.HasSpeech))
            {
                Write(json, segment);
            }

            json.WriteEndArray();
        }));
    }

    private static void Write(Utf8JsonWriter json, TranscriptSegment segment)
    {
        json.WriteStartObject();
        json.WriteNumber("index", segment.Index);
        json.WriteNumber("start", segment.StartSeconds);
        json.WriteNumber("end", segment.EndSeconds);
        json.WriteString("text", segment.Text);
        Write(json, "averageLogProbability", segment.AverageLogProbability);
        Write(json, "noSpeechProbability", segment.NoSpeechProbability);
        Write(json, "compressionRatio", segment.CompressionRatio);
        Write(json, "temperature", segment.Temperature);
        if (segment.Words.Count > 0)
        {
            json.WriteStartArray("words");
            foreach (var word in segment.Words)
            {
                json.WriteStartObject();
                json.WriteString("text", word.Text);
                json.WriteNumber("start", word.StartSeconds);
                json.WriteNumber("end", word.EndSeconds);
                json.WriteNumber("probability", word.Probability);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, value.Value);
        }
    }
}
