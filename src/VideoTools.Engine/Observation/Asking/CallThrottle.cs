// Method: a counter of free places and a queue by CallPlace. A place that gets free goes to the first in line, so that older sequences,
// and among them questions that others wait for, are not held up by younger ones. Where it may give way, a server that is too busy
// takes a place out (to one at least), and every tenth call that goes well puts one back. Cost: a lock and the logarithm of those
// waiting.
namespace VideoTools.Engine.Observation.Asking;

/// <summary>Lets so many calls run at once. Thread-safe.</summary>
internal sealed class CallThrottle
{
    private const int GoodCallsAPlace = 10;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, CallPlace> _waiting = new();
    private readonly int _places;
    private readonly bool _givesWay;
    private int _limit;
    private int _running;
    private int _good;

    /// <summary>A throttle for one session.</summary>
    /// <param name="places">Calls at once.</param>
    /// <param name="givesWay">True takes places out while the server is too busy.</param>
    public CallThrottle(int places, bool givesWay)
    {
        _places = _limit = places;
        _givesWay = givesWay;
    }

    /// <summary>Calls that may run at once now.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
            {
                return _limit;
            }
        }
    }

    /// <summary>Waits for a place. Whoever has one gives it back by <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CallPlace place, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_running < _limit && _waiting.Count == 0)
            {
                _running++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn, place);
        }

        using (cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken)))
        {
            await turn.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="wasBusy">True when the server said that it is too busy.</param>
    public void Leave(bool wasBusy)
    {
        lock (_gate)
        {
            _running--;
            if (_givesWay)
            {
                Adapt(wasBusy);
            }

            while (_running < _limit && _waiting.TryDequeue(out var next, out _))
            {
                // One that was cancelled takes no place.
                if (next.TrySetResult())
                {
                    _running++;
                }
            }
        }
    }

    private void Adapt(bool wasBusy)
    {
        if (wasBusy)
        {
            _limit = Math.Max(1, _limit - 1);
            _good = 0;
        }
        else if (++_good >= GoodCallsAPlace)
        {
            _limit = Math.Min(_places, _limit + 1);
            _good = 0;
        }
    }
}
