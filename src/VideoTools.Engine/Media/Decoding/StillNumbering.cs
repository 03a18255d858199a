namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Gives stills the number and the time of the small frame with the same time stamp in the pipe. The two streams may arrive in either
/// order: small frames are kept until a still has passed them (bounded), and a still that comes first waits for its small frame.
/// </summary>
internal sealed class StillNumbering
{
    private const int MaxKept = 1 << 16;
    private readonly Queue<(long Pipe, long Pts, long Index)> _frames = new();
    private long _lastPipe = long.MinValue;
    private (long Pts, long Index) _passed;

    /// <summary>Notes a small frame.</summary>
    /// <param name="pipe">Its time stamp in the pipe.</param>
    /// <param name="pts">Its time.</param>
    /// <param name="index">Its number; negative for one that was not delivered.</param>
    public void Add(long pipe, long pts, long index)
    {
        _lastPipe = pipe;
        _frames.Enqueue((pipe, pts, index));
        if (_frames.Count > MaxKept)
        {
            Pass();
        }
    }

    /// <summary>True when the number of a still with this time stamp can be told.</summary>
    public bool IsKnown(long pipe) => pipe <= _lastPipe;

    /// <summary>Time and number of the small frame that a still belongs to.</summary>
    public (long Pts, long Index) Find(long pipe)
    {
        while (_frames.TryPeek(out var next) && next.Pipe <= pipe)
        {
            Pass();
        }

        return _passed;
    }

    private void Pass()
    {
        var (_, pts, index) = _frames.Dequeue();
        _passed = (pts, index);
    }
}
