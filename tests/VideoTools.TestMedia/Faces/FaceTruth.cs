namespace VideoTools.TestMedia.Faces;

/// <summary>A face that a picture shows, by hand: from the brows to the chin, from temple to temple.</summary>
/// <param name="X">Left edge in pixels of the picture.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="IsFrontal">True when both eyes are seen and it looks near enough into the camera to serve as a portrait.</param>
/// <param name="HasOpenEyes">True when its eyes are plainly open.</param>
public sealed record FaceTruth(double X, double Y, double Width, double Height, bool IsFrontal = true, bool HasOpenEyes = true)
{
    public double CenterX => X + (Width / 2);

    public double CenterY => Y + (Height / 2);

    /// <summary>True when a box shows this face: centres near each other, sizes alike.</summary>
    public bool IsFoundBy(double x, double y, double width, double height)
    {
        var (dx, dy) = (x + (width / 2) - CenterX, y + (height / 2) - CenterY);
        var size = Math.Max(Width, Height);
        var ratio = Math.Max(width, height) / size;
        return Math.Sqrt((dx * dx) + (dy * dy)) <= 0.4 * size && ratio is > 0.5 and < 2;
    }
}
