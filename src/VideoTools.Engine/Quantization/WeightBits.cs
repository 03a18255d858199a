// Source: ONNX Runtime's matrix kernels. On x86 processors without VNNI the product of a byte and a signed byte is added in pairs to 16
// bits and saturates there; weights of 7 bits (-64 to 64) cannot reach the end: 2 x 255 x 64 = 32,640. With VNNI and on ARM sums have 32
// bits.
using System.Runtime.Intrinsics.X86;

namespace VideoTools.Engine.Quantization;

/// <summary>How large a quantised weight may be on this machine.</summary>
internal static class WeightBits
{
    private const int Avx512VnniBit = 11;

    /// <summary>127 where sums do not saturate, otherwise 64.</summary>
    public static int Largest { get; } = HasWideSums() ? 127 : 64;

    private static bool HasWideSums()
    {
        if (!X86Base.IsSupported)
        {
            return true;
        }

        var (most, _, _, _) = X86Base.CpuId(0, 0);
        var (_, _, features, _) = most >= 7 ? X86Base.CpuId(7, 0) : default;
        return AvxVnni.IsSupported || (Avx512F.IsSupported && (features & (1 << Avx512VnniBit)) != 0);
    }
}
