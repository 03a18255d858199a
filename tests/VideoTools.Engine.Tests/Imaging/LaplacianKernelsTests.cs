using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class LaplacianKernelsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(17, 5)]
    [InlineData(18, 4)]
    [InlineData(33, 17)]
    [InlineData(320, 180)]
    [InlineData(9001, 3)]
    public void Sums_RandomPicture_VectorEqualsScalarAndBruteForce(int width, int height)
    {
        var plane = new byte[width * height];
        new Random(width).NextBytes(plane);
        long sum = 0, squares = 0;
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                int At(int dx, int dy) => plane[((y + dy) * width) + x + dx];
                var value = At(0, -1) + At(0, 1) + At(-1, 0) + At(1, 0) - (4 * At(0, 0));
                sum += value;
                squares += (long)value * value;
            }
        }

        var count = (long)Math.Max(0, width - 2) * Math.Max(0, height - 2);
        Assert.Equal((sum, squares, count), LaplacianKernels.Sums(plane, width, new PixelArea(0, 0, width, height), vectorised: false));
        Assert.Equal((sum, squares, count), LaplacianKernels.Sums(plane, width, new PixelArea(0, 0, width, height), vectorised: true));
    }

    [Fact]
    public void Sums_StrongestEdges_DoNotOverflow()
    {
        // Columns of black and white: every value is 510 in size.
        const int Width = 16002, Height = 3;
        var plane = new byte[Width * Height];
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = (byte)(i % Width % 2 * 255);
        }

        Assert.Equal((0L, 510L * 510 * 16000, 16000L), LaplacianKernels.Sums(plane, Width, new PixelArea(0, 0, Width, Height), vectorised: true));
        Assert.Equal(510.0 * 510, LaplacianKernels.Variance(plane, Width, Height));
    }

    [Fact]
    public void Variance_OfAFlatOrEvenlyRisingPicture_IsNothing()
    {
        var rising = new byte[32 * 8];
        for (var i = 0; i < rising.Length; i++)
        {
            rising[i] = (byte)(i % 32 * 7);
        }

        Assert.Equal(0, LaplacianKernels.Variance(rising, 32, 8));
    }

    [Fact]
    public void Sums_OfAnArea_AreThoseOfItsOwnPixels()
    {
        var plane = new byte[100 * 60];
        new Random(3).NextBytes(plane);
        var area = new PixelArea(13, 7, 90, 51);
        byte[] cut = [.. Enumerable.Range(area.Top, 44).SelectMany(y => plane.AsSpan((y * 100) + 13, 77).ToArray())];

        var expected = LaplacianKernels.Sums(cut, 77, new PixelArea(0, 0, 77, 44), vectorised: false);
        Assert.Equal(expected, LaplacianKernels.Sums(plane, 100, area, vectorised: false));
        Assert.Equal(expected, LaplacianKernels.Sums(plane, 100, area, vectorised: true));
    }

    [Fact]
    public void Variance_SmallerPlaneThanItsSize_IsRefused() =>
        Assert.Throws<ArgumentException>(() => LaplacianKernels.Variance(new byte[10], 4, 4));
}
