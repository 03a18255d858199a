// Format: OpenTimelineIO's JSON. One track of video, and one of sound where there is any; one clip a scene, all of a file. Clip.1 is read
// by every version of the library since 2017. Times are whole frames at the exact rate. Cost: linear.
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Timelines;

/// <summary>Makes timelines of OpenTimelineIO.</summary>
internal static class OtioWriter
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return JsonText.ToFile(json =>
        {
            Head(json, "Timeline.1", timeline.Name);
            json.WritePropertyName("global_start_time");
            Time(json, timeline, timeline.Origin);
            json.WriteStartObject("tracks");
            Head(json, "Stack.1", "tracks");
            Item(json);
            json.WriteStartArray("children");
            Track(json, timeline, "Video");
            if (timeline.HasSound)
            {
                Track(json, timeline, "Audio");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Track(Utf8JsonWriter json, Timeline timeline, string kind)
    {
        json.WriteStartObject();
        Head(json, "Track.1", kind == "Video" ? "V1" : "A1");
        json.WriteString("kind", kind);
        Item(json);
        json.WriteStartArray("children");
        foreach (var clip in timeline.Clips)
        {
            Clip(json, timeline, clip);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Clip(Utf8JsonWriter json, Timeline timeline, TimelineClip clip)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "Clip.1");
        json.WriteString("name", clip.Name);
        json.WriteStartObject("metadata");
        json.WriteStartObject("videotools");
        RecordValues(json, clip.Scene);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("source_range");
        Range(json, timeline, timeline.Origin + clip.Start, clip.Length);
        json.WriteStartArray("effects");
        json.WriteEndArray();
        json.WriteStartArray("markers");
        json.WriteEndArray();
        json.WriteStartObject("media_reference");
        Head(json, "ExternalReference.1", Path.GetFileName(timeline.FullName));
        json.WriteString("target_url", TimelineText.FileUrl(timeline.FullName));
        json.WritePropertyName("available_range");
        Range(json, timeline, timeline.Origin, timeline.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void RecordValues(Utf8JsonWriter json, VideoScene scene)
    {
        json.WriteNumber("index", scene.Index);
        json.WriteNumber("start_seconds", scene.StartSeconds);
        json.WriteNumber("end_seconds", scene.EndSeconds);
        json.WriteString("transition", scene.Transition.ToString());
        json.WriteRounded("confidence", scene.Confidence, 6);
    }

    private static void Head(Utf8JsonWriter json, string schema, string name)
    {
        json.WriteString("OTIO_SCHEMA", schema);
        json.WriteString("name", name);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json)
    {
        json.WriteNull("source_range");
        json.WriteStartArray("effects");
        json.WriteEndArray();
        json.WriteStartArray("markers");
        json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, Timeline timeline, long start, long length)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "TimeRange.1");
        json.WritePropertyName("start_time");
        Time(json, timeline, start);
        json.WritePropertyName("duration");
        Time(json, timeline, length);
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, Timeline timeline, long frame)
    {
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "RationalTime.1");
        json.WriteNumber("rate", timeline.Rate.Rate.ToDouble());
        json.WriteNumber("value", (double)frame);
        json.WriteEndObject();
    }
}
