// The JSON form of a template: the keys that existing readers of "*_template.json" know, plus ours. Numbers are invariant and
// rounded (seconds and shares to 3 decimals, levels to 2): a reader needs no more, and files of two runs compare equal.
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Templates;

/// <summary>Writes templates as JSON.</summary>
internal static class TemplateJson
{
    /// <summary>Version of the layout; grows when a key changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The template as UTF-8 JSON, indented by 2, ending with a line feed.</summary>
    public static byte[] Serialize(VideoTemplate template) => JsonText.ToFile(writer =>
    {
        writer.WriteNumber("schema_version", SchemaVersion);
        writer.WriteString("video_id", template.VideoId);
        writer.WriteString("filename", template.FileName);
        writer.WriteString("full_name", template.FullName);
        writer.WriteString("niche", template.Niche ?? "unknown");
        writer.WriteRounded("duration", template.DurationSeconds, 3);
        writer.WriteNumber("width", template.Width);
        writer.WriteNumber("height", template.Height);
        writer.WriteRounded("fps", template.FramesPerSecond, 6);
        writer.WriteNumber("frame_count", template.FrameCount);
        WriteRange(writer, template);
        WriteScenes(writer, template);
        WriteText(writer, template);
        WriteAudio(writer, template);
        WriteVisual(writer, template);
        WriteFaces(writer, template);
        WriteHook(writer, template);
        writer.WriteString("device", template.Device?.ToString());
        writer.WriteString("text_status", template.TextStatus.ToString());
        writer.WriteString("speech_status", template.SpeechStatus.ToString());
        writer.WriteString("face_status", template.FaceStatus.ToString());
        writer.WriteString("status", template.Status.ToString());
        writer.WriteNumber("decode_error_count", template.DecodeErrorCount);
    });

    /// <summary>A file with another niche; everything else in it stays, numbers digit by digit.</summary>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    /// <param name="niche">Null for unknown.</param>
    /// <exception cref="JsonException">This is not JSON.</exception>
    /// <exception cref="FormatException">This is JSON, but no template.</exception>
    public static byte[] WithNiche(byte[] json, string? niche)
    {
        _ = TemplateJsonReader.Parse(json);
        using var document = JsonInput.Parse(json, TemplateJsonReader.Options);
        return JsonText.ToFile(writer =>
        {
            var isWritten = false;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals("niche"))
                {
                    isWritten = true;
                    writer.WriteString("niche", niche ?? VideoNiche.Unknown);
                }
                else
                {
                    property.WriteTo(writer);
                }
            }

            if (!isWritten)
            {
                writer.WriteString("niche", niche ?? VideoNiche.Unknown);
            }
        });
    }

    // Only in templates of a part of a video.
    private static void WriteRange(Utf8JsonWriter writer, VideoTemplate template)
    {
        if (template.SceneIndex == 0 && template.StartSeconds is null && template.EndSeconds is null)
        {
            return;
        }

        writer.WriteStartObject("range");
        writer.WriteNumber("scene", template.SceneIndex);
        writer.WriteRounded("start", template.StartSeconds, 6);
        writer.WriteRounded("end", template.EndSeconds, 6);
        writer.WriteEndObject();
    }

    private static void WriteScenes(Utf8JsonWriter writer, VideoTemplate template)
    {
        if (template.SceneCount is not { } count)
        {
            writer.WriteNull("scenes");
            return;
        }

        writer.WriteStartObject("scenes");
        writer.WriteNumber("total_scenes", count);
        writer.WriteStartArray("scene_list");
        var starts = template.SceneStarts;
        for (var i = 0; i < starts.Count; i++)
        {
            // A scene ends where the next begins; the last ends with the video, which began with the first.
            var end = i + 1 < starts.Count ? starts[i + 1] : starts[0] + template.DurationSeconds;
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(starts[i], 3));
            writer.WriteNumberValue(Math.Round(end, 3));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteRounded("avg_scene_length", template.MeanSceneSeconds, 3);
        writer.WriteRounded("median_scene_length", template.MedianSceneSeconds, 3);
        writer.WriteRounded("cuts_per_minute", template.CutsPerMinute, 3);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, VideoTemplate template)
    {
        if (template.TextCount is not { } count)
        {
            writer.WriteNull("text_overlays");
            return;
        }

        writer.WriteStartObject("text_overlays");
        writer.WriteNumber("total_detections", count);
        writer.WriteRounded("text_coverage_percent", template.TextCoveragePercent, 1);
        writer.WriteTexts("common_phrases", template.TextPhrases);
        writer.WriteTexts("common_zones", template.TextZones);
        writer.WriteString("primary_zone", template.TextZone);
        writer.WriteString("overlay_timing_pattern", template.TextPattern);
        writer.WriteRounded("frames_read", template.TextFramesRead, 0);
        writer.WriteRounded("first_text_seconds", template.FirstTextSeconds, 3);
        writer.WriteList("text_heat", template.TextHeat, share => writer.WriteNumberValue(Math.Round(share, 4)));
        writer.WriteList("detections", template.TextDetections?.Take(TemplateLimits.DetectionCount), text => WriteDetection(writer, text));
        writer.WriteEndObject();
    }

    private static void WriteDetection(Utf8JsonWriter writer, TemplateText text)
    {
        writer.WriteStartObject();
        writer.WriteRounded("timestamp", text.StartSeconds, 3);
        writer.WriteRounded("end", text.EndSeconds, 3);
        writer.WriteString("text", text.Text);
        writer.WriteRounded("confidence", text.Confidence, 2);
        writer.WriteStartObject("position");
        writer.WriteNumber("x", text.X);
        writer.WriteNumber("y", text.Y);
        writer.WriteEndObject();
        writer.WriteString("zone", TextSummary.NameOf(text.Zone));
        writer.WriteEndObject();
    }

    private static void WriteAudio(Utf8JsonWriter writer, VideoTemplate template)
    {
        if (template.HasSpeech is not { } hasSpeech)
        {
            writer.WriteNull("audio");
            return;
        }

        writer.WriteStartObject("audio");
        writer.WriteBoolean("has_speech", hasSpeech);
        writer.WriteString("language", template.SpeechLanguage);
        writer.WriteString("full_transcription", template.Transcript);
        writer.WriteRounded("word_count", template.WordCount, 0);
        writer.WriteRounded("speaking_time_seconds", template.SpeakingSeconds, 3);
        writer.WriteRounded("words_per_minute", template.WordsPerMinute, 1);
        writer.WriteRounded("first_speech_seconds", template.FirstSpeechSeconds, 3);
        writer.WriteString("skip_reason", template.SpeechSkipReason?.ToString());
        writer.WriteString("model", template.SpeechModel);
        writer.WriteList("segments", template.SpeechSegments, segment =>
        {
            writer.WriteStartObject();
            writer.WriteRounded("start", segment.StartSeconds, 2);
            writer.WriteRounded("end", segment.EndSeconds, 2);
            writer.WriteString("text", segment.Text);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteFaces(Utf8JsonWriter writer, VideoTemplate template)
    {
        if (template.FaceCount is not { } count)
        {
            writer.WriteNull("faces");
            return;
        }

        writer.WriteStartObject("faces");
        writer.WriteNumber("most_at_a_time", count);
        writer.WriteRounded("share_of_time", template.FaceShare, 4);
        writer.WriteRounded("people", template.FacePeople, 0);
        writer.WriteEndObject();
    }

    private static void WriteHook(Utf8JsonWriter writer, VideoTemplate template)
    {
        writer.WriteStartObject("hook");
        writer.WriteRounded("cut_count", template.HookCutCount, 0);
        writer.WriteRounded("text_count", template.HookTextCount, 0);
        writer.WriteRounded("word_count", template.HookWordCount, 2);
        writer.WriteEndObject();
    }

    private static void WriteVisual(Utf8JsonWriter writer, VideoTemplate template)
    {
        writer.WriteStartObject("visual");
        WriteColor(writer, "dominant_color_rgb", template.DominantColor);
        writer.WriteRounded("dominant_color_share", template.DominantColorShare, 3);
        WriteColor(writer, "mean_color_rgb", template.MeanColor);
        writer.WriteRounded("avg_brightness", template.BrightnessMean, 2);

        // Readers know the deviation by this misleading name; the second key says what it is.
        writer.WriteRounded("brightness_variance", template.BrightnessDeviation, 2);
        writer.WriteRounded("brightness_deviation", template.BrightnessDeviation, 2);
        writer.WriteRounded("motion", template.Motion, 3);
        writer.WriteEndObject();
    }

    private static void WriteColor(Utf8JsonWriter writer, string name, string? hex)
    {
        if (hex is not ['#', ..] || hex.Length != 7
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color))
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteNumberValue((color >> 16) & 255);
        writer.WriteNumberValue((color >> 8) & 255);
        writer.WriteNumberValue(color & 255);
        writer.WriteEndArray();
    }
}
