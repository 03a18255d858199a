// Absolute luma change between two pictures, a value per pixel.
// change = min(|Y1 - Y0|, max(0, |Y1 - predicted(Y0)| - tolerance)): what is left after the global brightness change is taken out;
// a pixel that did not change at all (a caption, a black bar) has not moved, whatever the rest of the picture did.
// Units: luma levels. Cost: about one load of either picture and one update of the sums, 32 pixels per step. The scalar twin gives
// the same bits.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Adds luma changes to per-pixel sums.</summary>
internal static class MotionKernels
{
    /// <summary>Largest value that is added to a pixel.</summary>
    public const int MaximumValue = 255;

    // 2 values per lane and step, 255 at most each: 128 steps stay below 65536.
    private const int StepsPerChunk = 128;

    /// <summary>Adds the change of each pixel to <paramref name="sums"/>.</summary>
    /// <returns>The changes summed over the picture.</returns>
    public static long Add(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, LumaChange change, Span<ushort> sums) =>
        Vector256.IsHardwareAccelerated
            ? AddVector(previous, current, change, sums)
            : AddScalar(previous, current, change, sums);

    /// <summary>Takes back what <see cref="Add"/> added with the same arguments.</summary>
    public static void Subtract(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, LumaChange change, Span<ushort> sums)
    {
        for (var i = 0; i < current.Length; i++)
        {
            sums[i] -= Change(previous[i], current[i], change);
        }
    }

    /// <summary>Absolute differences summed over the picture.</summary>
    public static long SumAbsoluteDifference(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current) =>
        Vector256.IsHardwareAccelerated ? SumAbsoluteDifferenceVector(previous, current) : SumAbsoluteDifferenceScalar(previous, current);

    /// <summary>Sum of all bytes.</summary>
    public static long Sum(ReadOnlySpan<byte> values) => LumaStatistics.Sums(values).Sum;

    internal static long AddScalar(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, LumaChange change, Span<ushort> sums)
    {
        long total = 0;
        for (var i = 0; i < current.Length; i++)
        {
            var value = Change(previous[i], current[i], change);
            sums[i] += value;
            total += value;
        }

        return total;
    }

    internal static long AddVector(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, LumaChange change, Span<ushort> sums)
    {
        CheckLengths(previous, current, sums);
        ref var before = ref MemoryMarshal.GetReference(previous);
        ref var now = ref MemoryMarshal.GetReference(current);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var gain = Vector256.Create((short)change.Gain256);
        var offset = Vector256.Create((short)change.Offset);
        var tolerance = Vector256.Create((short)change.Tolerance);
        var whole = current.Length / 32 * 32;
        long total = 0;
        var i = 0;
        while (i < whole)
        {
            var end = Math.Min(whole, i + (StepsPerChunk * 32));
            var lanes = Vector256<ushort>.Zero;
            for (; i < end; i += 32)
            {
                var (p0, p1) = Vector256.Widen(Vector256.LoadUnsafe(ref before, (nuint)i));
                var (c0, c1) = Vector256.Widen(Vector256.LoadUnsafe(ref now, (nuint)i));
                var low = Change(p0.AsInt16(), c0.AsInt16(), gain, offset, tolerance);
                var high = Change(p1.AsInt16(), c1.AsInt16(), gain, offset, tolerance);
                (Vector256.LoadUnsafe(ref sum, (nuint)i) + low).StoreUnsafe(ref sum, (nuint)i);
                (Vector256.LoadUnsafe(ref sum, (nuint)i + 16) + high).StoreUnsafe(ref sum, (nuint)i + 16);
                lanes += low + high;
            }

            total += SumLanes(lanes);
        }

        return total + AddScalar(previous[whole..], current[whole..], change, sums[whole..]);
    }

    internal static long SumAbsoluteDifferenceScalar(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current)
    {
        long total = 0;
        for (var i = 0; i < current.Length; i++)
        {
            total += Math.Abs(current[i] - previous[i]);
        }

        return total;
    }

    internal static long SumAbsoluteDifferenceVector(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current)
    {
        CheckLengths(previous, current);
        ref var before = ref MemoryMarshal.GetReference(previous);
        ref var now = ref MemoryMarshal.GetReference(current);
        var whole = current.Length / 32 * 32;
        long total = 0;
        var i = 0;
        while (i < whole)
        {
            var end = Math.Min(whole, i + (StepsPerChunk * 32));
            var lanes = Vector256<ushort>.Zero;
            for (; i < end; i += 32)
            {
                var p = Vector256.LoadUnsafe(ref before, (nuint)i);
                var c = Vector256.LoadUnsafe(ref now, (nuint)i);
                var (low, high) = Vector256.Widen(Vector256.Max(p, c) - Vector256.Min(p, c));
                lanes += low + high;
            }

            total += SumLanes(lanes);
        }

        return total + SumAbsoluteDifferenceScalar(previous[whole..], current[whole..]);
    }

    private static ushort Change(int previous, int current, LumaChange change)
    {
        var rest = Math.Max(0, Math.Abs(current - change.Predict(previous)) - change.Tolerance);
        return (ushort)Math.Min(Math.Abs(current - previous), rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Change(
        Vector256<short> previous, Vector256<short> current, Vector256<short> gain, Vector256<short> offset, Vector256<short> tolerance)
    {
        // 255 * 64 + 128 and 255 + 64 + 255 stay inside of 16 bits.
        var predicted = previous + ((previous * gain) + Vector256.Create((short)128) >> 8) + offset;
        var rest = Vector256.Max(Vector256.Abs(current - predicted) - tolerance, Vector256<short>.Zero);
        return Vector256.Min(Vector256.Abs(current - previous), rest).AsUInt16();
    }

    private static long SumLanes(Vector256<ushort> lanes)
    {
        var (low, high) = Vector256.Widen(lanes);
        return Vector256.Sum(low + high);
    }

    private static void CheckLengths(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current)
    {
        // The vector loops read without bounds checks.
        if (previous.Length != current.Length)
        {
            throw new ArgumentException("Both pictures must have the same size.", nameof(previous));
        }
    }

    private static void CheckLengths(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, ReadOnlySpan<ushort> sums)
    {
        CheckLengths(previous, current);
        if (sums.Length < current.Length)
        {
            throw new ArgumentException("There must be one sum a pixel.", nameof(sums));
        }
    }
}
