using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextHeatMapTests
{
    [Fact]
    public void Of_NoText_IsEmpty() => Assert.Empty(TextHeatMap.Of([], 600, 600, 10));

    [Fact]
    public void Of_ASmallTextInOneCell_CountsItsTimeThere()
    {
        var heat = TextHeatMap.Of([Text(510, 510, 60, 20, 0, 5)], 600, 600, 10);

        Assert.Equal(36, heat.Count);
        Assert.Equal(0.5, heat[35]);
        Assert.Equal(0.5, heat.Sum());
    }

    [Fact]
    public void Of_AWideCaption_CountsInEveryCellItCovers()
    {
        var heat = TextHeatMap.Of([Text(0, 110, 600, 80, 0, 10)], 600, 600, 10);

        Assert.Equal([6, 7, 8, 9, 10, 11], Enumerable.Range(0, 36).Where(i => heat[i] > 0));
        Assert.All(heat.Where(h => h > 0), h => Assert.Equal(1, h));
    }

    [Fact]
    public void Of_TextsAtTheSameTime_CountOnce()
    {
        var heat = TextHeatMap.Of([Text(10, 10, 50, 50, 0, 6), Text(20, 20, 50, 50, 4, 8)], 600, 600, 10);

        Assert.Equal(0.8, heat[0]);
    }

    private static VideoText Text(int x, int y, int width, int height, double start, double end) => new()
    {
        FullName = "f", Index = 1, Text = "t", X = x, Y = y, Width = width, Height = height, StartSeconds = start, EndSeconds = end,
    };
}
