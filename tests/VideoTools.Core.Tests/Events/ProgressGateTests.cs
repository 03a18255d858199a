namespace VideoTools.Core.Tests.Events;

public sealed class ProgressGateTests
{
    [Fact]
    public void TryPass_CalledEveryMillisecond_PassesFiveTimesASecond()
    {
        var clock = new StepClock();
        var gate = new ProgressGate(clock);
        var passed = 0;
        for (var i = 0; i < 3000; i++)
        {
            clock.Now += TimeSpan.TicksPerMillisecond;
            passed += gate.TryPass() ? 1 : 0;
        }

        Assert.Equal(15, passed);
    }

    [Fact]
    public void TryPass_AtOnce_ShowsNothing()
    {
        var gate = new ProgressGate(new StepClock());

        Assert.False(gate.TryPass());
    }

    private sealed class StepClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
