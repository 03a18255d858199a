using VideoTools.Engine.Observation.Asking;

namespace VideoTools.Engine.Tests.Observation;

public sealed class CallThrottleTests
{
    [Fact]
    public async Task Enter_PlaceThatGetsFree_GoesToTheFirstInLine()
    {
        var throttle = new CallThrottle(1, givesWay: false);
        await throttle.EnterAsync(default, default);
        var young = throttle.EnterAsync(new CallPlace(0, 9, 0), default);
        var old = throttle.EnterAsync(new CallPlace(0, 2, 3), default);
        var other = throttle.EnterAsync(new CallPlace(1, 1, 0), default);

        throttle.Leave(false);
        await old;
        Assert.False(young.IsCompleted || other.IsCompleted);
        throttle.Leave(false);
        await young;
        throttle.Leave(false);
        await other;
    }

    [Fact]
    public async Task Enter_Cancelled_TakesNoPlace()
    {
        var throttle = new CallThrottle(1, givesWay: false);
        using var stop = new CancellationTokenSource();
        await throttle.EnterAsync(default, default);
        var given = throttle.EnterAsync(new CallPlace(0, 1, 0), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        throttle.Leave(false);

        Assert.True(throttle.EnterAsync(new CallPlace(0, 2, 0), default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Leave_BusyServer_TakesPlacesOutAndPutsThemBack()
    {
        var (gives, stays) = (new CallThrottle(4, givesWay: true), new CallThrottle(4, givesWay: false));
        foreach (var throttle in new[] { gives, stays })
        {
            for (var i = 0; i < 5; i++)
            {
                await throttle.EnterAsync(default, default);
                throttle.Leave(wasBusy: true);
            }
        }

        Assert.Equal((1, 4), (gives.Limit, stays.Limit));
        for (var i = 0; i < 30; i++)
        {
            await gives.EnterAsync(default, default);
            gives.Leave(wasBusy: false);
        }

        Assert.Equal(4, gives.Limit);
    }
}
