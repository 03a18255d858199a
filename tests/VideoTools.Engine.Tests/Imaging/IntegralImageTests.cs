using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class IntegralImageTests
{
    [Fact]
    public void Sum_WholePixels_IsExact()
    {
        // Larger than a double holds exactly: only whole numbers give this.
        var random = new Random(1);
        var values = Enumerable.Range(0, 23 * 11).Select(_ => (ulong)random.NextInt64(1L << 44)).ToArray();
        var image = new IntegralImage(values, 23, 11);
        for (var i = 0; i < 500; i++)
        {
            var (x0, y0) = (random.Next(24), random.Next(12));
            var (x1, y1) = (random.Next(x0, 24), random.Next(y0, 12));
            long expected = 0;
            for (var y = y0; y < y1; y++)
            {
                for (var x = x0; x < x1; x++)
                {
                    expected += (long)values[(y * 23) + x];
                }
            }

            Assert.Equal((double)expected, image.Sum(x0, y0, x1, y1));
        }
    }

    [Fact]
    public void Sum_FractionalEdges_WeighsPixelsByTheirShare()
    {
        var random = new Random(2);
        var values = Enumerable.Range(0, 17 * 9).Select(_ => (ulong)random.Next(1000)).ToArray();
        var image = new IntegralImage(values, 17, 9);
        for (var i = 0; i < 500; i++)
        {
            var (left, top) = (random.NextDouble() * 17, random.NextDouble() * 9);
            var (right, bottom) = (left + (random.NextDouble() * (17 - left)), top + (random.NextDouble() * (9 - top)));
            double expected = 0;
            for (var p = 0; p < values.Length; p++)
            {
                expected += values[p] * Share(left, right, p % 17) * Share(top, bottom, p / 17);
            }

            Assert.Equal(expected, image.Sum(left, top, right, bottom), 6);
        }
    }

    [Fact]
    public void Sum_BeyondThePicture_StopsAtItsBorder() =>
        Assert.Equal(10, new IntegralImage([1, 2, 3, 4], 2, 2).Sum(-5, -0.5, 2.5, 99));

    private static double Share(double low, double high, int pixel) => Math.Max(0, Math.Min(high, pixel + 1) - Math.Max(low, pixel));
}
