namespace VideoTools.TestMedia.Live;

/// <summary>Numbers painted into luma as sixteen bright or dark bars, which survive encoding and scaling.</summary>
public static class BarCode
{
    private const int Bits = 16;

    /// <summary>Numbers run from 0 to below this.</summary>
    public const int Count = 1 << Bits;

    /// <summary>Paints a number over a whole grey picture.</summary>
    public static void Paint(Span<byte> luma, int width, int number)
    {
        var row = luma[..width];
        for (var x = 0; x < width; x++)
        {
            row[x] = (byte)(((number >> (x * Bits / width)) & 1) == 0 ? 40 : 210);
        }

        for (var y = width; y + width <= luma.Length; y += width)
        {
            row.CopyTo(luma[y..]);
        }
    }

    /// <summary>Reads the number of a picture of any size from the middle of each bar.</summary>
    public static int Read(ReadOnlySpan<byte> luma, int width)
    {
        var row = luma.Slice(luma.Length / width / 2 * width, width);
        var number = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            number |= (row[((2 * bit) + 1) * width / (2 * Bits)] > 125 ? 1 : 0) << bit;
        }

        return number;
    }
}
