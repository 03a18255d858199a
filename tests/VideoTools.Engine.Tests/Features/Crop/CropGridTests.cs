using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropGridTests
{
    [Fact]
    public void Create_FiveByFive_IsRowMajorFromEdgeToEdge()
    {
        var points = CropGrid.Create(278, 68, 5);

        Assert.Equal(25, points.Count);
        Assert.Equal([0, 69, 139, 208, 278], points.Take(5).Select(p => p.X));
        Assert.All(points.Take(5), p => Assert.Equal(0, p.Y));
        Assert.Equal([0, 17, 34, 51, 68], points.Where(p => p.X == 0).Select(p => p.Y));
    }

    [Fact]
    public void Create_NoMovement_IsTheOneOrigin() => Assert.Equal([new CropPoint(0, 0)], CropGrid.Create(0, 0, 7));

    [Fact]
    public void Create_OneAxisMoves_HasNoDuplicates() =>
        Assert.Equal([new(0, 0), new(210, 0), new(420, 0), new(630, 0), new CropPoint(840, 0)], CropGrid.Create(840, 0, 5));

    [Fact]
    public void Create_SizeOne_IsTheMiddleOfMovableAxes()
    {
        Assert.Equal([new CropPoint(139, 34)], CropGrid.Create(278, 68, 1));
        Assert.Equal([new CropPoint(0, 50)], CropGrid.Create(0, 100, 1));
        Assert.Equal([new CropPoint(50, 0)], CropGrid.Create(100, 0, 1));
    }

    [Fact]
    public void Create_MorePointsThanPixels_UsesEveryPixelOnce() =>
        Assert.Equal([0, 1, 2, 3], CropGrid.Create(3, 0, 100).Select(p => p.X));

    [Fact]
    public void Create_SizeTwo_IsTheCornersInReadingOrder()
    {
        Assert.Equal([new(0, 0), new(10, 0), new(0, 6), new CropPoint(10, 6)], CropGrid.Create(10, 6, 2));
        Assert.Equal([new(0, 0), new CropPoint(10, 0)], CropGrid.Create(10, 0, 2));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(10, 10, 0)]
    public void Create_ArgumentOutOfRange_Throws(int maximumX, int maximumY, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CropGrid.Create(maximumX, maximumY, size));

    [Fact]
    public void Create_AnyRoom_IsDistinctInsideAndReachesTheEdges()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var (maximumX, maximumY, size) = (random.Next(0, 3000), random.Next(0, 120), random.Next(2, 110));
            var points = CropGrid.Create(maximumX, maximumY, size);

            Assert.Equal(Math.Min(size, maximumX + 1) * Math.Min(size, maximumY + 1), points.Count);
            Assert.Equal(points.Count, points.Distinct().Count());
            Assert.All(points, p => Assert.True(p.X >= 0 && p.X <= maximumX && p.Y >= 0 && p.Y <= maximumY));
            Assert.Equal(new CropPoint(0, 0), points[0]);
            Assert.Equal(new CropPoint(maximumX, maximumY), points[^1]);
            Assert.Equal(points.OrderBy(p => p.Y).ThenBy(p => p.X), points);
        }
    }

    [Fact]
    public void Create_HundredByHundred_GivesTenThousand() => Assert.Equal(10_000, CropGrid.Create(1466, 270, 100).Count);
}
