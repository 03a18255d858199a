namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>The last lines a child wrote to stderr, bounded in number and length, however much a damaged file makes it write.</summary>
internal sealed class TextTail(int lines = 20, int lineLength = 500)
{
    private readonly Queue<string> _lines = new();

    /// <summary>Lines seen.</summary>
    public long Count { get; private set; }

    public void Add(string line)
    {
        lock (_lines)
        {
            Count++;
            _lines.Enqueue(line.Length > lineLength ? line[..lineLength] : line);
            if (_lines.Count > lines)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
