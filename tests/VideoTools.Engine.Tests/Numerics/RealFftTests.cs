using System.Runtime.Intrinsics;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class RealFftTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(16)]
    [InlineData(30)]
    [InlineData(2)]
    public void Power_RandomSamples_EqualsDirectTransform(int length)
    {
        var random = new Random(7);
        var samples = Enumerable.Range(0, length).Select(_ => Vector256.Create([.. Enumerable.Range(0, 8).Select(_ => (float)random.NextDouble() - 0.5f)])).ToArray();
        var power = new Vector256<float>[(length / 2) + 1];
        new RealFft(length).Power(samples, power);
        for (var lane = 0; lane < RealFft.Lanes; lane += 3)
        {
            for (var k = 0; k < power.Length; k++)
            {
                var (re, im) = (0.0, 0.0);
                for (var n = 0; n < length; n++)
                {
                    re += samples[n][lane] * Math.Cos(2 * Math.PI * k * n / length);
                    im -= samples[n][lane] * Math.Sin(2 * Math.PI * k * n / length);
                }

                Assert.Equal((re * re) + (im * im), power[k][lane], 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(14)]
    public void Constructor_UnsupportedLength_Throws(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFft(length));
}
