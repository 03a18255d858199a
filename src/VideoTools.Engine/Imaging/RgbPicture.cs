namespace VideoTools.Engine.Imaging;

/// <summary>A picture to draw on: interleaved R, G, B, full range. Whatever lies outside of it is left out.</summary>
/// <param name="width">Pixels per row.</param>
/// <param name="height">Rows.</param>
/// <param name="pixels">Three bytes a pixel.</param>
internal sealed class RgbPicture(int width, int height, byte[] pixels)
{
    /// <summary>A black picture.</summary>
    public RgbPicture(int width, int height)
        : this(width, height, new byte[checked(width * height * 3)])
    {
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>Row by row, three bytes a pixel.</summary>
    public byte[] Pixels { get; } = pixels.Length == checked(width * height * 3)
        ? pixels
        : throw new ArgumentException($"{width}x{height} pixels need three bytes each.", nameof(pixels));

    /// <summary>The colour of a pixel.</summary>
    public RgbColor At(int x, int y) => Row(y)[x];

    /// <summary>Paints a rectangle.</summary>
    /// <param name="area">The rectangle.</param>
    /// <param name="color">The colour.</param>
    /// <param name="share">How much of the colour, 0 to 1; the rest stays what it was.</param>
    public void Fill(PixelArea area, RgbColor color, double share = 1)
    {
        var inside = area.Within(Width, Height);
        var weight = (int)Math.Round(Math.Clamp(share, 0, 1) * 256);
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            foreach (ref var pixel in Row(y)[inside.Left..inside.Right])
            {
                pixel = pixel.Mix(color, weight);
            }
        }
    }

    /// <summary>Paints everything outside of a rectangle.</summary>
    public void FillOutside(PixelArea area, RgbColor color, double share)
    {
        var inside = area.Within(Width, Height);
        Fill(new PixelArea(0, 0, Width, inside.Top), color, share);
        Fill(new PixelArea(0, inside.Bottom, Width, Height), color, share);
        Fill(new PixelArea(0, inside.Top, inside.Left, inside.Bottom), color, share);
        Fill(new PixelArea(inside.Right, inside.Top, Width, inside.Bottom), color, share);
    }

    /// <summary>Draws the border of a rectangle, on its inner side.</summary>
    public void Outline(PixelArea area, int thickness, RgbColor color)
    {
        Fill(area with { Bottom = area.Top + thickness }, color);
        Fill(area with { Top = area.Bottom - thickness }, color);
        Fill(area with { Right = area.Left + thickness }, color);
        Fill(area with { Left = area.Right - thickness }, color);
    }

    /// <summary>Copies another picture into this one.</summary>
    public void Draw(RgbPicture picture, int left, int top)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var inside = new PixelArea(left, top, left + picture.Width, top + picture.Height).Within(Width, Height);
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            picture.Row(y - top)[(inside.Left - left)..(inside.Right - left)].CopyTo(Row(y)[inside.Left..]);
        }
    }

    /// <summary>What is inside of a rectangle.</summary>
    public RgbPicture Cut(PixelArea area)
    {
        var inside = area.Within(Width, Height);
        var part = new RgbPicture(inside.Right - inside.Left, inside.Bottom - inside.Top);
        part.Draw(this, -inside.Left, -inside.Top);
        return part;
    }

    /// <summary>The pixels of a row.</summary>
    public Span<RgbColor> Row(int y) => MemoryMarshal.Cast<byte, RgbColor>(Pixels.AsSpan(y * Width * 3, Width * 3));
}
