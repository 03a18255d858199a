using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class LocalDeviationMapTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(18, 6)]
    [InlineData(33, 17)]
    [InlineData(101, 57)]
    [InlineData(320, 134)]
    [InlineData(320, 180)]
    public void Add_RandomPictures_VectorEqualsScalarAndBruteForce(int width, int height)
    {
        var random = new Random(height);
        var scalar = new LocalDeviationMap(width, height);
        var vector = new LocalDeviationMap(width, height);
        var expected = new double[width * height];
        const int Frames = 10;
        for (var frame = 0; frame < Frames; frame++)
        {
            var luma = new byte[width * height];
            random.NextBytes(luma);
            scalar.Add(luma, vector: false);
            vector.Add(luma, vector: true);
            for (var i = 0; i < expected.Length; i++)
            {
                expected[i] += BruteForce(luma, width, height, i % width, i / width);
            }
        }

        var totals = scalar.GetTotals();
        Assert.Equal(totals, vector.GetTotals());
        for (var i = 0; i < totals.Length; i++)
        {
            // Each frame is rounded to 1/64 level.
            var actual = totals[i] / (double)LocalDeviationMap.UnitsPerLevel;
            Assert.InRange(actual, expected[i] - (Frames / 127.0), expected[i] + (Frames / 127.0));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(255)]
    public void Add_FlatPicture_IsZero(byte level)
    {
        var luma = new byte[40 * 24];
        Array.Fill(luma, level);
        var map = new LocalDeviationMap(40, 24);

        map.Add(luma);

        Assert.All(map.GetTotals(), t => Assert.Equal(0UL, t));
    }

    [Fact]
    public void Add_Checkerboard_IsTheLargestDeviation()
    {
        var luma = new byte[40 * 24];
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (byte)((i + (i / 40)) % 2 == 0 ? 0 : 255);
        }

        var map = new LocalDeviationMap(40, 24);
        for (var i = 0; i < 20; i++)
        {
            map.Add(luma);
        }

        Assert.All(map.GetTotals(), t => Assert.Equal(20 * 127.5 * LocalDeviationMap.UnitsPerLevel, t));
    }

    private static double BruteForce(byte[] luma, int width, int height, int x, int y)
    {
        var left = Math.Max(0, (x / 4 * 4) - 4);
        var top = Math.Max(0, (y / 4 * 4) - 4);
        var values = new List<double>();
        for (var j = top; j < Math.Min(height, (y / 4 * 4) + 8); j++)
        {
            for (var i = left; i < Math.Min(width, (x / 4 * 4) + 8); i++)
            {
                values.Add(luma[(j * width) + i]);
            }
        }

        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
