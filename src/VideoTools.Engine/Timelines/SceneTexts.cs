// Formats: CSV as Export-Csv writes it, in the invariant culture (RFC 4180); JSON, a list of the records with all their columns; ffmpeg's
// metadata with a chapter a scene, in microseconds, for "ffmpeg -i VIDEO -i FILE -map_metadata 1 -map_chapters 1 -c copy OUT".
// Cost: linear.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTools.Engine.Timelines;

/// <summary>Makes texts of scenes that need no timeline.</summary>
internal static class SceneTexts
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A table.</summary>
    public static string Csv(IEnumerable<VideoScene> scenes)
    {
        var columns = RecordSchema.Of<VideoScene>().Columns;
        var text = new StringBuilder().AppendJoin(',', columns.Select(column => RecordText.Quote(column.Name))).Append("\r\n");
        foreach (var scene in scenes)
        {
            text.AppendJoin(',', columns.Select(c => c.Get(scene) is { } value ? RecordText.Quote(RecordText.Format(value)) : ""))
                .Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>A list of objects.</summary>
    public static byte[] Json(IEnumerable<VideoScene> scenes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartArray();
            foreach (var scene in scenes)
            {
                RecordJson.Write(json, scene);
            }

            json.WriteEndArray();
        }

        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Chapters.</summary>
    public static string Ffmetadata(IEnumerable<VideoScene> scenes)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        foreach (var scene in scenes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"[CHAPTER]\nTIMEBASE=1/1000000\nSTART={Microseconds(scene.Start)}\nEND={Microseconds(scene.End)}\n"
                + $"title=Scene {scene.Index:000}\n");
        }

        return text.ToString();
    }

    private static long Microseconds(TimeSpan time) => (long)Math.Round(time.Ticks / 10.0, MidpointRounding.AwayFromZero);
}
