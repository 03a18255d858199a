using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextRegionsTests
{
    private const int Width = 96;
    private const int Height = 64;

    [Fact]
    public void Find_UprightBlock_GrowsByAreaOverCircumference()
    {
        var map = Map((x, y) => x is >= 20 and <= 60 && y is >= 30 and <= 40 ? 0.9f : 0);

        var (box, score) = Assert.Single(TextRegions.Find(map, Width, Width, Height));

        // 40 x 10 between pixel centres: grown by 40 x 10 x 1.6 / 100 = 6.4 on every side.
        Assert.Equal(0.9, score, 1e-6);
        Assert.Equal((40, 35), (box.CenterX, box.CenterY));
        Assert.Equal(52.8, box.Width, 1e-6);
        Assert.Equal(22.8, box.Height, 1e-6);
    }

    [Fact]
    public void Find_TurnedBar_FindsItsAngle()
    {
        var map = Map((x, y) =>
        {
            var (dx, dy) = (x - 48, y - 32);
            var (sin, cos) = Math.SinCos(0.3);
            return Math.Abs((dx * cos) + (dy * sin)) <= 35 && Math.Abs((dy * cos) - (dx * sin)) <= 5 ? 0.8f : 0;
        });

        var (box, _) = Assert.Single(TextRegions.Find(map, Width, Width, Height));

        Assert.Equal(0.3, box.Angle, 0.05);
        Assert.Equal(48, box.CenterX, 1.0);
    }

    [Fact]
    public void Find_PiecesThatTouchAtACorner_AreOne()
    {
        // A chain of squares down the diagonal; what lies between them is just below the pixel threshold and lifts the box score.
        var map = Map((x, y) => x / 4 == y / 4 && x is >= 8 and < 56 ? 1f : 0.29f);

        Assert.Single(TextRegions.Find(map, Width, Width, Height));
    }

    [Fact]
    public void Find_ShapeOfAU_IsOneRegion()
    {
        // Two runs of a row that belong together only through a later row; thick enough to pass the box score.
        var map = Map((x, y) => (x is (>= 10 and < 28) or (>= 30 and < 48) && y is >= 10 and < 40) || (x is >= 10 and < 48 && y is >= 38 and < 40) ? 1f : 0);

        var (box, _) = Assert.Single(TextRegions.Find(map, Width, Width, Height));

        Assert.Equal(28.5, box.CenterX, 1e-6);
    }

    [Fact]
    public void Find_SpecksFaintBlocksAndPadding_GiveNothing()
    {
        var map = Map((x, y) =>
            (x is 5 or 6 && y is 5 or 6) ? 1f                              // a speck
            : (x is >= 20 and < 50 && y is >= 20 and < 30) ? 0.45f         // above the pixel threshold, below the box score
            : x >= 80 ? 1f : 0);                                           // padding

        Assert.Empty(TextRegions.Find(map, Width, 80, Height));
    }

    private static float[] Map(Func<int, int, float> value)
    {
        var map = new float[Width * Height];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = value(i % Width, i / Width);
        }

        return map;
    }
}
