// Sums of absolute differences of square blocks of two pictures, the measure of block matching.
// Method: two rows of eight (one of sixteen) bytes a step, max - min, summed in 16-bit lanes: 256 x 255 fits. Whole numbers, so the scalar
// twin gives the same. Units: luma levels summed over the block. Cost: 4 (16) vector steps a block.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Differences of blocks.</summary>
internal static class BlockMatch
{
    /// <summary>Sum over 8 x 8 pixels whose corners lie at <paramref name="a"/> and <paramref name="b"/>.</summary>
    public static int Sum8(ReadOnlySpan<byte> first, int a, ReadOnlySpan<byte> second, int b, int stride)
    {
        var lanes = Vector128<ushort>.Zero;
        for (var row = 0; row < 8; row += 2, a += 2 * stride, b += 2 * stride)
        {
            lanes += Difference(Pair(first, a, stride), Pair(second, b, stride));
        }

        return Vector128.Sum(lanes);
    }

    /// <summary>Sum over 16 x 16 pixels.</summary>
    public static int Sum16(ReadOnlySpan<byte> first, int a, ReadOnlySpan<byte> second, int b, int stride)
    {
        var lanes = Vector128<ushort>.Zero;
        for (var row = 0; row < 16; row++, a += stride, b += stride)
        {
            lanes += Difference(Vector128.Create(first.Slice(a, 16)), Vector128.Create(second.Slice(b, 16)));
        }

        return Vector128.Sum(lanes);
    }

    /// <summary>Sum over a run of any length, each difference at most <paramref name="limit"/>.</summary>
    public static int LimitedRun(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, byte limit)
    {
        var (sum, i) = (0u, 0);
        var most = Vector128.Create(limit);
        while (i + 16 <= first.Length)
        {
            // At most 510 a lane and step.
            var lanes = Vector128<ushort>.Zero;
            for (var end = Math.Min(first.Length - 15, i + (128 * 16)); i < end; i += 16)
            {
                var (x, y) = (Vector128.Create(first.Slice(i, 16)), Vector128.Create(second.Slice(i, 16)));
                var (low, high) = Vector128.Widen(Vector128.Min(Vector128.Max(x, y) - Vector128.Min(x, y), most));
                lanes += low + high;
            }

            var (lower, upper) = Vector128.Widen(lanes);
            sum += Vector128.Sum(lower + upper);
        }

        for (; i < first.Length; i++)
        {
            sum += (uint)Math.Min(Math.Abs(first[i] - second[i]), limit);
        }

        return (int)sum;
    }

    /// <summary>The scalar twin of the sums over squares.</summary>
    internal static int SumScalar(ReadOnlySpan<byte> first, int a, ReadOnlySpan<byte> second, int b, int stride, int side)
    {
        var sum = 0;
        for (var i = 0; i < side * side; i++)
        {
            var at = (i / side * stride) + (i % side);
            sum += Math.Abs(first[a + at] - second[b + at]);
        }

        return sum;
    }

    private static Vector128<byte> Pair(ReadOnlySpan<byte> pixels, int at, int stride) =>
        Vector128.Create(MemoryMarshal.Read<ulong>(pixels[at..]), MemoryMarshal.Read<ulong>(pixels[(at + stride)..])).AsByte();

    private static Vector128<ushort> Difference(Vector128<byte> a, Vector128<byte> b)
    {
        var (low, high) = Vector128.Widen(Vector128.Max(a, b) - Vector128.Min(a, b));
        return low + high;
    }
}
