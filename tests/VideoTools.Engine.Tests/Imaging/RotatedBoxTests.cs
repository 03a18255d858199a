using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class RotatedBoxTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1 / 3.0)] // half of each in common: 50 of 150
    [InlineData(10, 0)]
    [InlineData(99, 0)]
    public void Overlap_BoxMovedAside_IsIntersectionOverUnion(double shift, double expected) =>
        Assert.Equal(expected, new RotatedBox(5, 5, 10, 10, 0).Overlap(new RotatedBox(5 + shift, 5, 10, 10, 0)), 1e-12);

    [Fact]
    public void ShareInside_SmallBoxInALargeOne_CountsTheSmallOneOnly()
    {
        var (small, large) = (new RotatedBox(2, 5, 4, 2, 0), new RotatedBox(6, 5, 10, 10, 0));

        Assert.Equal(0.75, small.ShareInside(large), 1e-12);
        Assert.Equal(0.06, large.ShareInside(small), 1e-12);
        Assert.Equal(0, new RotatedBox(6, 5, 0, 0, 0).ShareInside(large));
    }
}
