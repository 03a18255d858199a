namespace VideoTools.Engine.Imaging;

/// <summary>A rectangle of pixels; right and bottom do not belong to it.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">The column after the last.</param>
/// <param name="Bottom">The row after the last.</param>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Pixels per row.</summary>
    public int Width => Right - Left;

    /// <summary>Rows.</summary>
    public int Height => Bottom - Top;

    /// <summary>The part of it that lies in a picture.</summary>
    public PixelArea Within(int width, int height)
    {
        var (left, top) = (Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height));
        return new PixelArea(left, top, Math.Clamp(Right, left, width), Math.Clamp(Bottom, top, height));
    }
}
