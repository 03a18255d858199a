// Reads "*_template.json": ours, and files of other writers that know only the older keys. What a file does not say stays null, with four
// things worked out from what it does say: cuts a minute (scenes - 1, over the duration), the zone with most text (the first one), words a
// minute, and what happens first (from the times of texts and segments, which is where hooks come from). In older files "no cut" is
// total_scenes 0, and its one scene is the video. Units: seconds, pixels. Cost: O(size of the file).
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Templates;

/// <summary>Reads templates from JSON.</summary>
internal static class TemplateJsonReader
{
    /// <summary>What files of other writers may hold beside plain JSON.</summary>
    public static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads one template.</summary>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    /// <exception cref="JsonException">This is not JSON.</exception>
    /// <exception cref="FormatException">This is JSON, but no template.</exception>
    public static VideoTemplate Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonInput.Parse(json, Options);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("It is not a JSON object.");
        }

        var file = Text(root, "filename");
        var path = Text(root, "full_name")
            ?? file
            ?? Text(root, "video_id")
            ?? throw new FormatException("It has neither filename nor video_id.");
        var duration = Number(root, "duration") ?? throw new FormatException("It has no duration.");
        if (!TimeText.TryFromSeconds(duration, out var time) || duration < 0)
        {
            throw new FormatException("Its duration is out of range.");
        }

        var template = new VideoTemplate
        {
            FullName = path,
            VideoId = Text(root, "video_id") ?? VideoNames.GetVideoId(path),
            FileName = file ?? Path.GetFileName(path),
            Niche = Text(root, "niche") is { } niche and not VideoNiche.Unknown ? niche : null,
            Duration = time,
            DurationSeconds = duration,
            Width = Whole(root, "width") ?? 0,
            Height = Whole(root, "height") ?? 0,
            FramesPerSecond = Number(root, "fps") ?? 0,
            FrameCount = (long)(Number(root, "frame_count") ?? 0),
            Device = Choice<InferenceDevice>(root, "device"),
            TextStatus = Choice<PartStatus>(root, "text_status") ?? default,
            SpeechStatus = Choice<PartStatus>(root, "speech_status") ?? default,
            FaceStatus = Choice<PartStatus>(root, "face_status") ?? default,
            Status = Choice<RecordStatus>(root, "status") ?? RecordStatus.Ok,
            DecodeErrorCount = (long)(Number(root, "decode_error_count") ?? 0),
        };
        template = WithRange(template, Part(root, "range"));
        template = WithScenes(template, Part(root, "scenes"));
        template = WithText(template, Part(root, "text_overlays"));
        template = WithSpeech(template, Part(root, "audio"));
        template = WithVisual(template, Part(root, "visual"));
        template = WithFaces(template, Part(root, "faces"));
        return WithHook(template, Part(root, "hook"));
    }

    private static VideoTemplate WithRange(VideoTemplate template, JsonElement? part) => part is not { } range ? template : template with
    {
        SceneIndex = Whole(range, "scene") ?? 0,
        StartSeconds = Number(range, "start"),
        EndSeconds = Number(range, "end"),
    };

    private static VideoTemplate WithScenes(VideoTemplate template, JsonElement? part)
    {
        if (part is not { } scenes || Whole(scenes, "total_scenes") is not { } count)
        {
            return template;
        }

        var starts = Items(scenes, "scene_list").Where(s => s.ValueKind == JsonValueKind.Array && s.GetArrayLength() > 0)
            .Select(s => AsNumber(s[0])).Where(s => s is not null).Select(s => s!.Value);
        var seconds = template.DurationSeconds;
        return template with
        {
            SceneCount = Math.Max(1, count),
            MeanSceneSeconds = Number(scenes, "avg_scene_length"),
            MedianSceneSeconds = Number(scenes, "median_scene_length"),
            CutsPerMinute = Number(scenes, "cuts_per_minute") ?? (seconds > 0 ? (Math.Max(1, count) - 1) / seconds * 60 : null),
            SceneStarts = new ValueList<double>(count == 0 ? [0] : starts),
        };
    }

    private static VideoTemplate WithText(VideoTemplate template, JsonElement? part)
    {
        if (part is not { } texts || Whole(texts, "total_detections") is not { } count)
        {
            return template;
        }

        var zones = new ValueList<string>(Names(texts, "common_zones", "zone"));
        var detections = Items(texts, "detections").Select(Detection).Where(d => d is not null).Select(d => d!).ToArray();
        return template with
        {
            TextCount = count,
            TextCoveragePercent = Number(texts, "text_coverage_percent"),
            TextPhrases = new ValueList<string>(Names(texts, "common_phrases", "text")),
            TextZones = zones,
            TextZone = Text(texts, "primary_zone") ?? (zones.Count > 0 ? zones[0] : null),
            TextPattern = Text(texts, "overlay_timing_pattern"),
            TextFramesRead = Whole(texts, "frames_read"),
            TextHeat = new ValueList<double>(Items(texts, "text_heat").Select(h => AsNumber(h) ?? 0)),
            FirstTextSeconds = Number(texts, "first_text_seconds") ?? (detections.Length > 0 ? detections.Min(d => d.StartSeconds) : null),
            TextDetections = new ValueList<TemplateText>(detections),
        };
    }

    private static TemplateText? Detection(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Number(item, "timestamp") is not { } start || Text(item, "text") is not { } text)
        {
            return null;
        }

        var (x, y) = Part(item, "position") is { } position ? (Whole(position, "x") ?? 0, Whole(position, "y") ?? 0) : (0, 0);
        return new TemplateText(
            start,
            Number(item, "end") ?? start,
            text,
            Number(item, "confidence") ?? 0,
            x,
            y,
            Choice<TextZone>(item, "zone") ?? TextZone.Middle);
    }

    private static VideoTemplate WithSpeech(VideoTemplate template, JsonElement? part)
    {
        if (part is not { } audio || Whole(audio, "word_count") is not { } words)
        {
            return template;
        }

        var segments = Items(audio, "segments").Where(s => s.ValueKind == JsonValueKind.Object)
            .Select(s => new TemplateSpeech(Number(s, "start") ?? 0, Number(s, "end") ?? 0, Text(s, "text") ?? "")).ToArray();
        var seconds = Number(audio, "speaking_time_seconds");
        var hasSpeech = Flag(audio, "has_speech") ?? words > 0;
        return template with
        {
            HasSpeech = hasSpeech,
            SpeechSkipReason = Choice<SpeechSkipReason>(audio, "skip_reason"),
            SpeechLanguage = Text(audio, "language"),
            Transcript = Text(audio, "full_transcription"),
            WordCount = words,
            SpeakingSeconds = seconds,
            WordsPerMinute = Number(audio, "words_per_minute") ?? (seconds > 0 ? words / seconds * 60 : 0),
            FirstSpeechSeconds = Number(audio, "first_speech_seconds") ?? (segments.Length > 0 ? segments.Min(s => s.StartSeconds) : null),
            SpeechSegments = new ValueList<TemplateSpeech>(segments),
            SpeechModel = Text(audio, "model"),
        };
    }

    private static VideoTemplate WithVisual(VideoTemplate template, JsonElement? part) => part is not { } visual ? template : template with
    {
        MeanColor = Color(visual, "mean_color_rgb"),
        DominantColor = Color(visual, "dominant_color_rgb"),
        DominantColorShare = Number(visual, "dominant_color_share"),
        BrightnessMean = Number(visual, "avg_brightness"),
        BrightnessDeviation = Number(visual, "brightness_deviation") ?? Number(visual, "brightness_variance"),
        Motion = Number(visual, "motion"),
    };

    private static VideoTemplate WithFaces(VideoTemplate template, JsonElement? part) => part is not { } faces ? template : template with
    {
        FaceCount = Whole(faces, "most_at_a_time"),
        FaceShare = Number(faces, "share_of_time"),
        FacePeople = Whole(faces, "people"),
    };

    private static VideoTemplate WithHook(VideoTemplate template, JsonElement? part) => part is not { } hook ? template : template with
    {
        HookCutCount = Whole(hook, "cut_count"),
        HookTextCount = Whole(hook, "text_count"),
        HookWordCount = Number(hook, "word_count"),
    };

    // Lists of names come as texts, as objects that hold the name under a key, and as an object of names.
    private static IEnumerable<string> Names(JsonElement parent, string name, string key) => parent.TryGetProperty(name, out var list)
        ? list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Object ? Text(i, key) : AsText(i))
                .Where(i => i is not null).Select(i => i!),
            JsonValueKind.Object => list.EnumerateObject().Select(p => p.Name),
            _ => [],
        }
        : [];

    private static JsonElement? Part(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static JsonElement[] Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? AsText(value) : null;

    private static string? AsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static double? Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? AsNumber(value) : null;

    private static double? AsNumber(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static int? Whole(JsonElement parent, string name) =>
        Number(parent, name) is { } number && Math.Abs(number) <= int.MaxValue ? (int)Math.Round(number) : null;

    private static bool? Flag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    private static T? Choice<T>(JsonElement parent, string name)
        where T : struct, Enum =>
            Enum.TryParse<T>(Text(parent, name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Color(JsonElement parent, string name)
    {
        int[] parts = [.. Items(parent, name).Select(i => (int)Math.Clamp(Math.Round(AsNumber(i) ?? -1), -1, 255))];
        return parts.Length == 3 && parts.All(p => p >= 0)
            ? string.Create(CultureInfo.InvariantCulture, $"#{parts[0]:X2}{parts[1]:X2}{parts[2]:X2}")
            : null;
    }
}
