// Method: the measures of every video are written; the details (scene starts, texts, what is said) as long as the page's budget for them
// lasts, in the order of the videos. What has no details still has its place in every chart and in the table.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Reporting;

/// <summary>Writes the videos of a report.</summary>
/// <param name="json">Where to.</param>
internal sealed class SampleWriter(Utf8JsonWriter json)
{
    private const int SampleLength = 160;
    private int _budget = 2_000_000;

    /// <summary>Writes one video as an object.</summary>
    public void Write(ReportSample sample, VideoStill? still)
    {
        var video = sample.Niche;
        json.WriteStartObject();
        Text("id", video.VideoId);
        Text("name", sample.Name);
        Texts("path", sample.Keys);
        Text("sample", Short(video.TextSample));
        Text("language", video.Language ?? video.SpeechLanguage);
        Texts("keywords", video.MatchedKeyword);
        Texts("alternatives", video.Alternatives);
        Number("confidence", video.FullPath is null ? null : video.Confidence);
        WriteMeasures(video);
        WriteReach(video);
        if (video.Status != RecordStatus.Ok)
        {
            Text("status", video.Status.ToString());
        }

        Number("faces", sample.Template?.FaceCount);
        Number("faceShare", sample.Template?.FaceShare);
        Number("people", sample.Template?.FacePeople);
        WriteDetails(sample);
        if (still is not null)
        {
            json.WriteBase64String("still", still.Jpeg.Span);
        }

        json.WriteEndObject();
    }

    private void WriteMeasures(VideoNiche video)
    {
        Number("duration", video.DurationSeconds);
        Number("width", video.Width);
        Number("height", video.Height);
        Number("scenes", video.SceneCount);
        Number("meanScene", video.MeanSceneSeconds);
        Number("medianScene", video.MedianSceneSeconds);
        Number("cuts", video.CutsPerMinute);
        Numbers("rate", CutRate.Of(video), 1);
        Text("meanColor", video.MeanColor);
        Text("color", video.DominantColor);
        Number("brightness", video.BrightnessMean);
        Number("motion", video.Motion);
        Number("texts", video.TextCount);
        Number("coverage", video.TextCoveragePercent);
        Texts("phrases", video.TextPhrases ?? ValueList<string>.Empty);
        Text("zone", video.TextZone);
        Numbers("heat", video.TextHeat is { Count: 36 } heat ? heat : null, 3);
        Number("firstText", video.FirstTextSeconds);
        if (video.HasSpeech is { } speaks)
        {
            json.WriteBoolean("speaks", speaks);
        }

        Number("words", video.WordCount);
        Number("speaking", video.SpeakingSeconds);
        Number("pace", video.WordsPerMinute);
        Number("firstSpeech", video.FirstSpeechSeconds);
        Number("hookCuts", video.HookCutCount);
        Number("hookTexts", video.HookTextCount);
        Number("hookWords", video.HookWordCount);
    }

    private void WriteReach(VideoNiche video)
    {
        Number("views", video.ViewCount);
        Number("likes", video.LikeCount);
        Number("engagement", video.EngagementRate);
        Number("score", video.CompositeScore);
    }

    private void WriteDetails(ReportSample sample)
    {
        var (video, template) = sample;
        var starts = video.SceneStarts ?? ValueList<double>.Empty;
        var texts = template?.TextDetections ?? ValueList<TemplateText>.Empty;
        var spoken = template?.SpeechSegments ?? ValueList<TemplateSpeech>.Empty;

        // The transcript is what the segments say, so one of the two is enough.
        var transcript = spoken.Count > 0 ? null : video.Transcript;
        var cost = (starts.Count * 8)
            + texts.Sum(t => t.Text.Length + 30)
            + spoken.Sum(s => s.Text.Length + 20)
            + (transcript?.Length ?? 0);
        if (cost > _budget)
        {
            return;
        }

        _budget -= cost;
        Numbers("starts", starts.Count > 0 ? starts : null, 3);
        Text("transcript", transcript);
        if (texts.Count > 0)
        {
            json.WriteList("shown", texts, t => WriteRange(t.StartSeconds, t.EndSeconds, t.Text, t.Zone.ToString()));
        }

        if (spoken.Count > 0)
        {
            json.WriteList("said", spoken, segment => WriteRange(segment.StartSeconds, segment.EndSeconds, segment.Text, null));
        }
    }

    private void WriteRange(double start, double end, string text, string? zone)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(start, 3));
        json.WriteNumberValue(Math.Round(end, 3));
        json.WriteStringValue(text);
        if (zone is not null)
        {
            json.WriteStringValue(zone);
        }

        json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteTexts(name, values);
        }
    }

    private void Number(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, Math.Round(number, 3));
        }
    }

    private void Numbers(string name, IEnumerable<double>? values, int decimals)
    {
        if (values is not null)
        {
            json.WriteList(name, values, value => json.WriteNumberValue(double.IsFinite(value) ? Math.Round(value, decimals) : 0));
        }
    }

    private static string? Short(string? text) => text is { Length: > SampleLength } ? text[..SampleLength] + "…" : text;
}
