using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class DynamicTimeWarpingTests
{
    [Fact]
    public void RowStarts_CheapBlocks_FollowsThem()
    {
        // Row 0 is cheap in columns 0-2, row 1 in 3, row 2 in 4-6.
        float[] cost =
        [
            0, 0, 0, 1, 1, 1, 1,
            1, 1, 1, 0, 1, 1, 1,
            1, 1, 1, 1, 0, 0, 0,
        ];
        Assert.Equal([0, 3, 4], DynamicTimeWarping.RowStarts(cost, 3, 7));
    }

    [Fact]
    public void RowStarts_MoreRowsThanColumns_SharesColumns() =>
        Assert.Equal([0, 0, 0, 0], DynamicTimeWarping.RowStarts(new float[4], 4, 1));

    [Fact]
    public void RowStarts_Any_NeverGoesBack()
    {
        var random = new Random(5);
        var cost = Enumerable.Range(0, 30 * 90).Select(_ => (float)random.NextDouble()).ToArray();
        var starts = DynamicTimeWarping.RowStarts(cost, 30, 90);
        Assert.Equal(0, starts[0]);
        Assert.Equal(starts.Order(), starts);
    }
}
