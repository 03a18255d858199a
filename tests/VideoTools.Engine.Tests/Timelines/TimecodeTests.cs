using VideoTools.Engine.Timelines;

namespace VideoTools.Engine.Tests.Timelines;

public sealed class TimecodeTests
{
    private static readonly TimelineRate Drop30 = TimelineRate.Of(new Rational(30000, 1001), false);
    private static readonly TimelineRate Drop60 = TimelineRate.Of(new Rational(60000, 1001), false);

    [Theory]
    [InlineData(0, "00:00:00;00")]
    [InlineData(1799, "00:00:59;29")]
    [InlineData(1800, "00:01:00;02")]
    [InlineData(3597, "00:01:59;29")]
    [InlineData(3598, "00:02:00;02")]
    [InlineData(17981, "00:09:59;29")]
    [InlineData(17982, "00:10:00;00")]
    [InlineData(107892, "01:00:00;00")]
    [InlineData(2589407, "23:59:59;29")]
    [InlineData(2589408, "00:00:00;00")]
    public void Format_DropFrame30_FollowsTheStandard(long frame, string expected) =>
        Assert.Equal(expected, Timecode.Format(frame, Drop30));

    [Theory]
    [InlineData(3599, "00:00:59;59")]
    [InlineData(3600, "00:01:00;04")]
    [InlineData(35964, "00:10:00;00")]
    [InlineData(215784, "01:00:00;00")]
    public void Format_DropFrame60_LeavesOutFour(long frame, string expected) => Assert.Equal(expected, Timecode.Format(frame, Drop60));

    [Theory]
    [InlineData(24000, 1001, 86400, "01:00:00:00")]
    [InlineData(24, 1, 1439, "00:00:59:23")]
    [InlineData(25, 1, 90000, "01:00:00:00")]
    [InlineData(30, 1, 1800, "00:01:00:00")]
    [InlineData(50, 1, 49, "00:00:00:49")]
    [InlineData(60, 1, 3600, "00:01:00:00")]
    public void Format_OtherRates_CountEveryFrame(long numerator, long denominator, long frame, string expected) =>
        Assert.Equal(expected, Timecode.Format(frame, TimelineRate.Of(new Rational(numerator, denominator), false)));

    [Fact]
    public void Format_DropFrame_StaysOnTheClockAndCountsNothingTwice()
    {
        var seen = new HashSet<string>();
        for (var frame = 0L; frame < 40000; frame++)
        {
            var text = Timecode.Format(frame, Drop30);
            Assert.True(seen.Add(text), text);
            Assert.Equal(frame, Timecode.Parse(text, Drop30));
            var parts = text.Split(':', ';').Select(int.Parse).ToArray();
            var clock = (parts[0] * 3600) + (parts[1] * 60) + parts[2] + (parts[3] / 30.0);

            // 2 frames at most in the minute before numbers are left out.
            Assert.Equal(frame * 1001.0 / 30000, clock, 0.07);
        }
    }

    [Theory]
    [InlineData("01:00:00:00", 90000)]
    [InlineData("00:00:01:24", 49)]
    [InlineData("00:00:01:25", null)]
    [InlineData("00:61:00:00", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void Parse_At25(string? text, int? frame) =>
        Assert.Equal(frame, (int?)Timecode.Parse(text, TimelineRate.Of(new Rational(25, 1), false)));

    [Theory]
    [InlineData(2997, 100, false, "30000/1001", true)]
    [InlineData(23976, 1000, false, "24000/1001", false)]
    [InlineData(30000, 1001, false, "30000/1001", true)]
    [InlineData(30, 1, false, "30/1", false)]
    [InlineData(15, 1, false, "15/1", false)]
    [InlineData(273, 10, true, "30000/1001", true)]
    [InlineData(90, 1, true, "60/1", false)]
    [InlineData(0, 1, false, "25/1", false)]
    public void Of_Average_IsTheRateOfEditingPrograms(long numerator, long denominator, bool isVariable, string rate, bool drops)
    {
        var found = TimelineRate.Of(new Rational(numerator, denominator), isVariable);

        Assert.Equal((rate, drops), (found.Rate.ToString(), found.IsDropFrame));
    }

    [Theory]
    [InlineData(120, 1, "60/1", false)]
    [InlineData(120000, 1001, "60000/1001", true)]
    [InlineData(100, 1, "50/1", false)]
    [InlineData(240, 1, "60/1", false)]
    [InlineData(60, 1, "60/1", false)]
    public void WithinTimecode_FastRates_AreHalved(long numerator, long denominator, string rate, bool drops)
    {
        var found = TimelineRate.Of(new Rational(numerator, denominator), false).WithinTimecode();

        Assert.Equal((rate, drops), (found.Rate.ToString(), found.IsDropFrame));
    }
}
