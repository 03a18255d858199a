using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class MinimumAreaBoxTests
{
    [Fact]
    public void Of_UprightRectangle_IsItself()
    {
        var box = MinimumAreaBox.Of([(10, 5), (40, 5), (40, 15), (10, 15), (20, 10)]);

        Assert.Equal((25, 10, 30, 10, 0), (box.CenterX, box.CenterY, box.Width, box.Height, box.Angle));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-30)]
    [InlineData(40)]
    public void Of_TurnedRectangle_FindsItsAngleAndSides(double degrees)
    {
        // Large, so that rounding to whole pixels hardly turns it.
        var truth = new RotatedBox(1000, 1000, 800, 200, degrees * Math.PI / 180);
        var corners = truth.Corners().Select(c => ((int)Math.Round(c.X), (int)Math.Round(c.Y))).ToList();

        var box = MinimumAreaBox.Of(corners);

        Assert.Equal(degrees, box.Angle * 180 / Math.PI, 0.3);
        Assert.Equal(800, box.Width, 2.0);
        Assert.Equal(200, box.Height, 2.0);
        Assert.Equal(1000, box.CenterX, 1.0);
    }

    [Fact]
    public void Of_TallRectangle_KeepsItsAngleWithin45Degrees()
    {
        var box = MinimumAreaBox.Of([(0, 0), (10, 0), (10, 100), (0, 100)]);

        Assert.Equal(0, box.Angle, 1e-9);
        Assert.Equal((10, 100), (box.Width, box.Height));
    }

    [Fact]
    public void Of_OnePointOrALine_HasNoArea()
    {
        Assert.Equal(new RotatedBox(3, 4, 0, 0, 0), MinimumAreaBox.Of([(3, 4), (3, 4)]));
        Assert.Equal(0, MinimumAreaBox.Of([(0, 0), (5, 0), (10, 0)]).Height);
    }

    [Fact]
    public void Hull_PointsInsideAndOnEdges_AreLeftOut()
    {
        var hull = MinimumAreaBox.Hull([(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0), (4, 2)]);

        Assert.Equal(4, hull.Count);
    }
}
