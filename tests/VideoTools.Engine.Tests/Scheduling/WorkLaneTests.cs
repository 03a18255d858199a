using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

public sealed class WorkLaneTests
{
    [Fact]
    public void Finish_AfterWork_HasDoneAllOfItInOrder()
    {
        using var lane = new WorkLane("test", 2);
        var done = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            var number = i;
            lane.Post(_ => done.Add(number), default);
        }

        lane.Finish();

        Assert.Equal(Enumerable.Range(0, 20), done);
    }

    [Fact]
    public void Fault_IsThrownToWhoeverFinishes_AndSkipsTheRest()
    {
        using var lane = new WorkLane("test", 4);
        var after = false;
        lane.Post(_ => throw new InvalidDataException("broken"), default);
        try
        {
            lane.Post(_ => after = true, default);
        }
        catch (InvalidDataException)
        {
            // The fault may already be known when the second work is handed over.
        }

        Assert.Throws<InvalidDataException>(lane.Finish);
        Assert.False(after);
    }

    [Fact]
    public void Dispose_WithWaitingWork_DropsIt()
    {
        var done = 0;
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var lane = new WorkLane("test", 4);
        lane.Post(
            _ =>
            {
                begun.Set();
                gate.Wait();
                done++;
            },
            default);
        lane.Post(_ => done++, default);
        begun.Wait();
        var disposing = new Thread(lane.Dispose);
        disposing.Start();
        while (disposing.ThreadState == ThreadState.Unstarted)
        {
            Thread.Yield();
        }

        // Disposing waits for the work under way and no more. Whether it has begun to wait yet does not matter: at least one is done.
        gate.Set();
        disposing.Join();

        Assert.InRange(done, 1, 2);
    }

    [Fact]
    public void Dispose_CancelsTheWorkUnderWay()
    {
        using var begun = new ManualResetEventSlim();
        var cancelled = false;
        var lane = new WorkLane("test", 1);
        lane.Post(
            token =>
            {
                begun.Set();
                cancelled = token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            },
            default);
        begun.Wait();

        lane.Dispose();

        Assert.True(cancelled);
    }

    [Fact]
    public void Post_OnAFullLane_EndsWithTheCallersToken()
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        using var lane = new WorkLane("test", 1);
        lane.Post(
            _ =>
            {
                begun.Set();
                gate.Wait();
            },
            default);
        begun.Wait();
        lane.Post(_ => { }, default);
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => lane.Post(_ => { }, cancellation.Token));
        gate.Set();
    }

    [Fact]
    public void Finish_WithoutWork_StartsNothing()
    {
        using var lane = new WorkLane("test", 1);
        lane.Finish();
    }
}
