// Sparse keys of a path.
// Method: the control points are read as a uniform cubic B-spline with doubled ends, FramesPerSecond times a second; of these points only
// those are kept that straight lines between them need to stay within Tolerance of all others, on both axes (the cone of slopes of Reumann
// and Witkam's successors: one pass, O(n)). Units: displayed pixels, seconds.
namespace VideoTools.Engine.Features.CropPath;

/// <summary>Turns paths into keys.</summary>
internal static class PathKeys
{
    private const double Tolerance = 0.25;
    private const double PointsPerSecond = 25;

    /// <summary>The keys of a path from the start to the end of a scene; none when it does not move by a pixel.</summary>
    /// <param name="x">Control points of the left edge in displayed pixels.</param>
    /// <param name="y">Control points of the top edge.</param>
    /// <param name="start">Start of the scene in seconds, the time of the first control point.</param>
    /// <param name="end">End of the scene in seconds, the time of the last one.</param>
    public static IReadOnlyList<CropKey> Create(double[] x, double[] y, double start, double end)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Max() - x.Min() < 1 && y.Max() - y.Min() < 1)
        {
            return [];
        }

        var count = Math.Max(2, (int)Math.Ceiling((end - start) * PointsPerSecond) + 1);
        var points = new CropKey[count];
        for (var i = 0; i < count; i++)
        {
            var share = (double)i / (count - 1);

            // As many digits as a key prints, so that it comes back from a CSV file as it went.
            points[i] = new CropKey(
                Math.Round(start + ((end - start) * share), 6), Math.Round(Spline(x, share), 2), Math.Round(Spline(y, share), 2));
        }

        return Thin(points);
    }

    private static double Spline(double[] values, double share)
    {
        var place = share * (values.Length - 1);
        var whole = Math.Min((int)place, values.Length - 2);
        var t = place - whole;
        double Control(int i) => values[Math.Clamp(i, 0, values.Length - 1)];
        return (((1 - t) * (1 - t) * (1 - t) * Control(whole - 1))
            + (((3 * t * t * t) - (6 * t * t) + 4) * Control(whole))
            + (((-3 * t * t * t) + (3 * t * t) + (3 * t) + 1) * Control(whole + 1))
            + (t * t * t * Control(whole + 2))) / 6;
    }

    private static List<CropKey> Thin(CropKey[] points)
    {
        List<CropKey> keys = [points[0]];
        for (var from = 0; from < points.Length - 1;)
        {
            var coneX = (Low: double.NegativeInfinity, High: double.PositiveInfinity);
            var coneY = coneX;
            var last = from + 1;
            for (var to = from + 1; to < points.Length; to++)
            {
                var time = points[to].Seconds - points[from].Seconds;
                var (slopeX, slopeY) = ((points[to].X - points[from].X) / time, (points[to].Y - points[from].Y) / time);
                if (Inside(slopeX, coneX) && Inside(slopeY, coneY))
                {
                    last = to;
                }

                (coneX, coneY) = (Narrow(coneX, slopeX, Tolerance / time), Narrow(coneY, slopeY, Tolerance / time));
                if (coneX.Low > coneX.High || coneY.Low > coneY.High)
                {
                    break;
                }
            }

            keys.Add(points[last]);
            from = last;
        }

        return keys;
    }

    private static bool Inside(double slope, (double Low, double High) cone) => slope >= cone.Low && slope <= cone.High;

    private static (double Low, double High) Narrow((double Low, double High) cone, double slope, double room) =>
        (Math.Max(cone.Low, slope - room), Math.Min(cone.High, slope + room));
}
