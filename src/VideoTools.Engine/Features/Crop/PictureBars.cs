using System.Globalization;

namespace VideoTools.Engine.Features.Crop;

/// <summary>Widths of black bars in pixels.</summary>
internal readonly record struct PictureBars(int Left, int Top, int Right, int Bottom)
{
    /// <summary>True without any bar.</summary>
    public bool AreNone => this == default;

    /// <summary>
    /// The same bars in another size of the picture: rounded up, and to even numbers, because 4:2:0 video can only be cut there. A line
    /// of a bar inside of a crop is worse than a line of picture outside.
    /// </summary>
    public PictureBars Scale(int width, int height, int toWidth, int toHeight) => new(
        Scale(Left, width, toWidth), Scale(Top, height, toHeight), Scale(Right, width, toWidth), Scale(Bottom, height, toHeight));

    /// <summary>The wider bar on every side.</summary>
    public static PictureBars Wider(PictureBars a, PictureBars b) =>
        new(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    /// <summary>"L:T:R:B".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left}:{Top}:{Right}:{Bottom}");

    private static int Scale(int bar, int from, int to)
    {
        var pixels = (int)((((long)bar * to) + from - 1) / from);
        return pixels + (pixels % 2);
    }
}
