// Method: a bounded queue and one thread between the reader and an analyzer, so that several analyzers of one decode use several
// cores. Frames are retained while queued. Cost: a few microseconds a frame, at most QueueLength frames of memory.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>Runs an analyzer of frames on a thread of its own. Order and results are those of the analyzer alone.</summary>
internal sealed class QueuedAnalyzer : IAnalyzer, IDisposable
{
    private const int QueueLength = 16;

    private readonly IAnalyzer _inner;
    private readonly BlockingCollection<VideoFrame> _queue = new(QueueLength);
    private readonly Thread _thread;
    private volatile ExceptionDispatchInfo? _fault;
    private bool _disposed;

    /// <summary>Wraps an analyzer that needs frames only.</summary>
    public QueuedAnalyzer(IAnalyzer inner)
    {
        _inner = inner;
        _thread = new Thread(Work) { IsBackground = true, Name = "VideoTools " + inner.GetType().Name };
    }

    /// <summary>True when an analyzer may be queued: it needs frames only. Sound is handed over as a span and cannot wait.</summary>
    public static bool CanQueue(StreamNeeds needs) => needs is { Frames: true, Stills: null, AudioTrack: null };

    public void Begin(AnalysisContext context)
    {
        _inner.Begin(context);
        _thread.Start();
    }

    public void OnFrame(VideoFrame frame)
    {
        _fault?.Throw();
        _queue.Add(frame.Retain());
    }

    public void Complete(DecodeSummary summary)
    {
        _queue.CompleteAdding();
        _thread.Join();
        _fault?.Throw();
        _inner.Complete(summary);
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _queue.CompleteAdding();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _queue.Dispose();
        (_inner as IDisposable)?.Dispose();
    }

    private void Work()
    {
        foreach (var frame in _queue.GetConsumingEnumerable())
        {
            try
            {
                // After a fault the queue is only emptied, so that the reader never blocks on it.
                if (_fault is null)
                {
                    _inner.OnFrame(frame);
                }
            }
#pragma warning disable CA1031 // Carried over to the reader's thread, which throws it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _fault = ExceptionDispatchInfo.Capture(fault);
            }
            finally
            {
                frame.Release();
            }
        }
    }
}
