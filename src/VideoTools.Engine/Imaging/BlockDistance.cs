using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Squared differences of small picture parts in float grids, with a gain and an offset on the second picture.</summary>
// Method: sum of (a - (gain * b + offset))^2 over rows of eight cells, one 256-bit vector per row; the scalar twin of the tests keeps
// eight partial sums and adds them in the same order, so both give the same bits.
internal static class BlockDistance
{
    /// <summary>Cells per block row: one vector.</summary>
    public const int Width = 8;

    /// <summary>Sum of squared differences of two blocks 8 wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Squared(ref float a, ref float b, int stride, int rows, float gain, float offset)
    {
        var g = Vector256.Create(gain);
        var o = Vector256.Create(offset);
        var sum = Vector256<float>.Zero;
        for (var row = 0; row < rows; row++)
        {
            var at = (nuint)(row * stride);
            var difference = Vector256.LoadUnsafe(ref a, at) - ((Vector256.LoadUnsafe(ref b, at) * g) + o);
            sum += difference * difference;
        }

        return Add(sum);
    }

    /// <summary>Sum of squared differences of two runs of any length.</summary>
    public static float SquaredRun(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector256<float>.Zero;
        var x = 0;
        for (; x + Width <= a.Length; x += Width)
        {
            var difference = Vector256.Create(a.Slice(x, Width)) - Vector256.Create(b.Slice(x, Width));
            sum += difference * difference;
        }

        var total = Add(sum);
        for (; x < a.Length; x++)
        {
            total += (a[x] - b[x]) * (a[x] - b[x]);
        }

        return total;
    }

    // A fixed order of addition: results must not depend on how a runtime happens to sum a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Add(Vector256<float> v)
    {
        var half = v.GetLower() + v.GetUpper();
        return (half.GetElement(0) + half.GetElement(2)) + (half.GetElement(1) + half.GetElement(3));
    }
}
