using VideoTools.Engine.Work;

namespace VideoTools.Engine.Tests.Work;

public sealed class CurrentWorkTests
{
    [Fact]
    public async Task Begin_FlowsIntoThreadsAndTasks_AndEndsWithIt()
    {
        using var stop = new CancellationTokenSource();
        List<string> heard = [];
        using (CurrentWork.Begin(stop.Token, heard.Add))
        {
            var thread = new Thread(() => CurrentWork.Tell("a thread"));
            thread.Start();
            thread.Join();
            Assert.Equal(stop.Token, await Task.Run(() => CurrentWork.Stop));
            Assert.True(CurrentWork.IsHeard);
        }

        CurrentWork.Tell("nobody");
        Assert.Equal(["a thread"], heard);
        Assert.False(CurrentWork.IsHeard);
        Assert.False(CurrentWork.Stop.CanBeCanceled);
    }

    [Fact]
    public void Begin_InsideOfOther_KeepsItsListenerAndGivesItBack()
    {
        using var outer = new CancellationTokenSource();
        using var inner = new CancellationTokenSource();
        List<string> heard = [];
        using (CurrentWork.Begin(outer.Token, heard.Add))
        {
            using (CurrentWork.Begin(inner.Token))
            {
                CurrentWork.Tell("inside");
                Assert.Equal(inner.Token, CurrentWork.Stop);
            }

            Assert.Equal(outer.Token, CurrentWork.Stop);
        }

        Assert.Equal(["inside"], heard);
    }
}
