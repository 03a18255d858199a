using System.Buffers;
using System.Text.Encodings.Web;

namespace VideoTools.Engine.Files;

/// <summary>What all writers of JSON share.</summary>
internal static class JsonText
{
    // Files are read as JSON, never pasted into a page: text stays readable.
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object as the bytes of a file: UTF-8, indented by 2, line feeds, one at the end.</summary>
    /// <param name="write">Writes what is in the object.</param>
    public static byte[] ToFile(Action<Utf8JsonWriter> write) => [.. ToBytes(Indented, write), (byte)'\n'];

    /// <summary>One object as UTF-8.</summary>
    /// <param name="options">Its layout.</param>
    /// <param name="write">Writes what is in the object.</param>
    public static ReadOnlySpan<byte> ToBytes(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan;
    }

    /// <summary>A number with at most so many decimals; null for what is unknown or not finite.</summary>
    public static void WriteRounded(this Utf8JsonWriter json, string name, double? value, int decimals = 3)
    {
        json.WritePropertyName(name);
        json.WriteRoundedValue(value, decimals);
    }

    /// <summary>A number with at most so many decimals; null for what is unknown or not finite.</summary>
    public static void WriteRoundedValue(this Utf8JsonWriter json, double? value, int decimals = 3)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(Math.Round(number, decimals));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A list; an empty one for null.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T>? items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items ?? [])
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string>? texts) =>
        json.WriteList(name, texts, json.WriteStringValue);
}
