// Method: a bounded queue and one thread, started with the first work. After a fault the rest is skipped and the fault is thrown to
// whoever posts or finishes. Cost: some microseconds a work item.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using VideoTools.Engine.Features;

namespace VideoTools.Engine.Scheduling;

/// <summary>One background thread of an analyzer.</summary>
/// <param name="name">Name of the thread.</param>
/// <param name="capacity">Work items that may wait; more hold the decoder back.</param>
internal sealed class WorkLane(string name, int capacity) : IWorkLane
{
    private readonly BlockingCollection<Action<CancellationToken>> _work = new(capacity);
    private readonly CancellationTokenSource _end = new();
    private Thread? _thread;
    private volatile ExceptionDispatchInfo? _fault;
    private bool _disposed;

    public void Post(Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        _fault?.Throw();
        if (_thread is null)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "VideoTools " + name };
            _thread.Start();
        }

        _work.Add(work, cancellationToken);
    }

    public void Finish()
    {
        _work.CompleteAdding();
        _thread?.Join();
        _fault?.Throw();
    }

    /// <summary>Ends the lane; work that has not begun is dropped.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _end.Cancel();
        _work.CompleteAdding();
        _thread?.Join();
        _work.Dispose();
        _end.Dispose();
    }

    private void Work()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            // After a fault the queue is only emptied, so that nobody waits for room in it.
            if (_fault is not null || _end.IsCancellationRequested)
            {
                continue;
            }

            try
            {
                work(_end.Token);
            }
#pragma warning disable CA1031 // Carried over to the thread that posts or finishes.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault = ExceptionDispatchInfo.Capture(fault);
            }
        }
    }
}
