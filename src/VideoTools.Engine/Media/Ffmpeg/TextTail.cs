using System.Text.RegularExpressions;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>The last lines a child wrote to stderr, bounded in number and length, however much a damaged file makes it write.</summary>
internal sealed partial class TextTail(int lines = 20, int lineLength = 500)
{
    private readonly Queue<string> _lines = new();

    /// <summary>Lines seen.</summary>
    public long Count { get; private set; }

    public void Add(string line)
    {
        lock (_lines)
        {
            Count++;
            line = Address().Replace(line, "]");
            _lines.Enqueue(line.Length > lineLength ? line[..lineLength] : line);
            if (_lines.Count > lines)
            {
                _lines.Dequeue();
            }
        }
    }

    // Where something lies in ffmpeg's memory tells nobody anything: "[mov @ 0x55d0c8]".
    [GeneratedRegex(@" @ 0x[0-9a-fA-F]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
