namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Reads the frame rate and decides whether it varies. ffprobe gives the average rate (frames / duration) and a base rate (the
/// coarsest grid all time stamps fit). Equal rates mean a fixed rate, but three harmless causes make them differ: the duration is
/// rounded (a millisecond container, or a last frame of another length: a difference of about one frame over the whole file),
/// interlaced streams count fields (the base rate is exactly twice the average), and rates are approximated by small fractions.
/// Matroska may state a rate that its frames don't keep: that shows only when the frames are counted, by their time stamps.
/// </summary>
internal static class FrameRates
{
    // One frame by the last frame's odd length, and one by rounding.
    private const double ToleratedFrames = 2.0;

    // Beyond this a base rate is the time base of a variable rate, no rate of frames.
    private const double FastestRate = 240;
    private const double FarBelow = 4;

    // 24 against 24000/1001 differs by 0.001: below twice that nobody can tell a dropped frame from a rounded rate.
    private const double ToleratedRatio = 0.002;

    public static (Rational? Rate, bool IsVariable) Read(JsonElement video, Rational timeBase)
    {
        var average = video.Rational("avg_frame_rate");
        var basic = video.Rational("r_frame_rate");
        if ((average ?? basic) is not { } rate || (average is null && IsClock(rate, timeBase)))
        {
            return (null, false);
        }

        if (average is null || basic is null)
        {
            return (rate, false);
        }

        var counted = video.Long("nb_frames");
        var frames = counted is { } known and > 0
            ? known
            : video.Long("duration_ts") is { } duration and > 0 ? duration * timeBase.ToDouble() * average.Value.ToDouble() : 1000;
        var isVariable = IsVariable(average.Value.ToDouble(), basic.Value.ToDouble(), frames);
        return (rate, isVariable);
    }

    /// <summary>
    /// Whether frames have no fixed length, by their time stamps: true where a distance differs from the average by more than a
    /// rounding of the time base to each side and a fiftieth of a frame.
    /// </summary>
    /// <param name="shown">Times of the frames, growing.</param>
    /// <param name="timeBase">Their unit.</param>
    public static bool IsVariable(ReadOnlySpan<long> shown, Rational timeBase)
    {
        if (shown.Length < 3)
        {
            return false;
        }

        var distances = new long[shown.Length - 1];
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = shown[i + 1] - shown[i];
        }

        var average = (double)(shown[^1] - shown[0]) / distances.Length;
        var tolerance = Math.Max(RoundingUnits(timeBase), average / 50);
        return Array.Exists(distances, distance => Math.Abs(distance - average) > tolerance);
    }

    /// <summary>
    /// Length of a frame by the rate, in units of the time base; at least 1. Where the average is far below a plausible base rate (frames
    /// that are held, a clock that jumps) it is that of the base rate.
    /// </summary>
    public static long NominalFrame(ProbeResult source)
    {
        var (average, basic) = (source.Info.FrameRate ?? default, source.BaseRate);
        var isFar = basic.Numerator > 0 && basic.ToDouble() <= FastestRate && average.ToDouble() < basic.ToDouble() / FarBelow;
        return Length(isFar ? basic : average, source.Info.TimeBase);
    }

    /// <summary>Length of a frame at a rate, in units of a time base; at least 1.</summary>
    public static long Length(Rational rate, Rational timeBase)
    {
        if (rate.Numerator <= 0)
        {
            return 1;
        }

        var units = (Int128)rate.Denominator * timeBase.Denominator;
        var divisor = (Int128)rate.Numerator * timeBase.Numerator;
        return Math.Max(1, (long)((units + (divisor / 2)) / divisor));
    }

    // Stamps rounded to the unit lie up to one unit nearer or farther; Flash and Matroska files written by others are off by one more.
    private static double RoundingUnits(Rational timeBase) => timeBase.ToDouble() >= 0.0005 ? 2 : 1.5;

    // Without frames ffprobe names the clock that frames would be timed with; no video has as many frames a second.
    private static bool IsClock(Rational rate, Rational timeBase) =>
        rate.Numerator > 1000 * rate.Denominator && timeBase.Numerator > 0
        && rate == new Rational(timeBase.Denominator, timeBase.Numerator);

    internal static bool IsVariable(double average, double basic, double frames) =>
        !Near(average, basic, frames) && !Near(average * 2, basic, frames * 2);

    private static bool Near(double average, double basic, double frames)
    {
        var off = Math.Abs((basic / average) - 1);
        return off <= ToleratedRatio || off * frames <= ToleratedFrames;
    }
}
