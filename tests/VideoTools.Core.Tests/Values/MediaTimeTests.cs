namespace VideoTools.Core.Tests.Values;

public class MediaTimeTests
{
    [Fact]
    public void ToTimeSpan_Ntsc_RoundsToNearestTick()
    {
        // One frame of 30000/1001 is 33.366666... ms.
        Assert.Equal(333_667, MediaTime.ToTimeSpan(1001, new Rational(1, 30000)).Ticks);
        Assert.Equal(-333_667, MediaTime.ToTimeSpan(-1001, new Rational(1, 30000)).Ticks);
    }

    [Fact]
    public void ToSeconds_HundredHoursOfNtsc_HasNoDrift()
    {
        var frames = 100L * 3600 * 30000 / 1001;
        Assert.Equal(frames * 1001 / 30000.0, MediaTime.ToSeconds(frames * 1001, new Rational(1, 30000)), 12);
    }

    [Fact]
    public void ToTimeSpan_LongTimeStampsOfFineTimeBase_DoesNotOverflow() =>
        Assert.Equal(TimeSpan.FromDays(30), MediaTime.ToTimeSpan(30L * 86400 * 1_000_000_000, new Rational(1, 1_000_000_000)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(719)]
    [InlineData(-5)]
    public void ToPts_TimeOfAFrame_IsNeverAfterThatFrame(long frame)
    {
        var timeBase = new Rational(1001, 24000);
        var pts = MediaTime.ToPts(MediaTime.ToTimeSpan(frame, timeBase), timeBase);
        Assert.InRange(pts, frame - 1, frame);
    }
}
