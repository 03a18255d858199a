using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class GradientKernelsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(31, 3)]
    [InlineData(33, 17)]
    [InlineData(64, 5)]
    [InlineData(101, 57)]
    [InlineData(320, 180)]
    public void Add_RandomPicture_VectorEqualsScalarAndBruteForce(int width, int height)
    {
        var random = new Random(width);
        var luma = new byte[width * height];
        random.NextBytes(luma);
        var kernel = new GradientKernels(width, height);
        var scalar = new AccumulatorMap(width, height, GradientKernels.MaximumValue, rowPadding: true);
        var vector = new AccumulatorMap(width, height, GradientKernels.MaximumValue, rowPadding: true);

        // More frames than 16 bits hold, so that the totals are used too.
        const int Frames = 50;
        for (var i = 0; i < Frames; i++)
        {
            kernel.Add(luma, scalar.BeginFrame(), vector: false);
            kernel.Add(luma, vector.BeginFrame(), vector: true);
        }

        var totals = scalar.GetTotals().ToArray();
        Assert.Equal(totals, vector.GetTotals().ToArray());
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                Assert.Equal((ulong)Math.Round(2 * BruteForce(luma, width, height, x, y), MidpointRounding.AwayFromZero) * Frames, totals[(y * width) + x]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(128)]
    [InlineData(255)]
    public void Add_FlatPicture_IsZeroAtAnyBrightness(byte level)
    {
        var luma = new byte[64 * 36];
        Array.Fill(luma, level);
        var map = new AccumulatorMap(64, 36, GradientKernels.MaximumValue, rowPadding: true);

        new GradientKernels(64, 36).Add(luma, map.BeginFrame());

        Assert.All(map.GetTotals().ToArray(), t => Assert.Equal(0UL, t));
    }

    [Fact]
    public void Add_Ramp_IsItsSlope()
    {
        // 3 levels a pixel to the right.
        var luma = new byte[64 * 8];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (byte)(i % 64 * 3);
        }

        var map = new AccumulatorMap(64, 8, GradientKernels.MaximumValue, rowPadding: true);
        new GradientKernels(64, 8).Add(luma, map.BeginFrame());

        Assert.Equal(3UL * GradientKernels.UnitsPerLevel, map.GetTotals()[(4 * 64) + 30]);
    }

    private static double BruteForce(byte[] luma, int width, int height, int x, int y)
    {
        double gx = 0;
        double gy = 0;
        for (var j = -1; j <= 1; j++)
        {
            for (var i = -1; i <= 1; i++)
            {
                double value = luma[(Math.Clamp(y + j, 0, height - 1) * width) + Math.Clamp(x + i, 0, width - 1)];
                gx += value * i * (2 - Math.Abs(j));
                gy += value * j * (2 - Math.Abs(i));
            }
        }

        return Math.Sqrt((gx * gx) + (gy * gy));
    }
}
