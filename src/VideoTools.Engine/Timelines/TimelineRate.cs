// Method: editing programs know ten rates. A file whose average lies within 0.04 % of one has that (23.976 and 24 are 0.1 % apart; muxers
// round); a variable rate has the next higher one, so that no two frames share a number more often than they must; another constant rate
// is kept as it is. Timecode counts frames: 29.97 and 59.94 leave out numbers (SMPTE ST 12-1), 23.976 does not.
namespace VideoTools.Engine.Timelines;

/// <summary>Frames a second of a timeline.</summary>
/// <param name="Rate">The exact rate.</param>
/// <param name="IsDropFrame">True where timecode leaves out numbers to keep up with the clock.</param>
internal readonly record struct TimelineRate(Rational Rate, bool IsDropFrame)
{
    private const double Tolerance = 0.0004;

    private static readonly Rational[] Known =
    [
        new(24000, 1001), new(24, 1), new(25, 1), new(30000, 1001), new(30, 1),
        new(48000, 1001), new(48, 1), new(50, 1), new(60000, 1001), new(60, 1),
    ];

    /// <summary>Numbers a second that timecode counts with.</summary>
    public int Nominal => (int)Math.Max(1, Math.Round(Rate.ToDouble(), MidpointRounding.AwayFromZero));

    /// <summary>The rate of a video.</summary>
    /// <param name="average">Its average rate; 0 where that is not known.</param>
    /// <param name="isVariable">True where frames have no fixed length.</param>
    public static TimelineRate Of(Rational average, bool isVariable)
    {
        var rate = average.ToDouble();
        if (rate <= 0)
        {
            return From(new Rational(25, 1));
        }

        var nearest = Known.MinBy(known => Math.Abs((rate / known.ToDouble()) - 1));
        return Math.Abs((rate / nearest.ToDouble()) - 1) <= Tolerance ? From(nearest)
            : isVariable ? From(Known.FirstOrDefault(known => known.ToDouble() >= rate, Known[^1]))
            : From(average);
    }

    /// <summary>The rate halved until timecode's two digits are enough for its frames.</summary>
    public TimelineRate WithinTimecode()
    {
        var rate = Rate;
        while (rate.ToDouble() > 60.5)
        {
            rate = new Rational(rate.Numerator, rate.Denominator * 2);
        }

        return rate == Rate ? this : From(rate);
    }

    /// <summary>Number of the frame at a time.</summary>
    public long ToFrame(double seconds) => (long)Math.Round(seconds * Rate.ToDouble(), MidpointRounding.AwayFromZero);

    private static TimelineRate From(Rational rate) =>
        new(rate, rate == new Rational(30000, 1001) || rate == new Rational(60000, 1001));
}
