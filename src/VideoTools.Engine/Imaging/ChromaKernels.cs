// Saturation per pixel: the distance of chroma from grey, sqrt((U-128)^2 + (V-128)^2), 0 to 181. Luma has no part in it.
// Units: 1/32 level, rounded to nearest (single precision is exact here: the square is a whole number below 2^24, the root and
// the product are correctly rounded in both twins). Cost: one square root per chroma pixel, 8 per step.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Adds saturations to per-pixel sums.</summary>
internal static class ChromaKernels
{
    /// <summary>Values a level.</summary>
    public const int UnitsPerLevel = 32;

    /// <summary>Largest value that is added to a pixel: 32 * sqrt(128^2 + 128^2), rounded up.</summary>
    public const int MaximumValue = 5793;

    private const int Neutral = 128;

    /// <summary>Adds the saturation of each chroma pixel to <paramref name="sums"/>.</summary>
    public static void Add(ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, Span<ushort> sums)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            AddVector(u, v, sums);
        }
        else
        {
            AddScalar(u, v, sums);
        }
    }

    internal static void AddScalar(ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, Span<ushort> sums)
    {
        for (var i = 0; i < u.Length; i++)
        {
            var du = u[i] - Neutral;
            var dv = v[i] - Neutral;
            var root = MathF.Sqrt((du * du) + (dv * dv)) * UnitsPerLevel;
            sums[i] += (ushort)(int)(root + 0.5f);
        }
    }

    internal static void AddVector(ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, Span<ushort> sums)
    {
        if (u.Length != v.Length || sums.Length < u.Length)
        {
            throw new ArgumentException("Both planes must have the same size, and there must be one sum a pixel.", nameof(u));
        }

        ref var blue = ref MemoryMarshal.GetReference(u);
        ref var red = ref MemoryMarshal.GetReference(v);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var whole = u.Length / 32 * 32;
        for (var i = 0; i < whole; i += 32)
        {
            var (u0, u1) = Vector256.Widen(Vector256.LoadUnsafe(ref blue, (nuint)i));
            var (v0, v1) = Vector256.Widen(Vector256.LoadUnsafe(ref red, (nuint)i));
            var low = Distance(u0.AsInt16(), v0.AsInt16());
            var high = Distance(u1.AsInt16(), v1.AsInt16());
            (Vector256.LoadUnsafe(ref sum, (nuint)i) + low).StoreUnsafe(ref sum, (nuint)i);
            (Vector256.LoadUnsafe(ref sum, (nuint)i + 16) + high).StoreUnsafe(ref sum, (nuint)i + 16);
        }

        AddScalar(u[whole..], v[whole..], sums[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Distance(Vector256<short> u, Vector256<short> v)
    {
        var neutral = Vector256.Create((short)Neutral);
        var (u0, u1) = Vector256.Widen(u - neutral);
        var (v0, v1) = Vector256.Widen(v - neutral);
        return Vector256.Narrow(Round((u0 * u0) + (v0 * v0)), Round((u1 * u1) + (v1 * v1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Round(Vector256<int> square)
    {
        var root = Vector256.Sqrt(Vector256.ConvertToSingle(square)) * Vector256.Create((float)UnitsPerLevel);
        return Vector256.ConvertToInt32Native(root + Vector256.Create(0.5f)).AsUInt32();
    }
}
