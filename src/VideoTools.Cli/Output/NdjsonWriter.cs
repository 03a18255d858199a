using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTools.Cli.Output;

/// <summary>One JSON object a line, see <see cref="RecordJson"/>.</summary>
internal sealed class NdjsonWriter(Stream output) : IRecordWriter
{
    // Paths and titles stay readable; what JSON itself needs escaped still is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    public void Write(object record)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            RecordJson.Write(json, record);
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        output.Flush();
    }
}
