using VideoTools.Engine.Media.Live;

namespace VideoTools.Engine.Tests.Media.Live;

public sealed class LiveClockTests
{
    [Fact]
    public void Map_JitteryNetwork_GivesTheTimesOfTheSource()
    {
        var time = new HandTime();
        var clock = new LiveClock(time);
        double[] delays = [0.30, 0.10, 0.25, 0.10, 0.20];

        var mapped = delays.Select((delay, i) => clock.Map(100 + i, time.At(1 + i + delay))).ToArray();

        // The first is taken for on time; from the second on, all are as far behind as the quickest.
        Assert.Equal([1.3, 2.1, 3.1, 4.1, 5.1], mapped.Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Map_FramesThatABufferGivesAtOnce_EndAtTheWallClock()
    {
        var time = new HandTime();
        var clock = new LiveClock(time);

        // Five seconds that waited come within half a second.
        var last = Enumerable.Range(0, 51).Select(i => clock.Map(i * 0.1, time.At(10 + (i * 0.01)))).Last();

        Assert.Equal(10.5, last, 6);
    }

    [Fact]
    public void Map_AfterAPauseOrAnotherConnection_GoesOnWithTheWallClock()
    {
        var time = new HandTime();
        var clock = new LiveClock(time);
        clock.Map(0, time.At(1));

        Assert.Equal(31, clock.Map(0.04, time.At(31)), 6);
        clock.Reconnect();
        Assert.Equal(60, clock.Map(5000, time.At(60)), 6);
        Assert.Equal(time.Start, clock.Started);
    }

    /// <summary>A clock that is set by hand.</summary>
    private sealed class HandTime : TimeProvider
    {
        private long _ticks;

        public DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => Start;

        public HandTime At(double seconds)
        {
            _ticks = TimeSpan.FromSeconds(seconds).Ticks;
            return this;
        }
    }
}

/// <summary>Sets the hand and reads the clock in one expression.</summary>
file static class ClockReading
{
    public static double Map(this LiveClock clock, double pts, TimeProvider set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return clock.Map(pts);
    }
}
