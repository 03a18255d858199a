using System.Text.Json;

namespace VideoTools.Engine.Decoding;

/// <summary>
/// Reads the frame rate and decides whether it varies. ffprobe gives the average rate (frames / duration) and a base rate (the
/// coarsest grid all time stamps fit). Equal rates mean a fixed rate, but three harmless causes make them differ: the duration is
/// rounded (a millisecond container, or a last frame of another length: a difference of about one frame over the whole file),
/// interlaced streams count fields (the base rate is exactly twice the average), and rates are approximated by small fractions.
/// </summary>
internal static class FrameRates
{
    // One frame by the last frame's odd length, and one by rounding.
    private const double ToleratedFrames = 2.0;

    // 24 against 24000/1001 differs by 0.001: below twice that nobody can tell a dropped frame from a rounded rate.
    private const double ToleratedRatio = 0.002;

    public static (Rational Rate, bool IsVariable) Read(JsonElement video, Rational timeBase)
    {
        var average = video.Rational("avg_frame_rate");
        var basic = video.Rational("r_frame_rate");
        if ((average ?? basic) is not { } rate)
        {
            return (default, false);
        }

        if (average is null || basic is null)
        {
            return (rate, false);
        }

        var frames = video.Long("nb_frames") is { } stored and > 0
            ? stored
            : video.Long("duration_ts") is { } duration and > 0 ? duration * timeBase.ToDouble() * average.Value.ToDouble() : 1000;
        return (rate, IsVariable(average.Value.ToDouble(), basic.Value.ToDouble(), frames));
    }

    internal static bool IsVariable(double average, double basic, double frames) =>
        !Near(average, basic, frames) && !Near(average * 2, basic, frames * 2);

    private static bool Near(double average, double basic, double frames)
    {
        var off = Math.Abs((basic / average) - 1);
        return off <= ToleratedRatio || off * frames <= ToleratedFrames;
    }
}
