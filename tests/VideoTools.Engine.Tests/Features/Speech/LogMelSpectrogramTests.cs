using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class LogMelSpectrogramTests
{
    private readonly LogMelSpectrogram _spectrogram = new();

    [Fact]
    public void Weight_SlaneyFilters_HaveAreaOne()
    {
        // Slaney's normalisation: the area below each triangle (bins of 40 Hz) is 1; narrow triangles are sampled coarsely.
        var filters = new MelFilterBank(80, 400, 16_000);
        for (var band = 30; band < 80; band++)
        {
            Assert.Equal(1, Enumerable.Range(0, 201).Sum(bin => filters.Weight(band, bin)) * 40, 0.12);
        }
    }

    [Fact]
    public void Weight_FirstBand_IsThatOfThePublishedFilters() =>
        // The first triangle rises to 1000 * 3 / 200 / ... = 37.24 Hz per step: at bin 1 (40 Hz) the published table has 0.02486259.
        Assert.Equal(0.02486259f, new MelFilterBank(80, 400, 16_000).Weight(0, 1), 1e-6f);

    [Fact]
    public void Compute_Silence_IsFlat()
    {
        var features = Compute([]);

        // log10(1e-10) = -10 everywhere: (-10 + 4) / 4.
        Assert.All(features, value => Assert.Equal(-1.5f, value));
    }

    [Fact]
    public void Compute_Tone_PeaksInItsBandAndFloorsEightBelow()
    {
        var sound = Enumerable.Range(0, 16_000).Select(i => (float)(0.5 * Math.Sin(2 * Math.PI * 1000 * i / 16_000))).ToArray();
        var features = Compute(sound);
        var frame = 50;
        var loudest = Enumerable.Range(0, 80).MaxBy(band => features[(band * 3000) + frame]);
        var filters = new MelFilterBank(80, 400, 16_000);
        Assert.True(filters.Weight(loudest, 25) > 0, $"1000 Hz is bin 25, the loudest band is {loudest}");

        // A tone of amplitude a in a Hann window of n samples has power (a n / 4)^2 in its bin.
        var expected = (MathF.Log10(MathF.Pow(0.5f * 400 / 4, 2) * filters.Weight(loudest, 25)) + 4) / 4;
        Assert.InRange(features[(loudest * 3000) + frame], expected - 0.02f, expected + 0.08f);
        Assert.Equal(features.Max() - 2, features[(79 * 3000) + 2999], 1e-4f);
    }

    [Fact]
    public void Compute_AnyLength_EqualsDirectDefinition()
    {
        var random = new Random(3);
        var sound = Enumerable.Range(0, 1234).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var features = Compute(sound);
        var filters = new MelFilterBank(80, 400, 16_000);
        foreach (var frame in new[] { 0, 1, 7, 8 })
        {
            var power = new double[201];
            for (var k = 0; k < 201; k++)
            {
                var (re, im) = (0.0, 0.0);
                for (var n = 0; n < 400; n++)
                {
                    var at = Math.Abs((frame * 160) - 200 + n);
                    var value = at < sound.Length ? sound[at] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * n / 400))) : 0;
                    re += value * Math.Cos(2 * Math.PI * k * n / 400);
                    im -= value * Math.Sin(2 * Math.PI * k * n / 400);
                }

                power[k] = (re * re) + (im * im);
            }

            foreach (var band in new[] { 0, 40, 79 })
            {
                var mel = Enumerable.Range(0, 201).Sum(k => power[k] * filters.Weight(band, k));
                Assert.Equal((Math.Log10(mel) + 4) / 4, features[(band * 3000) + frame], 1e-3);
            }
        }
    }

    [Fact]
    public void Compute_TwiceTheSame_GivesTheSame()
    {
        var sound = Enumerable.Range(0, 480_000).Select(i => (float)Math.Sin(i * 0.01 * (1 + (i / 1e6)))).ToArray();
        Assert.Equal(Compute(sound), Compute(sound));
    }

    private float[] Compute(float[] sound)
    {
        var features = new float[LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
        _spectrogram.Compute(sound, features);
        return features;
    }
}
