using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>
/// The small frames between two readings, for finding out exactly when a text came or went. Holds at most the last
/// <see cref="Seconds"/> seconds, at most 30 per second; a longer stretch without a reading was without a change.
/// </summary>
internal sealed class SmallFrames
{
    /// <summary>Seconds that are kept.</summary>
    public const double Seconds = 2.1;

    private const double Spacing = 1 / 31.0;

    private readonly Queue<VideoFrame> _frames = new();
    private VideoFrame? _latest;
    private double _lastKept = double.NegativeInfinity;

    /// <summary>The newest frame.</summary>
    public VideoFrame? Latest => _latest;

    /// <summary>Takes a frame.</summary>
    public void Add(VideoFrame frame)
    {
        _latest?.Release();
        _latest = frame.Retain();
        if (frame.Seconds - _lastKept < Spacing)
        {
            return;
        }

        _lastKept = frame.Seconds;
        _frames.Enqueue(frame.Retain());
        while (_frames.Peek().Seconds < frame.Seconds - Seconds)
        {
            _frames.Dequeue().Release();
        }
    }

    /// <summary>
    /// Hands over the kept frames with the newest one last; the holder releases them. The newest stays here as the first of the next.
    /// </summary>
    public List<VideoFrame> Take()
    {
        var taken = new List<VideoFrame>(_frames);
        _frames.Clear();
        if (_latest is not null)
        {
            if (taken.Count == 0 || taken[^1] != _latest)
            {
                taken.Add(_latest.Retain());
            }

            _frames.Enqueue(_latest.Retain());
            _lastKept = _latest.Seconds;
        }

        return taken;
    }

    /// <summary>Gives all frames up.</summary>
    public void Clear()
    {
        while (_frames.TryDequeue(out var frame))
        {
            frame.Release();
        }

        _latest?.Release();
        _latest = null;
    }
}
