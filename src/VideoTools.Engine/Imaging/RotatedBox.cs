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
}
