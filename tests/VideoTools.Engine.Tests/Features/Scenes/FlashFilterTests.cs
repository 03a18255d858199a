using VideoTools.Engine.Features.Scenes;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class FlashFilterTests
{
    private static List<long> Run(int frames, double minimum, params int[] above)
    {
        var filter = new FlashFilter(minimum);
        var cuts = new List<long>();
        for (var i = 0; i < frames; i++)
        {
            if (filter.Filter(new(new(i, i), i / 25.0, 0), above.Contains(i)) is { } cut)
            {
                cuts.Add(cut.Frame.Index);
            }
        }

        return cuts;
    }

    [Fact]
    public void Filter_IsolatedFrames_AreCuts() => Assert.Equal([20L, 60L], Run(100, 0.6, 20, 60));

    [Fact]
    public void Filter_ExactlyTheMinimumApart_AreCuts() => Assert.Equal([15L, 30L, 45L], Run(100, 0.6, 15, 30, 45));

    [Fact]
    public void Filter_BurstBeforeAnyCut_IsIgnored() => Assert.Empty(Run(60, 0.6, 3, 5, 7));

    [Fact]
    public void Filter_ShortBurstAfterACut_IsMergedIntoIt() => Assert.Equal([20L], Run(100, 0.6, 20, 24, 28));

    [Fact]
    public void Filter_LongBurst_EndsInOneCutAtItsLastFrame() => Assert.Equal([20L, 48L], Run(100, 0.6, 20, 24, 32, 40, 48));

    [Fact]
    public void Filter_WithoutMinimum_PassesAll() => Assert.Equal([3L, 4L], Run(10, 0, 3, 4));
}
