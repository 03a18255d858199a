namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Turns the pipe's time stamps back into the source stream's, counted from the file's start: takes off the constant offset, the factor by
/// which NUT refined the time base, and the start. All are whole numbers, so nothing is rounded. Where the source repeats a time stamp or
/// steps back, ffmpeg has moved the frame by one refined unit; here it moves to the next unit of the source's time base, so that PTS
/// always grow.
/// </summary>
internal sealed class PtsMapper
{
    private readonly Rational _from;
    private readonly Rational _to;
    private readonly long _offset;
    private readonly long _start;
    private long? _last;

    public PtsMapper(Rational pipeTimeBase, Rational sourceTimeBase, int offsetSeconds, long startPts)
    {
        _from = pipeTimeBase;
        _to = sourceTimeBase;
        _start = startPts;
        _offset = RoundToNearest((Int128)offsetSeconds * pipeTimeBase.Denominator, pipeTimeBase.Numerator);
    }

    /// <summary>The source stream's time base.</summary>
    public Rational TimeBase => _to;

    public long Map(long pipePts)
    {
        var numerator = ((Int128)pipePts - _offset) * _from.Numerator * _to.Denominator;
        var denominator = (Int128)_from.Denominator * _to.Numerator;
        var quotient = numerator / denominator;
        var floor = (long)(numerator % denominator < 0 ? quotient - 1 : quotient) - _start;
        var pts = _last is { } last && floor <= last ? last + 1 : floor;
        _last = pts;
        return pts;
    }

    // As ffmpeg rounds: to nearest, halves away from zero.
    private static long RoundToNearest(Int128 numerator, long denominator) => (long)((numerator + (denominator / 2)) / denominator);
}
