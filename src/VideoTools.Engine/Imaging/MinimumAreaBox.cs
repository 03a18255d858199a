// Method: convex hull by Andrew's monotone chain (1979), then rotating calipers in their plain form: the smallest rectangle around a
// convex polygon has a side along one of its edges (Freeman and Shapira 1975), so every edge is tried. Points are pixel centres.
// Units: pixels. Cost: O(n log n) for n points and O(h^2) for h hull corners (h is some dozens here).
namespace VideoTools.Engine.Imaging;

/// <summary>The rectangle of least area around a set of points.</summary>
internal static class MinimumAreaBox
{
    /// <summary>The convex hull, counter-clockwise with y upwards, without repeated points.</summary>
    public static List<(int X, int Y)> Hull(List<(int X, int Y)> points)
    {
        points = [.. points.Distinct().Order()];
        if (points.Count < 3)
        {
            return points;
        }

        var hull = new List<(int X, int Y)>(16);
        for (var pass = 0; pass < 2; pass++)
        {
            var floor = hull.Count;
            foreach (var point in pass == 0 ? points : Enumerable.Reverse(points))
            {
                while (hull.Count >= floor + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            // The last point of one chain is the first one of the other.
            hull.RemoveAt(hull.Count - 1);
        }

        return hull.Count == 0 ? [points[0]] : hull;
    }

    /// <summary>The box; ties go to the edge that comes first, starting at the leftmost point.</summary>
    public static RotatedBox Of(List<(int X, int Y)> points)
    {
        var hull = Hull(points);
        if (hull.Count == 1)
        {
            return new RotatedBox(hull[0].X, hull[0].Y, 0, 0, 0);
        }

        RotatedBox best = default;
        var bestArea = double.MaxValue;
        for (var i = 0; i < hull.Count; i++)
        {
            var (from, to) = (hull[i], hull[(i + 1) % hull.Count]);
            var length = Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y));
            if (length == 0)
            {
                continue;
            }

            var (ux, uy) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
            double lowU = double.MaxValue, highU = double.MinValue, lowV = double.MaxValue, highV = double.MinValue;
            foreach (var (x, y) in hull)
            {
                var u = (x * ux) + (y * uy);
                var v = (y * ux) - (x * uy);
                (lowU, highU) = (Math.Min(lowU, u), Math.Max(highU, u));
                (lowV, highV) = (Math.Min(lowV, v), Math.Max(highV, v));
            }

            var area = (highU - lowU) * (highV - lowV);
            if (area < bestArea - 1e-9)
            {
                bestArea = area;
                var (cu, cv) = ((lowU + highU) / 2, (lowV + highV) / 2);
                best = Upright(new RotatedBox(
                    (cu * ux) - (cv * uy), (cu * uy) + (cv * ux), highU - lowU, highV - lowV, Math.Atan2(uy, ux)));
            }
        }

        return best;
    }

    // A rectangle has four names; this one has an angle within 45 degrees, so that text reads from left to right.
    private static RotatedBox Upright(RotatedBox box)
    {
        var quarterTurns = (int)Math.Round(box.Angle / (Math.PI / 2));
        var angle = box.Angle - (quarterTurns * Math.PI / 2);
        return quarterTurns % 2 == 0
            ? box with { Angle = angle }
            : box with { Angle = angle, Width = box.Height, Height = box.Width };
    }

    private static long Turn((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        ((long)(b.X - a.X) * (c.Y - a.Y)) - ((long)(b.Y - a.Y) * (c.X - a.X));

    private static double Square(double value) => value * value;
}
