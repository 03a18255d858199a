namespace VideoTools.TestMedia.Drivers;

/// <summary>
/// Triangles over points in the plane, none of which holds another point in its circumcircle (A. Bowyer and D. Watson, 1981). Quadratic: for
/// hundreds of points.
/// </summary>
public static class Delaunay
{
    /// <summary>The triangles, as indexes of the points.</summary>
    public static IReadOnlyList<(int A, int B, int C)> Of(IReadOnlyList<(double X, double Y)> points)
    {
        var size = points.Max(p => Math.Max(Math.Abs(p.X), Math.Abs(p.Y))) * 20;
        List<(double X, double Y)> all = [.. points, (-size, -size), (size, -size), (0, size)];
        List<(int A, int B, int C)> triangles = [(points.Count, points.Count + 1, points.Count + 2)];
        for (var i = 0; i < points.Count; i++)
        {
            var wrong = triangles.Where(t => IsInside(all, t, all[i])).ToList();
            var edges = wrong.SelectMany(t => new[] { (t.A, t.B), (t.B, t.C), (t.C, t.A) }).ToList();
            var border = edges.Where(e => !edges.Contains((e.Item2, e.Item1))).ToList();
            triangles.RemoveAll(wrong.Contains);
            triangles.AddRange(border.Select(e => (e.Item1, e.Item2, i)));
        }

        return [.. triangles.Where(t => t.A < points.Count && t.B < points.Count && t.C < points.Count)];
    }

    private static bool IsInside(List<(double X, double Y)> all, (int A, int B, int C) t, (double X, double Y) p)
    {
        var (ax, ay) = (all[t.A].X - p.X, all[t.A].Y - p.Y);
        var (bx, by) = (all[t.B].X - p.X, all[t.B].Y - p.Y);
        var (cx, cy) = (all[t.C].X - p.X, all[t.C].Y - p.Y);
        var determinant = (((ax * ax) + (ay * ay)) * ((bx * cy) - (cx * by)))
            - (((bx * bx) + (by * by)) * ((ax * cy) - (cx * ay)))
            + (((cx * cx) + (cy * cy)) * ((ax * by) - (bx * ay)));
        var turn = ((all[t.B].X - all[t.A].X) * (all[t.C].Y - all[t.A].Y)) - ((all[t.C].X - all[t.A].X) * (all[t.B].Y - all[t.A].Y));
        return turn > 0 ? determinant > 0 : determinant < 0;
    }
}
