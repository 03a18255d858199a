namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// The child's stdout with a stall watchdog: when one read waits longer than the limit, a callback ends the child. Only time spent
/// waiting on the pipe counts; while the consumer works, the clock stands still.
/// </summary>
internal sealed class WatchedStream : Stream
{
    private readonly Stream _inner;
    private readonly TimeSpan _limit;
    private readonly Action _onStall;
    private readonly Timer? _timer;
    private long _waitingSince;
    private int _stalled;

    public WatchedStream(Stream inner, TimeSpan limit, Action onStall)
    {
        _inner = inner;
        _limit = limit;
        _onStall = onStall;
        if (limit <= TimeSpan.Zero)
        {
            return; // No limit wanted (Timeout.InfiniteTimeSpan is negative).
        }

        var period = TimeSpan.FromMilliseconds(Math.Clamp(limit.TotalMilliseconds / 8, 20, 1000));
        _timer = new Timer(static state => ((WatchedStream)state!).Check(), this, period, period);
    }

    public bool HasStalled => Volatile.Read(ref _stalled) != 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        // 0 means "not waiting", so the tick count is made odd.
        Volatile.Write(ref _waitingSince, Environment.TickCount64 | 1);
        try
        {
            return _inner.Read(buffer);
        }
        finally
        {
            Volatile.Write(ref _waitingSince, 0);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _timer?.Dispose();
        base.Dispose(disposing);
    }

    private void Check()
    {
        var since = Volatile.Read(ref _waitingSince);
        if (since != 0 && Environment.TickCount64 - since > _limit.TotalMilliseconds && Interlocked.Exchange(ref _stalled, 1) == 0)
        {
            _onStall();
        }
    }
}
