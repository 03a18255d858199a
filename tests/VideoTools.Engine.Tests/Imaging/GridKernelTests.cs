using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class GridKernelTests
{
    [Theory]
    [InlineData(320, 180, 64, 40)]
    [InlineData(97, 55, 64, 40)]
    [InlineData(20, 12, 64, 40)]
    public void ThumbnailCompute_RandomPlane_VectorEqualsScalar(int width, int height, int cellsWide, int cellsHigh)
    {
        var plane = new byte[width * height];
        new Random(width).NextBytes(plane);
        float[] vector = new float[cellsWide * cellsHigh], scalar = new float[cellsWide * cellsHigh];
        new Thumbnail(width, height, cellsWide, cellsHigh).Compute(plane, vector, vectorised: true);
        new Thumbnail(width, height, cellsWide, cellsHigh).Compute(plane, scalar, vectorised: false);
        Assert.Equal(scalar, vector);
    }

    [Fact]
    public void ThumbnailCompute_WholeCells_GivesTheirMeans()
    {
        var cells = new float[2];
        new Thumbnail(4, 2, 2, 1).Compute([1, 2, 10, 20, 3, 4, 30, 40], cells);
        Assert.Equal([2.5f, 25f], cells);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void BlockDistanceSquared_RandomBlocks_VectorEqualsScalar(int rows)
    {
        var random = new Random(rows);
        float[] a = new float[64 * 8], b = new float[64 * 8];
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = (random.NextSingle() * 255, random.NextSingle() * 255);
        }

        Assert.Equal(
            SquaredScalar(a, b, 64, rows, 1.25f, -3f), BlockDistance.Squared(ref a[0], ref b[0], 64, rows, 1.25f, -3f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(29)]
    public void BlockDistanceSquaredRun_AnyLength_IsTheSumOfSquares(int length)
    {
        var a = Enumerable.Range(0, length).Select(i => (float)i).ToArray();
        Assert.Equal(a.Sum(v => v * v), BlockDistance.SquaredRun(a, new float[length]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(300_001)]
    public void LumaStatisticsSums_AnyLength_VectorEqualsScalar(int length)
    {
        var samples = new byte[length];
        new Random(4).NextBytes(samples);
        Assert.Equal(LumaStatistics.Sums(samples, false), LumaStatistics.Sums(samples, true));
    }

    private static float SquaredScalar(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int stride, int rows, float gain, float offset)
    {
        var sums = new float[BlockDistance.Width];
        for (var row = 0; row < rows; row++)
        {
            for (var x = 0; x < BlockDistance.Width; x++)
            {
                var difference = a[(row * stride) + x] - ((b[(row * stride) + x] * gain) + offset);
                sums[x] += difference * difference;
            }
        }

        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }
}
