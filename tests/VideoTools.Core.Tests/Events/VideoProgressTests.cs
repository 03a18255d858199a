namespace VideoTools.Core.Tests.Events;

public class VideoProgressTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 10, 50, 5)]
    [InlineData(3, 10, 0, 30)]
    [InlineData(3, 10, -1, 30)]
    [InlineData(10, 10, -1, 100)]
    [InlineData(1, 3, 0, 33)]
    public void TotalPercent_AnyState_IsWholeFilesPlusThePartOfTheCurrentOne(int done, int total, int current, int expected) =>
        Assert.Equal(expected, new VideoProgress(done, total, "x", current, default, default).TotalPercent);

    [Fact]
    public void ToString_SomeProgress_ShowsCountsAndPercent() =>
        Assert.Equal("3/10 (30%)", new VideoProgress(3, 10, "x", 0, default, default).ToString());
}
