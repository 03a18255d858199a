namespace VideoTools.Engine.Imaging;

/// <summary>A rectangle at any angle, in pixels of the picture it was found in.</summary>
/// <param name="CenterX">Centre, from the left edge.</param>
/// <param name="CenterY">Centre, from the top edge.</param>
/// <param name="Width">Length along the text, at least <paramref name="Height"/> unless the text runs downwards.</param>
/// <param name="Height">Length across the text.</param>
/// <param name="Angle">Direction of the text in radians, clockwise on the screen, -pi/4 to pi/4.</param>
internal readonly record struct RotatedBox(double CenterX, double CenterY, double Width, double Height, double Angle)
{
    /// <summary>The corners: top left, top right, bottom right, bottom left, seen along the text.</summary>
    public (double X, double Y)[] Corners()
    {
        var (sin, cos) = Math.SinCos(Angle);
        var (dx, dy) = (Width / 2, Height / 2);
        var (x, y) = (CenterX, CenterY);
        (double X, double Y) At(double u, double v) => (x + (u * cos) - (v * sin), y + (u * sin) + (v * cos));
        return [At(-dx, -dy), At(dx, -dy), At(dx, dy), At(-dx, dy)];
    }

    /// <summary>The box grown by a distance on every side.</summary>
    public RotatedBox Grow(double distance) => this with { Width = Width + (2 * distance), Height = Height + (2 * distance) };

    /// <summary>The box of a picture that is larger by these factors.</summary>
    public RotatedBox Scale(double factorX, double factorY)
    {
        // Pictures are scaled alike in both directions up to the rounding of their sizes, so that the angle stays.
        var factor = (factorX + factorY) / 2;
        return new RotatedBox(CenterX * factorX, CenterY * factorY, Width * factor, Height * factor, Angle);
    }

    /// <summary>The upright rectangle around it.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds()
    {
        var corners = Corners();
        return (corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>Intersection over union of the upright rectangles around two boxes, 0 to 1.</summary>
    public double Overlap(RotatedBox other)
    {
        var (a, b) = (Bounds(), other.Bounds());
        var common = Common(a, b);
        return common / (Area(a) + Area(b) - common);
    }

    /// <summary>Share of this box that lies inside another one (both upright), 0 to 1; 0 without area.</summary>
    public double ShareInside(RotatedBox other)
    {
        var bounds = Bounds();
        var area = Area(bounds);
        return area > 0 ? Common(bounds, other.Bounds()) / area : 0;
    }

    private static double Area((double Left, double Top, double Right, double Bottom) a) => (a.Right - a.Left) * (a.Bottom - a.Top);

    private static double Common(
        (double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left))
        * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
}
