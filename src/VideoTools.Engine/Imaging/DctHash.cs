// Method: the picture's luma as 32 x 32 cell means; the 8 x 8 lowest frequencies of its discrete cosine transform (DCT-II) without the
// constant one; a bit each: above their median or not. Size, brightness, gain and compression hardly change it.
// Source: Zauner, "Implementation and benchmarking of perceptual image hash functions", 2010 (DCT based hash); the frequencies taken here
// are 1 to 8 along each axis.
// Units: 64 bits; unlike pictures differ in about 32. Cost: some 10,000 multiplications.
using System.Numerics;

namespace VideoTools.Engine.Imaging;

/// <summary>Perceptual hashes of 32 x 32 cell means.</summary>
internal static class DctHash
{
    /// <summary>Cells along each axis.</summary>
    public const int Side = 32;

    private const int Kept = 8;
    private static readonly float[] Cosines = Table();

    /// <summary>The hash.</summary>
    /// <param name="cells">Side x Side cell means, row by row.</param>
    public static ulong Compute(ReadOnlySpan<float> cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, Side * Side, nameof(cells));
        Span<float> rows = stackalloc float[Side * Kept];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Kept; u++)
            {
                float sum = 0;
                for (var x = 0; x < Side; x++)
                {
                    sum += cells[(y * Side) + x] * Cosines[(u * Side) + x];
                }

                rows[(y * Kept) + u] = sum;
            }
        }

        Span<float> values = stackalloc float[Kept * Kept];
        for (var v = 0; v < Kept; v++)
        {
            for (var u = 0; u < Kept; u++)
            {
                float sum = 0;
                for (var y = 0; y < Side; y++)
                {
                    sum += rows[(y * Kept) + u] * Cosines[(v * Side) + y];
                }

                values[(v * Kept) + u] = sum;
            }
        }

        return Bits(values);
    }

    /// <summary>Bits in which two hashes differ, 0 to 64.</summary>
    public static int Distance(ulong left, ulong right) => BitOperations.PopCount(left ^ right);

    private static ulong Bits(ReadOnlySpan<float> values)
    {
        Span<float> sorted = stackalloc float[Kept * Kept];
        values.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[(Kept * Kept / 2) - 1] + sorted[Kept * Kept / 2]) / 2;
        var hash = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            hash |= values[i] > median ? 1UL << i : 0;
        }

        return hash;
    }

    // Frequencies 1 to 8: the constant one says only how bright the picture is, and says nothing of where.
    private static float[] Table()
    {
        var table = new float[Kept * Side];
        for (var u = 0; u < Kept; u++)
        {
            for (var x = 0; x < Side; x++)
            {
                table[(u * Side) + x] = (float)Math.Cos(Math.PI * (u + 1) * ((2 * x) + 1) / (2 * Side));
            }
        }

        return table;
    }
}
