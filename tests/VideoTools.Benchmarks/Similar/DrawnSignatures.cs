// Signatures with the statistics of real ones, as many as are wanted.
// Method: how often each frequency is strong, and how often negative, is counted in real signatures. A video is drawn as shots of 1 to 8 s;
// the strengths of a shot's picture are random numbers of which the strongest half counts, and wander a little from moment to moment, more
// in shots that move. Copies take the moments of another video, with a few signs and strengths exchanged, from half a second on.
using VideoTools.Engine.Features.Signatures;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Benchmarks.Similar;

/// <summary>Draws signatures.</summary>
internal static class DrawnSignatures
{
    private const int Frequencies = 64;

    /// <summary>Draws signatures of 20 to 100 s; every tenth is a copy.</summary>
    /// <returns>The signatures, and the original of each copy by name.</returns>
    public static (List<VideoSignature> Signatures, Dictionary<string, string> Copies) Make(IReadOnlyList<VideoSignature> real, int count)
    {
        var random = new SplitMix(7);
        var (strong, negative) = Statistics(real);
        List<PictureCode[]> videos = [];
        List<VideoSignature> signatures = [];
        Dictionary<string, string> copies = [];
        for (var i = 0; i < count; i++)
        {
            var name = FormattableString.Invariant($"/drawn/{i:00000}");
            if (i % 10 == 9)
            {
                var original = random.Next(0, i - 1);
                while (copies.ContainsKey(signatures[original].FullName))
                {
                    original = random.Next(0, i - 1);
                }

                copies.Add(name, signatures[original].FullName);
                videos.Add(Copy(videos[original], random));
            }
            else
            {
                videos.Add(Draw(random.Next(80, 400), strong, negative, random));
            }

            signatures.Add(Pack(name, videos[i]));
        }

        return (signatures, copies);
    }

    private static (double[] Strong, double[] Negative) Statistics(IReadOnlyList<VideoSignature> real)
    {
        var (strong, negative, count) = (new double[Frequencies], new double[Frequencies], 0);
        foreach (var signature in real)
        {
            for (var at = 0; at < signature.Codes.Length; at += PictureCode.ByteCount)
            {
                var code = PictureCode.Read(signature.Codes.Span[at..], out _);
                for (var i = 0; i < Frequencies && !code.IsPlain; i++)
                {
                    strong[i] += (code.Strong >> i) & 1;
                    negative[i] += (code.Signs >> i) & 1;
                }

                count += code.IsPlain ? 0 : 1;
            }
        }

        return (Array.ConvertAll(strong, n => n / count), [.. negative.Select((n, i) => n / Math.Max(1, strong[i]))]);
    }

    private static PictureCode[] Draw(int moments, double[] strong, double[] negative, SplitMix random)
    {
        var codes = new PictureCode[moments];
        for (int at = 0, end; at < moments; at = end)
        {
            end = Math.Min(moments, at + random.Next(4, 32));
            var movement = 0.02 + (0.25 * random.NextDouble() * random.NextDouble());
            var values = new double[Frequencies];
            for (var i = 0; i < Frequencies; i++)
            {
                values[i] = Value(i, strong, negative, random);
            }

            for (; at < end; at++)
            {
                codes[at] = Code(values);
                for (var i = 0; i < Frequencies; i++)
                {
                    values[i] += movement * Value(i, strong, negative, random);
                }
            }
        }

        return codes;
    }

    private static double Value(int i, double[] strong, double[] negative, SplitMix random) =>
        (random.NextDouble() < negative[i] ? -1 : 1) * (random.NextDouble() + (2 * (strong[i] - 0.5)));

    private static PictureCode Code(double[] values)
    {
        var order = Enumerable.Range(0, Frequencies).ToArray();
        Array.Sort(Array.ConvertAll(values, value => -Math.Abs(value)), order);
        var (signs, strong) = (0UL, 0UL);
        foreach (var i in order.AsSpan(0, PictureCode.StrongCount))
        {
            strong |= 1UL << i;
            signs |= values[i] < 0 ? 1UL << i : 0;
        }

        return new PictureCode(signs, strong);
    }

    private static PictureCode[] Copy(PictureCode[] codes, SplitMix random) => [.. codes[2..^2].Select(code =>
    {
        for (var i = 0; i < 3; i++)
        {
            // One frequency less, another more.
            var (lost, gained) = (Pick(code.Strong, random), Pick(~code.Strong, random));
            code = new PictureCode((code.Signs & ~lost) | (random.Next(0, 1) == 1 ? gained : 0), (code.Strong & ~lost) | gained);
        }

        var turned = Pick(code.Strong, random);
        return new PictureCode(code.Signs ^ turned, code.Strong);
    })];

    private static ulong Pick(ulong bits, SplitMix random)
    {
        while (true)
        {
            var bit = 1UL << random.Next(0, Frequencies - 1);
            if ((bits & bit) != 0)
            {
                return bit;
            }
        }
    }

    private static VideoSignature Pack(string name, PictureCode[] codes)
    {
        var bytes = new byte[codes.Length * PictureCode.ByteCount];
        for (var i = 0; i < codes.Length; i++)
        {
            // Pictures that differ have changed, as measured: about 4 levels where likeness is 0.5.
            var change = i == 0 ? 0 : Math.Min(255, 24 * Math.Log2(1 + (8 * (1 - codes[i].LikenessTo(codes[i - 1])))));
            codes[i].Write(bytes.AsSpan(i * PictureCode.ByteCount), (byte)Math.Max(0, change));
        }

        var seconds = codes.Length * SignatureAnalyzer.Interval;
        return new VideoSignature
        {
            FullName = name,
            Duration = TimeSpan.FromSeconds(seconds),
            DurationSeconds = seconds,
            Width = 640,
            Height = 360,
            IntervalSeconds = SignatureAnalyzer.Interval,
            Codes = bytes,
        };
    }
}
