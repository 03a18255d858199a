namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Reads the frame rate and decides whether it varies. ffprobe gives the average rate (frames / duration) and a base rate (the
/// coarsest grid all time stamps fit). Equal rates mean a fixed rate, but three harmless causes make them differ: the duration is
/// rounded (a millisecond container, or a last frame of another length: a difference of about one frame over the whole file),
/// interlaced streams count fields (the base rate is exactly twice the average), and rates are approximated by small fractions.
/// Matroska may state a rate that its frames don't keep: that shows only when the frames are counted.
/// </summary>
internal static class FrameRates
{
    // One frame by the last frame's odd length, and one by rounding.
    private const double ToleratedFrames = 2.0;

    // 24 against 24000/1001 differs by 0.001: below twice that nobody can tell a dropped frame from a rounded rate.
    private const double ToleratedRatio = 0.002;

    public static (Rational? Rate, bool IsVariable) Read(JsonElement video, Rational timeBase, double seconds)
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

        var counted = video.Long("nb_read_packets") ?? video.Long("nb_frames");
        var frames = counted is { } known and > 0
            ? known
            : video.Long("duration_ts") is { } duration and > 0 ? duration * timeBase.ToDouble() * average.Value.ToDouble() : 1000;
        var isVariable = IsVariable(average.Value.ToDouble(), basic.Value.ToDouble(), frames)
            || (video.Long("nb_read_packets") is { } packets and > 0
                && seconds > 0
                && IsVariable(packets / seconds, basic.Value.ToDouble(), packets));
        return (rate, isVariable);
    }

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
