namespace VideoTools.Engine.Imaging;

/// <summary>
/// How the whole picture moved: what is at (x, y), counted in pixels from the middle, was at
/// (x + X + XByX * x + XByY * y, y + Y + YByX * x + YByY * y) in the picture before.
/// </summary>
internal readonly record struct CameraShift(double X, double Y, double XByX, double XByY, double YByX, double YByY)
{
    /// <summary>True when nothing moved by as much as would be seen.</summary>
    public bool IsStill(int width, int height) =>
        Math.Abs(X) + (Math.Abs(XByX) * width / 2) + (Math.Abs(XByY) * height / 2) < 0.3
        && Math.Abs(Y) + (Math.Abs(YByX) * width / 2) + (Math.Abs(YByY) * height / 2) < 0.3;

    /// <summary>The motion from the later picture to the earlier one; exact for a pan, near enough for small zooms and turns.</summary>
    public CameraShift Inverse() => new(
        (XByX * X) + (XByY * Y) - X, (YByX * X) + (YByY * Y) - Y, -XByX, -XByY, -YByX, -YByY);

    /// <summary>Where the point was, in whole pixels relative to it.</summary>
    public (int X, int Y) At(double x, double y) =>
        ((int)Math.Round(X + (XByX * x) + (XByY * y)), (int)Math.Round(Y + (YByX * x) + (YByY * y)));
}
