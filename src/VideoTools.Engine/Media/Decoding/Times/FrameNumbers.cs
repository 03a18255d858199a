// Method: where every frame is decoded from the start of the file, frames are counted. In a range the number of its first frame comes
// from elsewhere, and where frames are left out (-Speed Fast) the number of each: from the packets' times where those were read, otherwise
// from the rate, which the formats with a table of all frames (MP4) keep exactly.
namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>Numbers of frames, 0 for the first of the file.</summary>
internal sealed class FrameNumbers
{
    private readonly PacketTimes? _times;
    private readonly long _first;
    private readonly Int128 _numerator;
    private readonly Int128 _denominator;
    private readonly bool _isEach;
    private long? _last;

    /// <summary>The numbers of a decode.</summary>
    /// <param name="plan">What is decoded.</param>
    /// <param name="isFromStart">True where the first frame of the file comes first.</param>
    /// <param name="isEach">True where frames are left out between those that come.</param>
    public FrameNumbers(DecodePlan plan, bool isFromStart, bool isEach = false)
    {
        var info = plan.Source.Info;
        _times = plan.Times;
        _first = plan.Source.FirstFramePts;
        var rate = info.FrameRate ?? default;
        _numerator = (Int128)rate.Numerator * info.TimeBase.Numerator;
        _denominator = (Int128)rate.Denominator * info.TimeBase.Denominator;
        _isEach = isEach || plan.Speed == SpeedMode.Fast;
        _last = isFromStart && !_isEach ? -1 : null;
    }

    /// <summary>The number of the next frame.</summary>
    public long Next(long pts)
    {
        var number = _isEach || _last is null ? At(pts) : _last.Value + 1;
        number = Math.Max(number, (_last ?? -1) + 1);
        _last = number;
        return number;
    }

    private long At(long pts)
    {
        if (_times is { } times)
        {
            return times.NumberAt(pts);
        }

        var scaled = (pts - _first) * _numerator;
        return _denominator <= 0 ? 0 : (long)Int128.Max(0, (scaled + (_denominator / 2)) / _denominator);
    }
}
