namespace VideoTools.Engine.Media.Tesseract;

/// <summary>A grey picture of one line, dark on light.</summary>
/// <param name="Pixels">Rows of bytes, 0 black to 255 white.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
internal sealed record GreyPicture(byte[] Pixels, int Width, int Height)
{
    /// <summary>The bytes of a file in Netpbm's binary grey format (PGM, "P5").</summary>
    public byte[] ToPgm() =>
    [
        .. System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{Width} {Height}\n255\n")),
        .. Pixels.AsSpan(0, Width * Height),
    ];
}
