// Method: a source's own clock starts anywhere, stops while it is cut, and runs a little faster or slower than ours. A frame's time is
// its PTS plus an offset: the least difference between arrival and PTS that was seen since the connection was made, which is that of the
// frame that was on its way for the shortest time. So the jitter of the network is gone, frames that a buffer gives at once lie apart,
// and times go on with the wall clock over a cut. A frame that comes much later than that says that the source paused: the offset starts
// anew.
// Units: seconds since the source was opened. Cost: nothing.
namespace VideoTools.Engine.Media.Live;

/// <summary>Gives the frames of a live source their times. Not thread-safe.</summary>
/// <param name="time">Tells the time.</param>
internal sealed class LiveClock(TimeProvider time)
{
    private const double LongestDelay = 2;

    private readonly long _start = time.GetTimestamp();
    private double? _offset;

    /// <summary>The moment that is 0 seconds.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>Time since then.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>A new connection begins: its PTS have nothing to do with those before.</summary>
    public void Reconnect() => _offset = null;

    /// <summary>The time of a frame that has just arrived.</summary>
    /// <param name="pts">Its own time in seconds.</param>
    public double Map(double pts)
    {
        var delay = Elapsed.TotalSeconds - pts;
        if (_offset is not { } least || delay < least || delay - least > LongestDelay)
        {
            _offset = delay;
        }

        return Math.Max(0, pts + _offset!.Value);
    }
}
