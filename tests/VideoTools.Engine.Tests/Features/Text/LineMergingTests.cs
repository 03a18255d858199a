using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class LineMergingTests
{
    [Fact]
    public void Merge_PiecesOfALine_AreOneBoxAroundBoth()
    {
        var merged = Assert.Single(LineMerging.Merge([new(50, 20, 100, 30, 0), new(160, 22, 110, 32, 0)]));

        var (left, top, right, bottom) = merged.Bounds();
        Assert.Equal((0.0, 5.0, 215.0, 38.0), (left, top, right, bottom));
    }

    [Fact]
    public void Merge_ThreePieces_AreJoinedInAnyOrder()
    {
        RotatedBox[] boxes = [new(50, 20, 60, 30, 0), new(190, 20, 60, 30, 0), new(120, 20, 72, 30, 0)];

        Assert.Single(LineMerging.Merge(boxes));
        Assert.Single(LineMerging.Merge(boxes.Reverse()));
    }

    [Theory]
    [InlineData(200, 20, 30, 0)]      // too far
    [InlineData(110, 45, 30, 0)]      // the next line
    [InlineData(110, 20, 60, 0)]      // much larger letters
    [InlineData(110, 20, 30, 0.3)]    // another direction
    public void Merge_OtherText_StaysApart(double x, double y, double height, double angle) =>
        Assert.Equal(2, LineMerging.Merge([new(50, 20, 60, 30, 0), new(x, y, 60, height, angle)]).Count);

    [Fact]
    public void Merge_SlopingLine_KeepsItsSlope()
    {
        var whole = new RotatedBox(100, 100, 200, 30, 0.2);
        var (sin, cos) = Math.SinCos(0.2);
        RotatedBox Piece(double u) => new(100 + (u * cos), 100 + (u * sin), 98, 30, 0.2);

        var merged = Assert.Single(LineMerging.Merge([Piece(-51), Piece(51)]));

        Assert.Equal(whole.CenterX, merged.CenterX, 1e-6);
        Assert.Equal(200, merged.Width, 1e-6);
        Assert.Equal(0.2, merged.Angle, 1e-6);
    }
}
