namespace VideoTools.Engine.Features.Crop;

/// <summary>The part of the displayed picture that crops may show.</summary>
internal readonly record struct PictureArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Pixels per row.</summary>
    public int Width => Right - Left;

    /// <summary>Rows.</summary>
    public int Height => Bottom - Top;

    /// <summary>What bars leave of a picture.</summary>
    public static PictureArea Inside(PictureBars bars, int width, int height) =>
        new(bars.Left, bars.Top, width - bars.Right, height - bars.Bottom);
}
