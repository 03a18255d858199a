using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class AccumulatorMapTests
{
    [Theory]
    [InlineData(255)]
    [InlineData(65_535)]
    public void GetTotals_LargestValueForManyFrames_DoesNotOverflow(int maximum)
    {
        var map = new AccumulatorMap(3, 2, maximum, rowPadding: true);
        const int Frames = 3000;
        for (var frame = 0; frame < Frames; frame++)
        {
            var sums = map.BeginFrame();
            for (var i = 0; i < sums.Length; i++)
            {
                // The padding may hold anything.
                sums[i] += i % map.Stride < 3 ? (ushort)maximum : (ushort)12_345;
            }
        }

        Assert.Equal(Enumerable.Repeat((ulong)maximum * Frames, 6), map.GetTotals().ToArray());
    }

    [Fact]
    public void UndoFrame_AfterAFlush_RestoresTheSums()
    {
        var map = new AccumulatorMap(1, 1, 60_000);
        map.BeginFrame()[0] += 50_000;
        map.BeginFrame()[0] += 60_000;
        map.UndoFrame()[0] -= 60_000;
        map.BeginFrame()[0] += 7;

        Assert.Equal(50_007UL, map.GetTotals()[0]);
    }
}
