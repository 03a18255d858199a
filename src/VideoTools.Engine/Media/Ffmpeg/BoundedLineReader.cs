
namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// Splits a byte stream into lines without ever holding more than one line of a fixed length; the rest of a longer line is dropped.
/// </summary>
internal static class BoundedLineReader
{
    private const int MaxLine = 2048;

    /// <summary>Reads to the end of the stream, handing over each line that is not empty.</summary>
    public static void ReadAll(Stream stream, Action<string> onLine)
    {
        var buffer = new byte[4096];
        var line = new byte[MaxLine];
        var used = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (b is (byte)'\n' or (byte)'\r')
                {
                    Flush(line, ref used, onLine);
                }
                else if (used < line.Length)
                {
                    line[used++] = b;
                }
            }
        }

        Flush(line, ref used, onLine);
    }

    private static void Flush(byte[] line, ref int used, Action<string> onLine)
    {
        if (used > 0)
        {
            // Names inside a file may hold control characters that would drive the user's terminal.
            var text = System.Text.Encoding.UTF8.GetString(line, 0, used);
            onLine(string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    target[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }));
            used = 0;
        }
    }
}
