// Method of Fit: least squares over all similarities (turn, size, shift; no mirror), after S. Umeyama, "Least-squares estimation of
// transformation parameters between two point patterns", PAMI 13 (1991). In the plane it is a linear regression of complex numbers.
namespace VideoTools.Engine.Imaging;

/// <summary>A turn, a size and a shift: x' = Cos x - Sin y + ShiftX, y' = Sin x + Cos y + ShiftY.</summary>
/// <param name="Cos">Size times the cosine of the angle.</param>
/// <param name="Sin">Size times the sine of the angle; positive turns clockwise on the screen.</param>
/// <param name="ShiftX">To the right.</param>
/// <param name="ShiftY">Downwards.</param>
internal readonly record struct Similarity(double Cos, double Sin, double ShiftX, double ShiftY)
{
    /// <summary>Length of a unit after it.</summary>
    public double Size => Math.Sqrt((Cos * Cos) + (Sin * Sin));

    /// <summary>
    /// What takes a square patch of a side in pixels to a turned square of a picture: pixel edges to edges.
    /// </summary>
    /// <param name="centerX">Centre in the picture.</param>
    /// <param name="centerY">Centre in the picture.</param>
    /// <param name="side">Side in the picture.</param>
    /// <param name="angle">Turn of the square in radians, clockwise on the screen.</param>
    /// <param name="pixels">Pixels of the patch along a side.</param>
    public static Similarity OfSquare(double centerX, double centerY, double side, double angle, int pixels)
    {
        var scale = side / pixels;
        var (cos, sin) = (scale * Math.Cos(angle), scale * Math.Sin(angle));
        var half = pixels / 2.0;
        return new Similarity(cos, sin, centerX - (cos * half) + (sin * half), centerY - (sin * half) - (cos * half));
    }

    /// <summary>The similarity that takes points nearest to others.</summary>
    /// <param name="from">At least two different points.</param>
    /// <param name="to">As many.</param>
    public static Similarity Fit(ReadOnlySpan<(double X, double Y)> from, ReadOnlySpan<(double X, double Y)> to)
    {
        if (from.Length != to.Length || from.Length < 2)
        {
            throw new ArgumentException("Two or more pairs of points are needed.", nameof(from));
        }

        var (a, b) = (Mean(from), Mean(to));
        double spread = 0, cos = 0, sin = 0;
        for (var i = 0; i < from.Length; i++)
        {
            var (x, y) = (from[i].X - a.X, from[i].Y - a.Y);
            var (u, v) = (to[i].X - b.X, to[i].Y - b.Y);
            spread += (x * x) + (y * y);
            cos += (x * u) + (y * v);
            sin += (x * v) - (y * u);
        }

        (cos, sin) = spread > 0 ? (cos / spread, sin / spread) : (1, 0);
        return new Similarity(cos, sin, b.X - (cos * a.X) + (sin * a.Y), b.Y - (sin * a.X) - (cos * a.Y));
    }

    /// <summary>Where a point goes.</summary>
    public (double X, double Y) Apply(double x, double y) => ((Cos * x) - (Sin * y) + ShiftX, (Sin * x) + (Cos * y) + ShiftY);

    /// <summary>The way back.</summary>
    public Similarity Inverse()
    {
        var square = (Cos * Cos) + (Sin * Sin);
        var (cos, sin) = (Cos / square, -Sin / square);
        return new Similarity(cos, sin, -((cos * ShiftX) - (sin * ShiftY)), -((sin * ShiftX) + (cos * ShiftY)));
    }

    /// <summary>This one in a picture that is reduced by a factor.</summary>
    public Similarity Reduced(double factor) => new(Cos / factor, Sin / factor, ShiftX / factor, ShiftY / factor);

    private static (double X, double Y) Mean(ReadOnlySpan<(double X, double Y)> points)
    {
        double x = 0, y = 0;
        foreach (var point in points)
        {
            x += point.X;
            y += point.Y;
        }

        return (x / points.Length, y / points.Length);
    }
}
