using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.PowerShell.Tests.Binding;

public sealed class EventPumpTests
{
    [Fact]
    public void DrainReady_EventsOfAllKinds_ArriveInTheSessionsOrder()
    {
        using var session = new FakeSession(Mixed);
        var target = new Target();
        using var pump = new EventPump(session, target.Take, _ => target.ProgressCount++);

        session.Add(new VideoInput("a"));
        session.Add(new VideoInput("b"));
        pump.DrainReady();

        Assert.Equal(["record a", "warning a", "failure a", "record b", "warning b", "failure b"], target.Log);
        Assert.Equal(0, session.DisposeCount);
    }

    [Fact]
    public void DrainReady_NothingReady_ReturnsAndReportsProgress()
    {
        using var session = new FakeSession((_, _) => []);
        var target = new Target();
        using var pump = new EventPump(session, target.Take, _ => target.ProgressCount++);

        pump.DrainReady();

        Assert.Empty(target.Log);
        Assert.Equal(1, target.ProgressCount);
    }

    [Fact]
    public void DrainToEnd_Finished_EndsTheSessionOnce()
    {
        using var session = new FakeSession(Mixed);
        var target = new Target();
        var pump = new EventPump(session, target.Take, _ => target.ProgressCount++);
        session.Add(new VideoInput("a"));

        pump.DrainToEnd(() => false);
        pump.Dispose();

        Assert.Equal(3, target.Log.Count);
        Assert.Equal(1, session.DisposeCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Drain_TargetThrows_EndsTheSessionAndTakesNoMore(bool ready)
    {
        using var session = new FakeSession(Mixed);
        var target = new Target { FailAt = 2 };
        var pump = new EventPump(session, target.Take, _ => target.ProgressCount++);
        session.Add(new VideoInput("a"));

        Assert.Throws<InvalidOperationException>(() =>
        {
            if (ready)
            {
                pump.DrainReady();
            }
            else
            {
                pump.DrainToEnd(() => false);
            }
        });

        Assert.Equal(1, session.DisposeCount);
        Assert.Equal(2, session.TakenCount);
    }

    [Fact]
    public void DrainToEnd_Stopping_HandsNothingMoreOn()
    {
        using var session = new FakeSession(Mixed);
        var target = new Target();
        var pump = new EventPump(session, target.Take, _ => target.ProgressCount++);
        session.Add(new VideoInput("a"));

        pump.DrainToEnd(() => target.Log.Count >= 1);

        Assert.Equal(["record a"], target.Log);
        Assert.Equal(1, session.DisposeCount);
    }

    private static IEnumerable<VideoEvent> Mixed(int index, VideoInput input) =>
    [
        new RecordEvent(index, input.FullName, new object()),
        new WarningEvent(index, input.FullName, "w"),
        new FailureEvent(index, input.FullName, new VideoError(VideoErrorId.NoFrames, input.FullName, "m", "r")),
    ];

    private sealed class Target
    {
        public List<string> Log { get; } = [];

        public int FailAt { get; init; }

        public int ProgressCount { get; set; }

        public void Take(VideoEvent next)
        {
            var kind = next is RecordEvent ? "record " : next is FailureEvent ? "failure " : "warning ";
            Log.Add(kind + next.FullName);
            if (Log.Count == FailAt)
            {
                throw new InvalidOperationException("downstream");
            }
        }
    }
}
