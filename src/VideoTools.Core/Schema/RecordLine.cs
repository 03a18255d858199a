using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTools;

/// <summary>A record as one line of NDJSON, see <see cref="RecordJson"/>: the same bytes wherever it is written.</summary>
public static class RecordLine
{
    // Paths and titles stay readable; what JSON itself needs escaped still is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a record and a line feed.</summary>
    public static void Write(IBufferWriter<byte> output, object record)
    {
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            RecordJson.Write(json, record);
        }

        output.Write("\n"u8);
    }
}
