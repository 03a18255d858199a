// Method: a bounded queue and one thread that takes from it in order. A fault of the work is thrown to whoever adds next or waits for
// the end. Units: items. Cost: a microsecond an item; at most the given number of items wait.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VideoTools.Engine.Scheduling;

/// <summary>Work handed to a thread of its own, in order; a full queue holds back whoever adds.</summary>
/// <typeparam name="T">What is worked on.</typeparam>
internal sealed class WorkQueue<T> : IDisposable
{
    private readonly Action<T, CancellationToken> _work;
    private readonly BlockingCollection<T> _queue;
    private readonly CancellationTokenSource _cancellation;
    private readonly Thread _thread;
    private volatile ExceptionDispatchInfo? _fault;
    private bool _disposed;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Name of the thread.</param>
    /// <param name="capacity">Items that may wait.</param>
    /// <param name="work">Works on one item.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    public WorkQueue(string name, int capacity, Action<T, CancellationToken> work, CancellationToken cancellationToken)
    {
        _work = work;
        _queue = new BlockingCollection<T>(capacity);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _thread = new Thread(Work) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Adds an item; waits while the queue is full.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Add(T item)
    {
        _fault?.Throw();
        _queue.Add(item, _cancellation.Token);
    }

    /// <summary>Waits until everything is worked on.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Complete()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _fault?.Throw();
    }

    /// <summary>Drops what waits and ends the thread.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _cancellation.Cancel();
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
        _cancellation.Dispose();
    }

    private void Work()
    {
        foreach (var item in _queue.GetConsumingEnumerable())
        {
            try
            {
                // After a fault the queue is only emptied, so that nobody waits for room in it.
                if (_fault is null)
                {
                    _cancellation.Token.ThrowIfCancellationRequested();
                    _work(item, _cancellation.Token);
                }
            }
#pragma warning disable CA1031 // Carried over to the thread that adds or waits.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault = ExceptionDispatchInfo.Capture(fault);
            }
        }
    }
}
