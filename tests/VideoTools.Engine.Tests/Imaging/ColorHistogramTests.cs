using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Features;

namespace VideoTools.Engine.Tests.Imaging;

public class ColorHistogramTests
{
    [Fact]
    public void GetDominant_NoFrame_IsNull() => Assert.Null(new ColorHistogram().GetDominant());

    [Fact]
    public void GetDominant_ThreeColours_IsTheMostFrequentNotTheMean()
    {
        // 50 % dark blue, 30 % bright, 20 % red; the mean is none of them.
        var histogram = Fill((x, _) => x < 80 ? 40 : x < 128 ? 220 : 80, (x, _) => x < 40 ? 190 : x < 64 ? 128 : 100, (x, _) => x < 40 ? 110 : x < 64 ? 128 : 210);

        var dominant = histogram.GetDominant()!.Value;

        Assert.Equal((40.0, 190.0, 110.0), (dominant.Y, dominant.U, dominant.V));
        Assert.Equal(0.5, dominant.Share, 6);
    }

    [Fact]
    public void GetDominant_ColourOnACellBorder_IsNotLostToASmallerOne()
    {
        // 60 % lies at 127 and 128, half each, in different cells; 40 % in one cell.
        var histogram = Fill((x, y) => x < 96 ? 127 + (x / 2 % 2) : 60, null, null);

        var dominant = histogram.GetDominant()!.Value;

        Assert.Equal(127.5, dominant.Y, 6);
        Assert.Equal(0.6, dominant.Share, 6);
    }

    [Fact]
    public void GetDominant_TwoColoursAroundAnEmptyCell_IsOneOfThem()
    {
        var histogram = Fill((x, _) => x < 80 ? 68 : 84, null, null);

        Assert.Equal(68, histogram.GetDominant()!.Value.Y, 6);
    }

    private static ColorHistogram Fill(Func<int, int, int> luma, Func<int, int, int>? u, Func<int, int, int>? v)
    {
        var histogram = new ColorHistogram();
        for (var i = 0; i < 2; i++)
        {
            var frame = FramePainter.Paint(160, 90, i, luma, u, v);
            histogram.Add(frame.Y, frame.U, frame.V, frame.Width);
        }

        Assert.Equal(80 * 45, histogram.SampleCount);
        return histogram;
    }
}
