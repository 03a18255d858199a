// Method: the Laplacian of 4 neighbours (0 1 0, 1 -4 1, 0 1 0) of every pixel that has all four; exact integer sums of its values and of
// their squares, 16 pixels a step. Its variance is low where a picture is blurred.
// Source: Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy: a comparative study", ICPR 2000 (LAPV).
// Units: squared luma levels; it depends on the size of the picture. Cost: five loads and a widened square a pixel.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Measures how sharp a plane is.</summary>
internal static class LaplacianKernels
{
    /// <summary>Variance of the Laplacian; 0 for a plane without inner pixels.</summary>
    public static double Variance(ReadOnlySpan<byte> plane, int width, int height) =>
        Variance(plane, width, new PixelArea(0, 0, width, height));

    /// <summary>Variance of the Laplacian inside of an area; 0 for one without inner pixels.</summary>
    public static double Variance(ReadOnlySpan<byte> plane, int stride, PixelArea area)
    {
        var (sum, squares, count) = Sums(plane, stride, area, Vector256.IsHardwareAccelerated);
        if (count == 0)
        {
            return 0;
        }

        var mean = (double)sum / count;
        return Math.Max(0, ((double)squares / count) - (mean * mean));
    }

    /// <summary>The sums, choosing between the vector loop and its scalar twin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (long Sum, long Squares, long Count) Sums(ReadOnlySpan<byte> plane, int stride, PixelArea area, bool vectorised)
    {
        if (area.Left < 0 || area.Top < 0 || area.Right > stride || (long)area.Bottom * stride > plane.Length)
        {
            throw new ArgumentException("The plane is smaller than its size says.", nameof(plane));
        }

        var (width, height) = (area.Width, area.Height);
        if (width < 3 || height < 3)
        {
            return (0, 0, 0);
        }

        long sum = 0, squares = 0;
        for (var y = area.Top + 1; y < area.Bottom - 1; y++)
        {
            var x = area.Left + 1;
            if (vectorised)
            {
                x = AddRow(plane, stride, y, x, area.Right - 1, ref sum, ref squares);
            }

            for (; x < area.Right - 1; x++)
            {
                var at = (y * stride) + x;
                var value = plane[at - stride] + plane[at + stride] + plane[at - 1] + plane[at + 1] - (4 * plane[at]);
                sum += value;
                squares += value * value;
            }
        }

        return (sum, squares, (long)(width - 2) * (height - 2));
    }

    // Returns the first pixel that is left to the scalar loop. A square is at most 1020 squared: a lane holds 2000 of them, and a flush
    // comes earlier.
    // Compiled at once: the first, slow form would run for a second of a short video.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AddRow(
        ReadOnlySpan<byte> plane, int stride, int y, int x, int end, ref long sum, ref long squares)
    {
        const int StepsBeforeFlush = 500;
        ref var first = ref MemoryMarshal.GetReference(plane);
        var row = y * stride;
        while (x + 16 <= end)
        {
            var sums = Vector256<int>.Zero;
            var squareSums = Vector256<int>.Zero;
            for (var step = 0; step < StepsBeforeFlush && x + 16 <= end; step++, x += 16)
            {
                var value = Load(ref first, row - stride + x) + Load(ref first, row + stride + x)
                    + Load(ref first, row + x - 1) + Load(ref first, row + x + 1)
                    - (Load(ref first, row + x) << 2);
                var (low, high) = Vector256.Widen(value);
                sums += low + high;
                squareSums += (low * low) + (high * high);
            }

            sum += Vector256.Sum(sums);
            for (var lane = 0; lane < Vector256<int>.Count; lane++)
            {
                squares += squareSums[lane];
            }
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref byte first, int at) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)at).ToVector256Unsafe()).AsInt16();
}
