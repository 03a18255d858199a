using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>One pixel of limited-range BT.601 YUV as full-range RGB, 8 bit.</summary>
// Method: the fixed-point arithmetic of swscale's x86 converter (three extra bits, 13-bit coefficients, each product floored by
// 16 bits before the sum), so that scores equal those of tools which read BGR frames through OpenCV. Chroma is taken from the
// nearest sample. Source: ITU-R BT.601-7 with 255/219 and 255/224 range expansion. Cost: 5 multiplications per pixel.
internal static class YuvToRgb
{
    private const int LumaGain = 9539 * 8;   // 255/219 * 2^13
    private const int RedOfV = 13075 * 8;    // 1.596 * 2^13
    private const int GreenOfU = -3209 * 8;
    private const int GreenOfV = -6660 * 8;
    private const int BlueOfU = 16525 * 8;

    /// <summary>Converts one pixel; the scalar twin of the vector form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int R, int G, int B) Convert(int y, int u, int v)
    {
        var luma = ((y - 16) * LumaGain) >> 16;
        u -= 128;
        v -= 128;
        return (
            Math.Clamp(luma + ((v * RedOfV) >> 16), 0, 255),
            Math.Clamp(luma + ((u * GreenOfU) >> 16) + ((v * GreenOfV) >> 16), 0, 255),
            Math.Clamp(luma + ((u * BlueOfU) >> 16), 0, 255));
    }

    /// <summary>Converts eight pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<int> R, Vector256<int> G, Vector256<int> B) Convert(Vector256<int> y, Vector256<int> u, Vector256<int> v)
    {
        var luma = ((y - Vector256.Create(16)) * LumaGain) >> 16;
        u -= Vector256.Create(128);
        v -= Vector256.Create(128);
        return (
            Clamp(luma + ((v * RedOfV) >> 16)),
            Clamp(luma + ((u * GreenOfU) >> 16) + ((v * GreenOfV) >> 16)),
            Clamp(luma + ((u * BlueOfU) >> 16)));
    }

    /// <summary>Sixteen bytes as two vectors of eight 32-bit integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<int> Lower, Vector256<int> Upper) Widen(Vector128<byte> bytes)
    {
        var words = Vector256.WidenLower(bytes.ToVector256Unsafe());
        var (lower, upper) = Vector256.Widen(words);
        return (lower.AsInt32(), upper.AsInt32());
    }

    /// <summary>Eight chroma bytes, each twice: the nearest sample of sixteen pixels of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Double(ref byte source, nuint offset) =>
        Vector128.Shuffle(
            Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, offset))).AsByte(),
            Vector128.Create((byte)0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Clamp(Vector256<int> value) =>
        Vector256.Min(Vector256.Max(value, Vector256<int>.Zero), Vector256.Create(255));
}
