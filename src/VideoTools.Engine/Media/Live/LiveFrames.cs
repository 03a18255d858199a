// Method: a few places a stream between the decoder, which is never held back, and whoever looks at the frames. A frame for which there
// is no place takes that of the oldest: what is looked at is never older than the newest frames and the work at hand, however slow the
// work.
// Cost: a lock a frame. Memory: three frames a stream.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Live;

/// <summary>The newest frames of a live source. One thread puts, one takes.</summary>
/// <param name="streams">Streams: the small frames, then each selection of large ones.</param>
/// <param name="clock">Gives the frames their times.</param>
internal sealed class LiveFrames(int streams, LiveClock clock) : IDecodeSink
{
    // More than one, because a network brings several at once; at 25 frames a second they span 0.1 s.
    private const int Places = 3;

    private readonly object _gate = new();
    private readonly Queue<(VideoFrame Frame, long Order)>[] _places =
        [.. Enumerable.Range(0, streams).Select(_ => new Queue<(VideoFrame, long)>())];

    private readonly long[] _lastPts = [.. Enumerable.Repeat(long.MinValue, streams)];
    private long _order;
    private long _index;
    private long _dropped;
    private bool _isClosed;

    /// <summary>Frames that came, of all streams.</summary>
    public long Received => Interlocked.Read(ref _order);

    /// <summary>Frames that nobody took.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Small frames that came.</summary>
    public long SmallFrames => Interlocked.Read(ref _index);

    /// <summary>True once nobody takes any more.</summary>
    public bool IsSatisfied
    {
        get
        {
            lock (_gate)
            {
                return _isClosed;
            }
        }
    }

    /// <summary>Called with every frame that came, before it is put.</summary>
    public Action OnArrival { get; init; } = () => { };

    public void OnFrame(VideoFrame frame)
    {
        Interlocked.Increment(ref _index);
        Put(0, frame);
    }

    public void OnStill(VideoFrame frame, int selection) => Put(selection + 1, frame);

    public void OnAudio(AudioBlock block, int track)
    {
    }

    /// <summary>Waits for the next frame, in the order of arrival. False when none follows.</summary>
    /// <param name="stream">Which stream it is of.</param>
    /// <param name="frame">The frame; the caller releases it.</param>
    public bool Take(out int stream, out VideoFrame frame)
    {
        lock (_gate)
        {
            while (!_isClosed)
            {
                stream = Oldest();
                if (stream >= 0)
                {
                    frame = _places[stream].Dequeue().Frame;
                    return true;
                }

                Monitor.Wait(_gate);
            }
        }

        (stream, frame) = (-1, null!);
        return false;
    }

    /// <summary>Ends both sides; what nobody took is let go.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var places in _places)
            {
                while (places.TryDequeue(out var left))
                {
                    left.Frame.Release();
                }
            }

            Monitor.PulseAll(_gate);
        }
    }

    private int Oldest()
    {
        var (found, order) = (-1, long.MaxValue);
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i].TryPeek(out var next) && next.Order < order)
            {
                (found, order) = (i, next.Order);
            }
        }

        return found;
    }

    private void Put(int stream, VideoFrame frame)
    {
        OnArrival();
        var pts = Math.Max(_lastPts[stream] + 1, (long)Math.Round(clock.Map(frame.Seconds) / frame.TimeBase.ToDouble()));
        _lastPts[stream] = pts;
        var timed = frame.Retain().At(Math.Max(0, SmallFrames - 1), pts);
        lock (_gate)
        {
            if (_isClosed)
            {
                timed.Release();
                return;
            }

            if (_places[stream].Count == Places)
            {
                _places[stream].Dequeue().Frame.Release();
                _dropped++;
            }

            _places[stream].Enqueue((timed, _order++));
            Monitor.PulseAll(_gate);
        }
    }
}
