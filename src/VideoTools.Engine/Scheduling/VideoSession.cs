// Method: a bounded set of jobs, each on one thread of its own, each with a bounded queue of events. Taking events in input order
// means reading the queue of the oldest unfinished job only; a younger job that fills its queue waits, and no more jobs start than
// fit a window behind the oldest one. So order costs no unbounded buffer, and a slow reader holds the decoders back.
// Units: none. Cost: one lock; a few hundred nanoseconds an event.
using System.Diagnostics;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Scheduling;

/// <summary>Runs jobs over the inputs added to it and hands out their events.</summary>
internal sealed class VideoSession : IVideoSession
{
    private const int EventsPerJob = 256;

    private readonly object _gate = new();
    private readonly List<Job?> _jobs = [];
    private readonly HashSet<Thread> _threads = [];
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly IJobRunner _runner;
    private readonly bool _ordered;
    private readonly int _throttle;
    private readonly int _cores;
    private readonly bool _tellsDetails;

    // For whoever keeps what is finished: inputs that are finished and read, by their number, and those in whose order it is their turn.
    private readonly Dictionary<int, Job> _read = [];
    private readonly Queue<Job> _retired = new();
    private int _oldest;
    private int _nextToStart;
    private int _running;
    private int _finished;
    private bool _addingComplete;
    private bool _disposed;

    /// <summary>Creates a session; nothing runs before the first input.</summary>
    /// <param name="runner">Does the work of one input.</param>
    /// <param name="options">Throttle and order.</param>
    /// <param name="cores">Cores to use.</param>
    public VideoSession(IJobRunner runner, EngineOptions options, int cores)
    {
        _runner = runner;
        _ordered = !options.Unordered;
        _throttle = options.ThrottleLimit;
        _tellsDetails = options.TellDetails;
        _cores = cores;
    }

    /// <summary>True keeps the inputs that are finished and read until <see cref="TakeRetired"/> hands them out.</summary>
    public bool KeepsRetired { get; init; }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
            {
                return IsFinishedCore;
            }
        }
    }

    public VideoProgress Progress
    {
        get
        {
            lock (_gate)
            {
                var running = _jobs.Skip(_oldest).Take(_nextToStart - _oldest).OfType<Job>().Where(j => !j.IsFinished).ToArray();
                var current = running.FirstOrDefault();
                var (position, percent) = current?.Progress ?? (0, -1);
                return new VideoProgress(
                    _finished, _jobs.Count, current?.Input.FullName ?? "", percent, new TimeSpan(position), _clock.Elapsed)
                {
                    CurrentSpeed = current?.Speed ?? 0,
                    Files = [.. running.Select(ProgressOf)],
                };
            }
        }
    }

    private bool IsFinishedCore => _cancellation.IsCancellationRequested || (_addingComplete && _oldest == _jobs.Count);

    // Enough to keep every worker busy while the oldest job is slow, few enough that finished jobs do not pile up.
    private int Window => (4 * Math.Max(_throttle, _cores)) + 16;

    public void Add(VideoInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_addingComplete)
            {
                throw new InvalidOperationException("CompleteAdding was called before.");
            }

            _jobs.Add(new Job(_jobs.Count, input));
            StartJobs();
        }
    }

    public void CompleteAdding()
    {
        lock (_gate)
        {
            _addingComplete = true;
            Monitor.PulseAll(_gate);
        }
    }

    public VideoEvent? Take(TimeSpan timeout)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        lock (_gate)
        {
            while (true)
            {
                // After a cancellation nothing is handed out, even if it is there: whoever cancelled wants no more.
                if (!_cancellation.IsCancellationRequested && TryDequeue() is { } taken)
                {
                    return taken;
                }

                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
                if (IsFinishedCore || left <= TimeSpan.Zero)
                {
                    return null;
                }

                Monitor.Wait(_gate, left);
            }
        }
    }

    /// <summary>
    /// The next input, in input order, of which every event was taken; null while there is none, and after a cancellation: what it
    /// cut short ends without further events, too.
    /// </summary>
    public Job? TakeRetired()
    {
        lock (_gate)
        {
            return !_cancellation.IsCancellationRequested && _retired.TryDequeue(out var job) ? job : null;
        }
    }

    public void Cancel()
    {
        // Outside of the lock: callbacks kill child processes and must not wait for a job that waits for the lock.
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose()
    {
        Thread[] threads;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            threads = [.. _threads];
        }

        Cancel();
        foreach (var thread in threads)
        {
            thread.Join(TimeSpan.FromSeconds(5));
        }

        (_runner as IDisposable)?.Dispose();
        _cancellation.Dispose();
    }

    private static FileProgress ProgressOf(Job job)
    {
        var (position, percent) = job.Progress;
        return new FileProgress(job.Index, job.Input.FullName, percent, new TimeSpan(position), job.Running.Elapsed) { Speed = job.Speed };
    }

    private VideoEvent? TryDequeue()
    {
        for (var i = _oldest; i < _nextToStart; i++)
        {
            var job = _jobs[i];
            if (job is not null && job.Events.TryDequeue(out var next))
            {
                Retire();
                Monitor.PulseAll(_gate);
                return next;
            }

            if (_ordered && job is not null && !job.IsFinished)
            {
                return null;
            }
        }

        Retire();
        return null;
    }

    // Lets go of jobs that are finished and read, and starts as many new ones as that makes room for.
    private void Retire()
    {
        for (var i = _oldest; i < _nextToStart; i++)
        {
            if (_jobs[i] is { IsFinished: true, Events.Count: 0 } job)
            {
                _jobs[i] = null;
                if (KeepsRetired)
                {
                    _read.Add(i, job);
                }
            }
        }

        while (_oldest < _nextToStart && _jobs[_oldest] is null)
        {
            if (_read.Remove(_oldest++, out var job))
            {
                _retired.Enqueue(job);
            }
        }

        StartJobs();
    }

    private void StartJobs()
    {
        while (!_cancellation.IsCancellationRequested && _nextToStart < _jobs.Count && MayStart(_jobs[_nextToStart]!))
        {
            var job = _jobs[_nextToStart++]!;
            job.Running.Start();
            _running++;
            var thread = new Thread(() => RunJob(job)) { IsBackground = true, Name = "VideoTools job " + job.Index };
            _threads.Add(thread);
            thread.Start();
        }
    }

    // What is live does not wait until another one ends, which may be never.
    private bool MayStart(Job next) => next.Input.Live is not null
        || (_running < WorkerCount.Optimal(_jobs.Count - _nextToStart + _running, _cores, _throttle) && _nextToStart - _oldest < Window);

    private void RunJob(Job job)
    {
        using var work = CurrentWork.Begin(
            _cancellation.Token,
            _tellsDetails ? detail => Post(job, new DetailEvent(job.Index, job.Input.FullName, detail)) : null);
        try
        {
            _runner.Run(new JobHost(
                job, record => Post(job, new RecordEvent(job.Index, job.Input.FullName, record)),
                message => Post(job, new WarningEvent(job.Index, job.Input.FullName, message)), DecoderThreads, _cancellation.Token));
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled knows.
        }
        catch (VideoToolsException failure)
        {
            Post(job, new FailureEvent(job.Index, job.Input.FullName, failure.Error));
        }

        // The last line of defence of a thread of ours: any fault becomes an error record, never a crash of the shell.
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Post(job, new FailureEvent(job.Index, job.Input.FullName, new VideoError(
                VideoErrorId.InternalError, job.Input.FullName,
                $"'{job.Input.FullName}' could not be analysed: {fault.GetType().Name}: {fault.Message}",
                "This is a fault of VideoTools. Please report it with what Get-VideoInfo (videotools info) says of the file.")
            { Exception = fault }));
        }

        lock (_gate)
        {
            job.IsFinished = true;
            _running--;
            _finished++;
            _threads.Remove(Thread.CurrentThread);
            Retire();
            Monitor.PulseAll(_gate);
        }
    }

    private int DecoderThreads()
    {
        lock (_gate)
        {
            var workers = WorkerCount.Optimal(_jobs.Count - _nextToStart + _running, _cores, _throttle);
            var threads = WorkerCount.DecoderThreads(workers, _cores);
            return threads == 0 && GivenCores.IsLimited ? _cores : threads;
        }
    }

    private void Post(Job job, VideoEvent next)
    {
        lock (_gate)
        {
            while (job.Events.Count >= EventsPerJob && !_cancellation.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            if (_cancellation.IsCancellationRequested)
            {
                // A record nobody will take: end the job here instead of letting it analyse on.
                if (next is RecordEvent)
                {
                    throw new OperationCanceledException(_cancellation.Token);
                }

                return;
            }

            job.Events.Enqueue(next);
            Monitor.PulseAll(_gate);
        }
    }
}
