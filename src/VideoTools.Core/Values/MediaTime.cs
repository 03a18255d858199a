namespace VideoTools;

/// <summary>Conversions between a presentation time stamp (PTS, in units of a time base) and times a user reads.</summary>
public static class MediaTime
{
    /// <summary>PTS x time base in seconds, correctly rounded to the nearest double.</summary>
    public static double ToSeconds(long pts, Rational timeBase) =>
        (double)((decimal)pts * timeBase.Numerator / timeBase.Denominator);

    /// <summary>PTS x time base, rounded to the nearest 100 ns.</summary>
    public static TimeSpan ToTimeSpan(long pts, Rational timeBase)
    {
        var scaled = (Int128)pts * timeBase.Numerator * TimeSpan.TicksPerSecond;
        var half = timeBase.Denominator / 2;
        var ticks = (scaled + (scaled >= 0 ? half : -half)) / timeBase.Denominator;
        return new TimeSpan((long)ticks);
    }

    /// <summary>The largest PTS that is not after <paramref name="time"/>.</summary>
    public static long ToPts(TimeSpan time, Rational timeBase)
    {
        var numerator = (Int128)time.Ticks * timeBase.Denominator;
        var denominator = (Int128)timeBase.Numerator * TimeSpan.TicksPerSecond;
        var quotient = numerator / denominator;
        return (long)(numerator % denominator < 0 ? quotient - 1 : quotient);
    }
}
