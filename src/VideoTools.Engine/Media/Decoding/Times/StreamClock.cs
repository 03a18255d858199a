namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>The time stamps of one stream on the file's one continuous clock: they grow, and go on where they jump.</summary>
/// <param name="clock">What the streams share.</param>
/// <param name="timeBase">The stream's time base.</param>
internal sealed class StreamClock(ContinuousClock clock, Rational timeBase)
{
    // A wrong time stamp is one whose neighbours lie this many frames apart at most.
    private const int NeighbourFrames = 4;

    private readonly long _back = Math.Max(1, (long)(PipeTime.BackSeconds / timeBase.ToDouble()));
    private readonly long _ahead = (long)(ContinuousClock.AheadSeconds / timeBase.ToDouble());
    private bool _hasBegun;
    private long _lastRaw;
    private long _last;
    private long _offset;
    private int _jumps;
    private long _usual = long.MaxValue;

    /// <summary>The time stamp on the continuous clock, in units of the stream's time base from the file's start.</summary>
    /// <param name="raw">The stream's own time stamp, from the file's start.</param>
    /// <param name="length">How long what came before lasts, as far as known: where the stream would go on.</param>
    /// <param name="next">The stream's next time stamp, where it is known.</param>
    public long Map(long raw, long length, long? next = null)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            (_lastRaw, _last) = (raw, raw);
            return raw;
        }

        if (next is { } after && IsStray(raw, after, length))
        {
            // The clock goes on from the frame before it.
            clock.Note(++_jumps);
            _last += Math.Max(1, (after - _lastRaw) / 2);
            return _last;
        }

        var step = raw - _lastRaw;
        if (step < -_back || step - length > _ahead)
        {
            Jump(raw, step, length);
        }
        else if (step > 0)
        {
            _usual = step;
        }

        _lastRaw = raw;

        // Where the source repeats a time stamp or steps back a little, the frame moves to the next unit.
        _last = Math.Max(raw + _offset, _last + 1);
        return _last;
    }

    private void Jump(long raw, long step, long length)
    {
        // The rate that a header tells may be that of a clock with jumps.
        length = Math.Min(length, _usual);
        var expected = _last + length;
        if (clock.Find(raw, expected, timeBase, step < 0 ? _offset : null) is { } offset)
        {
            if (offset != _offset)
            {
                clock.Note(++_jumps);
            }

            _offset = offset;
        }
        else if (step < 0 || !clock.IsPause(raw + _offset, step, timeBase))
        {
            clock.Note(++_jumps);
            _offset = expected - raw;
            clock.Add(_offset, timeBase);
        }
    }

    private bool IsStray(long raw, long next, long length) =>
        next > _lastRaw && next - _lastRaw <= NeighbourFrames * Math.Max(1, length)
        && (raw > next + _back || raw < _lastRaw - _back);
}
