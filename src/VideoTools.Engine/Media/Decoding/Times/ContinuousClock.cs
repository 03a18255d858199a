// Method: what is added to a stream's time stamps is 0 until they jump. A jump is a step back of more than 0.1 s or ahead of more than
// 10 s. Where the packets of all streams were read (PacketTimes, once a file, when the first jump is met), they say how far each part of
// the file is moved, the same for pictures and sound, and whether a step ahead is a jump or a picture that stood; where they could not be
// read the jump is closed on the spot. One wrong time stamp between two right ones is no jump of the clock: that frame alone is moved.
namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>What all streams of one decode share: how far the parts of a file are moved so that one follows the other.</summary>
/// <param name="timeBase">Unit of the offsets: the picture's time base.</param>
/// <param name="read">Reads the packets of the file; null when it cannot be done. Called once, when they are needed.</param>
internal sealed class ContinuousClock(Rational timeBase, Func<PacketTimes?> read)
{
    /// <summary>Seconds ahead that are looked at as a jump.</summary>
    public const double AheadSeconds = 10;

    private const double NearSeconds = 2;
    private const double UnknownSeconds = 3600;
    private readonly List<long> _offsets = [0];
    private readonly Lazy<PacketTimes?> _times = new(read);
    private int _seen;

    /// <summary>Jumps that were closed, so far.</summary>
    public int JumpCount => _times.IsValueCreated && _times.Value is { JumpCount: > 0 } times ? times.JumpCount : _seen;

    /// <summary>Notes how many jumps a stream has met; each stream meets the same ones.</summary>
    public void Note(int count) => _seen = Math.Max(_seen, count);

    /// <summary>The offset that puts a time stamp near the time where it is expected; null when none does.</summary>
    /// <param name="raw">The time stamp, in units of <paramref name="unit"/>.</param>
    /// <param name="expected">Where the stream would go on.</param>
    /// <param name="unit">Time base of both.</param>
    /// <param name="but">An offset that is out of the question; null for none.</param>
    public long? Find(long raw, long expected, Rational unit, long? but = null)
    {
        long? best = null;
        var nearest = NearSeconds / unit.ToDouble();
        foreach (var known in _times.Value?.Offsets.Concat(_offsets) ?? _offsets)
        {
            var offset = Rescale(known, timeBase, unit);
            var distance = Math.Abs(raw + offset - expected);
            if (distance < nearest && offset != but)
            {
                (best, nearest) = (offset, distance);
            }
        }

        return best;
    }

    /// <summary>True when nothing has to be closed: the stream paused, and goes on later by the same clock.</summary>
    /// <param name="time">Where the stream would go on if nothing is closed.</param>
    /// <param name="gap">How long it paused.</param>
    /// <param name="unit">Time base of both.</param>
    public bool IsPause(long time, long gap, Rational unit) =>
        _times.Value is { IsComplete: true } times
            ? MediaTime.ToSeconds(time, unit) < times.EndSeconds + AheadSeconds
            : MediaTime.ToSeconds(gap, unit) < UnknownSeconds;

    /// <summary>Keeps an offset that a stream had to find by itself.</summary>
    public void Add(long offset, Rational unit) => _offsets.Add(Rescale(offset, unit, timeBase));

    private static long Rescale(long value, Rational from, Rational to)
    {
        var numerator = (Int128)value * from.Numerator * to.Denominator;
        var denominator = (Int128)from.Denominator * to.Numerator;
        var half = denominator / 2;
        return (long)((numerator + (numerator < 0 ? -half : half)) / denominator);
    }
}
