using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Tests.Media.Decoding.Times;

public sealed class StreamClockTests
{
    private static readonly Rational _ms = new(1, 1000);

    [Fact]
    public void Map_GrowingTimes_AreKept() => Assert.Equal([-40, 0, 40, 80, 5080], Map(null, -40, 0, 40, 80, 5080));

    [Fact]
    public void Map_RepeatedOrSlightlyEarlier_MovesToTheNextUnit() => Assert.Equal([0, 40, 41, 42, 80], Map(null, 0, 40, 40, 30, 80));

    [Fact]
    public void Map_StartsAnew_GoesOnOneFrameLater() => Assert.Equal(
        [0, 40, 80, 120, 160, 200, 240, 280], Map(null, 0, 40, 80, 120, 0, 40, 80, 120));

    [Fact]
    public void Map_JumpsAheadWithoutPackets_IsClosedFromAnHourOn()
    {
        Assert.Equal([0, 40, 80, 120], Map(null, 0, 40, 3_700_000, 3_700_040));
        Assert.Equal([0, 40, 60_000, 60_040], Map(null, 0, 40, 60_000, 60_040));
    }

    [Theory]
    [InlineData(72_000_000)]
    [InlineData(5_000)]
    [InlineData(-5_000)]
    public void Map_OneWrongStamp_MovesThatFrameAlone(long wrong) => Assert.Equal([0, 40, 80, 120, 160], Map(null, 0, 40, wrong, 120, 160));

    [Fact]
    public void Map_OffsetOfThePackets_IsTakenForEveryStream()
    {
        // The picture of the first part ends at 1000; this sound ended 300 ms earlier, or later.
        var times = Packets(offsets: [1000], jumps: 1, end: 2000);

        Assert.Equal([660, 1000, 1040], Map(times, 660, 0, 40));
        Assert.Equal([1300, 1301, 1302, 1303, 1340], Map(times, 1300, 0, 40, 80, 340));
    }

    [Fact]
    public void Map_PictureThatStands_IsNoJump()
    {
        var times = Packets(offsets: [], jumps: 0, end: 500_000);

        Assert.Equal([0, 40, 400_000, 400_040], Map(times, 0, 40, 400_000, 400_040));
        Assert.Equal([0, 40, 80, 120], Map(times, 0, 40, 20_000_000, 20_000_040));
    }

    [Fact]
    public void JumpCount_TwoStreamsOverOneJump_IsOne()
    {
        var clock = new ContinuousClock(_ms, () => null);
        foreach (var stream in new[] { new StreamClock(clock, _ms), new StreamClock(clock, _ms) })
        {
            stream.Map(0, 40);
            stream.Map(1000, 40);
            stream.Map(0, 40);
            stream.Map(40, 40);
        }

        Assert.Equal(1, clock.JumpCount);
    }

    [Theory]
    [InlineData(1, 90_000)]
    [InlineData(1, 1_000_000_000)]
    [InlineData(1001, 24_000)]
    public void Map_Pipe_TakesEpochsOff(int numerator, int denominator)
    {
        var unit = new Rational(numerator, denominator);
        var filter = PipeTime.Pictures(unit, null, null);
        var step = long.Parse(filter[(filter.LastIndexOf('*') + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
        var pipe = new PipeTime(unit, unit, 0, start: 500);

        Assert.Equal([-500, 0, 1500], new[] { pipe.Map(0), pipe.Map(500), pipe.Map(2000) });
        Assert.Equal([-500, 0, 1500], new[] { pipe.Map(3 * step), pipe.Map((3 * step) + 500), pipe.Map((3 * step) + 2000) });
    }

    private static long[] Map(PacketTimes? times, params long[] raw)
    {
        var clock = new StreamClock(new ContinuousClock(_ms, () => times), _ms);
        return [.. raw.Select((time, i) => clock.Map(time, 40, i + 1 < raw.Length ? raw[i + 1] : null))];
    }

    private static PacketTimes Packets(long[] offsets, int jumps, long end) => new()
    {
        Shown = [0],
        Keys = [0],
        Offsets = offsets,
        JumpCount = jumps,
        End = end,
        EndSeconds = end / 1000.0,
        OtherEndSeconds = 0,
        IsComplete = true,
        IsVariable = false,
    };
}
