namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Gives stills the number of the small frame with the same time stamp. The two streams may arrive in either order: numbers of small
/// frames are kept until a still has passed them (bounded), and a still that comes first waits for its small frame.
/// </summary>
internal sealed class StillNumbering(bool hasAnalysisFrames, double framesPerSecond)
{
    private const int MaxKept = 1 << 16;
    private readonly Queue<(long Pts, long Index)> _frames = new();
    private long _lastPts = long.MinValue;
    private long _lastPassed;
    private long _count;

    /// <summary>Notes a small frame.</summary>
    public void Add(long pts, long index)
    {
        _lastPts = pts;
        _frames.Enqueue((pts, index));
        if (_frames.Count > MaxKept)
        {
            _lastPassed = _frames.Dequeue().Index;
        }
    }

    /// <summary>True when the number of a still with this time stamp can be told.</summary>
    public bool IsKnown(long pts) => !hasAnalysisFrames || pts <= _lastPts;

    /// <summary>The number; without small frames it is counted (every frame a still) or follows from the frame rate.</summary>
    public long Number(long pts, Rational timeBase, bool everyFrame)
    {
        if (!hasAnalysisFrames)
        {
            return everyFrame ? _count++ : (long)Math.Round(MediaTime.ToSeconds(pts, timeBase) * framesPerSecond);
        }

        while (_frames.TryPeek(out var next) && next.Pts <= pts)
        {
            _lastPassed = next.Index;
            _frames.Dequeue();
        }

        return _lastPassed;
    }
}
