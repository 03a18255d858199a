using VideoTools.Engine.Features.Signatures;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Engine.Tests.Similar;

/// <summary>Signatures of videos that were never filmed: random pictures, a new one every so many moments.</summary>
internal static class DrawnVideos
{
    /// <summary>A video of random pictures, each of which stays for one to four moments.</summary>
    public static PictureCode[] Film(int seed, int moments)
    {
        var random = new SplitMix((ulong)seed);
        List<PictureCode> codes = [];
        while (codes.Count < moments)
        {
            codes.AddRange(Enumerable.Repeat(Picture(random), random.Next(1, 4)));
        }

        return [.. codes.Take(moments)];
    }

    /// <summary>One picture that stays.</summary>
    public static PictureCode[] Still(int seed, int moments) => [.. Enumerable.Repeat(Film(seed, 1)[0], moments)];

    /// <summary>Nothing to see.</summary>
    public static PictureCode[] Plain(int moments) => new PictureCode[moments];

    public static VideoSignature Signature(string name, params PictureCode[][] parts)
    {
        var codes = parts.SelectMany(part => part).ToArray();
        var bytes = new byte[codes.Length * PictureCode.ByteCount];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i].Write(bytes.AsSpan(i * PictureCode.ByteCount), (byte)(i > 0 && codes[i] != codes[i - 1] ? 80 : 0));
        }

        return new VideoSignature
        {
            FullName = name,
            Duration = TimeSpan.FromSeconds(codes.Length * SignatureAnalyzer.Interval),
            DurationSeconds = codes.Length * SignatureAnalyzer.Interval,
            Width = 640,
            Height = 360,
            IntervalSeconds = SignatureAnalyzer.Interval,
            Codes = bytes,
        };
    }

    private static PictureCode Picture(SplitMix random)
    {
        var strong = 0UL;
        while (System.Numerics.BitOperations.PopCount(strong) < PictureCode.StrongCount)
        {
            strong |= 1UL << random.Next(0, 63);
        }

        return new PictureCode(random.NextULong() & strong, strong);
    }
}
