
namespace VideoTools.PowerShell.Tests.Binding;

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
        Assert.True(gate.HasReported);
    }

    [Fact]
    public void TryPass_AtOnce_ShowsNothing()
    {
        var gate = new ProgressGate(new StepClock());

        Assert.False(gate.TryPass());
        Assert.False(gate.HasReported);
    }

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(1, 0, 30)]
    [InlineData(3, 0, 4)]
    [InlineData(4, 0, 0)]
    public void SecondsRemaining_AtTheSamePace_FollowsFromElapsed(int done, int percent, int expected)
    {
        var progress = new VideoProgress(done, 4, "/d/a.mp4", percent, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        Assert.Equal(expected, ProgressGate.SecondsRemaining(progress));
    }

    [Fact]
    public void Describe_LengthUnknown_LeavesPercentOut()
    {
        Assert.Equal("file 2 of 4: a.mp4 (50%)", ProgressGate.Describe(new VideoProgress(1, 4, "/d/a.mp4", 50, default, default)));
        Assert.Equal("file 2 of 4: a.mp4", ProgressGate.Describe(new VideoProgress(1, 4, "/d/a.mp4", -1, default, default)));
        Assert.Equal("file 4 of 4", ProgressGate.Describe(new VideoProgress(4, 4, "", -1, default, default)));
    }

    private sealed class StepClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
