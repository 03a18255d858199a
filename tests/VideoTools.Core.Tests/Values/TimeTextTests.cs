namespace VideoTools.Core.Tests.Values;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData(0, "00:00:00.000")]
    [InlineData(62.5, "00:01:02.500")]
    [InlineData(-1.25, "-00:00:01.250")]
    [InlineData(90061.001, "1.01:01:01.001")]
    public void Format_AnyTime_IsShort(double seconds, string expected) =>
        Assert.Equal(expected, TimeText.Format(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("0.1", 1_000_000)]
    [InlineData("0,1", 1_000_000)]
    [InlineData(" 5 ", 50_000_000)]
    [InlineData("00:00:00.0000001", 1)]
    [InlineData("00:00:01\u066B5", 15_000_000)]
    [InlineData("-00:00:01", -10_000_000)]
    public void TryParse_Time_GivesTicks(string text, long ticks)
    {
        Assert.True(TimeText.TryParse(text, out var time));
        Assert.Equal(ticks, time.Ticks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1:30")]
    [InlineData("1:2:3:4")]
    [InlineData("1.5.5")]
    [InlineData("NaN")]
    [InlineData("1e20")]
    public void TryParse_AnythingElse_IsFalse(string? text) => Assert.False(TimeText.TryParse(text, out _));

    [Fact]
    public void TryFromSeconds_Extremes_DoNotThrow()
    {
        Assert.False(TimeText.TryFromSeconds(double.PositiveInfinity, out _));
        Assert.False(TimeText.TryFromSeconds(double.MaxValue, out _));
        Assert.True(TimeText.TryFromSeconds(-1e11, out _));
    }
}
