// A signature, unpacked for comparing.
// Method: moments are a quarter of a second apart, as most signatures have them; longer intervals are filled up. A picture that stays
// (each of its moments is like its first one, StillLikeness) counts as FullMoments moments at most: a title that stands for a minute
// says no more than one that stands for a second. Plain pictures count nothing. Memory: 21 bytes a moment beside the signature.
using VideoTools.Engine.Features.Signatures;

namespace VideoTools.Engine.Similar;

/// <summary>The pictures of one video, and what each of them counts.</summary>
internal sealed class CodedVideo
{
    /// <summary>Likeness from which on a picture is still the same one.</summary>
    public const double StillLikeness = 0.85;

    private const int FullMoments = 4;
    private const int LongestRun = 16;

    private CodedVideo(VideoSignature signature, PictureCode[] codes, byte[] changes)
    {
        (Signature, Codes, Changes) = (signature, codes, changes);
        Weights = new float[codes.Length];
        for (int start = 0, end; start < codes.Length; start = end)
        {
            end = start + 1;
            while (end < codes.Length && codes[end].LikenessTo(codes[start]) >= StillLikeness)
            {
                end++;
            }

            if (!codes[start].IsPlain)
            {
                Weights.AsSpan(start, end - start).Fill((float)Math.Min(1, (double)FullMoments / (end - start)));
            }
        }

        TotalWeight = Weights.Sum(weight => (double)weight);
    }

    /// <summary>What it was made of.</summary>
    public VideoSignature Signature { get; }

    /// <summary>A code for every moment.</summary>
    public PictureCode[] Codes { get; }

    /// <summary>How much each moment differs from the one before.</summary>
    public byte[] Changes { get; }

    /// <summary>What each moment counts, 0 to 1.</summary>
    public float[] Weights { get; }

    /// <summary>What all moments count together.</summary>
    public double TotalWeight { get; }

    /// <summary>Unpacks a signature.</summary>
    /// <exception cref="ArgumentException">The codes are no whole moments.</exception>
    public static CodedVideo Of(VideoSignature signature)
    {
        var bytes = signature.Codes.Span;
        if (bytes.Length % PictureCode.ByteCount != 0 || signature.IntervalSeconds is not > 0)
        {
            throw new ArgumentException($"The signature of '{signature.FullName}' is damaged.", nameof(signature));
        }

        var repeats = Math.Max(1, (int)Math.Round(signature.IntervalSeconds / SignatureAnalyzer.Interval));
        var count = bytes.Length / PictureCode.ByteCount;
        var (codes, changes) = (new PictureCode[count * repeats], new byte[count * repeats]);
        for (var i = 0; i < count; i++)
        {
            var code = PictureCode.Read(bytes[(i * PictureCode.ByteCount)..], out var change);
            codes.AsSpan(i * repeats, repeats).Fill(code);
            changes[i * repeats] = change;
        }

        return new CodedVideo(signature, codes, changes);
    }

    /// <summary>Moments that show something, a number apart; of a picture that stays the first few seconds.</summary>
    public IEnumerable<int> Telling(int step)
    {
        var start = 0;
        for (var i = 0; i < Codes.Length; i++)
        {
            if (Codes[i].LikenessTo(Codes[start]) < StillLikeness)
            {
                start = i;
            }

            if (i % step == 0 && !Codes[i].IsPlain && i - start < LongestRun)
            {
                yield return i;
            }
        }
    }
}
