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

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(1, 0, 30)]
    [InlineData(3, 0, 4)]
    [InlineData(4, 0, 0)]
    public void SecondsRemaining_AtTheSamePace_FollowsFromElapsed(int done, int percent, int expected) =>
        Assert.Equal(expected, new VideoProgress(done, 4, "/d/a.mp4", percent, TimeSpan.Zero, TimeSpan.FromSeconds(10)).SecondsRemaining);

    [Fact]
    public void ToString_LengthUnknown_LeavesPercentOut()
    {
        Assert.Equal("file 2 of 4: a.mp4 (50%)", new VideoProgress(1, 4, "/d/a.mp4", 50, default, default).ToString());
        Assert.Equal("file 2 of 4: a.mp4", new VideoProgress(1, 4, "/d/a.mp4", -1, default, default).ToString());
        Assert.Equal("file 4 of 4", new VideoProgress(4, 4, "", -1, default, default).ToString());
    }
}
