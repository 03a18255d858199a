using System.Buffers;

namespace VideoTools.Cli.Output;

/// <summary>One JSON object a line, see <see cref="RecordLine"/>.</summary>
internal sealed class NdjsonWriter(Stream output) : IRecordWriter
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public void Write(object record)
    {
        _line.ResetWrittenCount();
        RecordLine.Write(_line, record);
        output.Write(_line.WrittenSpan);
        output.Flush();
    }
}
