using System.Collections.Concurrent;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

public class VideoSessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Take_LaterFilesFinishFirst_EventsKeepInputOrder()
    {
        using var firstMayGoOn = new ManualResetEventSlim();
        using var othersDone = new CountdownEvent(3);
        using var session = Open(new EngineOptions { ThrottleLimit = 4 }, (job, emit, _) =>
        {
            if (job.Index == 0)
            {
                Assert.True(firstMayGoOn.Wait(Patience));
            }

            emit($"{job.Index}a");
            emit($"{job.Index}b");
            if (job.Index > 0)
            {
                othersDone.Signal();
            }
        }, cores: 4);
        AddAll(session, 4);
        Assert.True(othersDone.Wait(Patience));
        Assert.Null(session.Take(TimeSpan.Zero));
        firstMayGoOn.Set();
        Assert.Equal(["0a", "0b", "1a", "1b", "2a", "2b", "3a", "3b"], Records(session));
        Assert.True(session.IsFinished);
    }

    [Fact]
    public void Take_Unordered_DoesNotWaitForTheFirstFile()
    {
        using var firstMayGoOn = new ManualResetEventSlim();
        using var session = Open(new EngineOptions { ThrottleLimit = 2, Unordered = true }, (job, emit, _) =>
        {
            if (job.Index == 0)
            {
                Assert.True(firstMayGoOn.Wait(Patience));
            }

            emit(job.Index);
        }, cores: 2);
        AddAll(session, 4);
        var early = new[] { session.Take(Patience), session.Take(Patience), session.Take(Patience) };
        Assert.Equal([1, 2, 3], early.Select(e => e!.InputIndex).Order());
        firstMayGoOn.Set();
        Assert.Equal(0, session.Take(Patience)!.InputIndex);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_ManyFiles_NeverMoreAtOnceThanTheThrottle(int throttle)
    {
        var (running, most) = (0, 0);
        using var session = Open(new EngineOptions { ThrottleLimit = throttle }, (_, emit, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Sleep(5);
            Interlocked.Decrement(ref running);
            emit("x");
        }, cores: 8);
        AddAll(session, 20);
        Assert.Equal(20, Records(session).Count);
        Assert.InRange(most, 1, throttle);
    }

    [Fact]
    public void Run_NobodyTakes_JobsAreHeldBack()
    {
        var emitted = 0;
        using var session = Open(new EngineOptions { ThrottleLimit = 1 }, (_, emit, _) =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                emit(i);
                Interlocked.Increment(ref emitted);
            }
        }, cores: 1);
        AddAll(session, 1);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref emitted) >= 256, Patience));
        Thread.Sleep(50);
        Assert.Equal(256, Volatile.Read(ref emitted));
        Assert.Equal(10_000, Records(session).Count);
    }

    [Fact]
    public void Run_FirstFileSlow_NumberOfStartedFilesStaysBounded()
    {
        using var firstMayGoOn = new ManualResetEventSlim();
        var started = 0;
        using var session = Open(new EngineOptions { ThrottleLimit = 2 }, (job, emit, _) =>
        {
            Interlocked.Increment(ref started);
            if (job.Index == 0)
            {
                Assert.True(firstMayGoOn.Wait(Patience));
            }

            emit(job.Index);
        }, cores: 2);
        AddAll(session, 500);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref started) >= 24, Patience));
        Thread.Sleep(50);
        Assert.InRange(Volatile.Read(ref started), 24, 100);
        firstMayGoOn.Set();
        Assert.Equal(500, Records(session).Count);
    }

    [Fact]
    public void Run_OneFileFails_OthersGoOnAndTheErrorIsInItsPlace()
    {
        using var session = Open(new EngineOptions(), (job, emit, _) =>
        {
            emit("r" + job.Index);
            if (job.Index == 1)
            {
                throw new VideoToolsException(VideoErrorId.InvalidVideo, job.Input.FullName, "broken", "mend it");
            }

            if (job.Index == 2)
            {
                throw new InvalidTimeZoneException("a fault of ours");
            }
        }, cores: 2);
        AddAll(session, 4);
        var events = All(session);
        Assert.Equal(["r0", "r1", "InvalidVideo", "r2", "InternalError", "r3"], events.Select(e => e switch
        {
            RecordEvent r => (string)r.Record,
            FailureEvent f => f.Error.Id.ToString(),
            _ => "?",
        }));
        Assert.Contains("a fault of ours", ((FailureEvent)events[4]).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancel_WhileAJobWaits_TokenIsSetAndSessionIsFinished()
    {
        using var entered = new ManualResetEventSlim();
        var cancelled = false;
        var session = Open(new EngineOptions(), (_, _, token) =>
        {
            entered.Set();
            cancelled = token.WaitHandle.WaitOne(Patience);
            token.ThrowIfCancellationRequested();
        }, cores: 1);
        AddAll(session, 3);
        Assert.True(entered.Wait(Patience));
        session.Cancel();
        Assert.Null(session.Take(Patience));
        Assert.True(session.IsFinished);
        session.Dispose();
        Assert.True(cancelled);
    }

    [Fact]
    public void Dispose_WhileAJobWaitsForARoomToEmit_EndsTheJob()
    {
        var ended = false;
        var session = Open(new EngineOptions(), (_, emit, _) =>
        {
            try
            {
                while (true)
                {
                    emit("x");
                }
            }
            finally
            {
                ended = true;
            }
        }, cores: 1);
        AddAll(session, 1);
        Assert.NotNull(session.Take(Patience));
        session.Dispose();
        Assert.True(ended);
    }

    [Fact]
    public void Take_NoInputs_IsFinishedAtOnce()
    {
        using var session = Open(new EngineOptions(), (_, _, _) => { }, cores: 1);
        session.CompleteAdding();
        Assert.Null(session.Take(Patience));
        Assert.True(session.IsFinished);
    }

    [Fact]
    public void Add_AfterCompleteAdding_Throws()
    {
        using var session = Open(new EngineOptions(), (_, _, _) => { }, cores: 1);
        session.CompleteAdding();
        Assert.Throws<InvalidOperationException>(() => session.Add(new VideoInput("x")));
    }

    [Fact]
    public void DecoderThreads_OneFile_IsAutomatic_ManyFiles_Share()
    {
        var threads = new ConcurrentBag<int>();
        int Run(int files)
        {
            threads.Clear();
            using var gate = new ManualResetEventSlim();
            using var session = new VideoSession(new FakeRunner((_, emit, _, decoderThreads) =>
            {
                Assert.True(gate.Wait(Patience));
                threads.Add(decoderThreads());
                emit(0);
            }), new EngineOptions(), 4);
            AddAll(session, files);
            gate.Set();
            Records(session);
            return threads.Max();
        }

        Assert.Equal(0, Run(1));
        Assert.InRange(Run(4), 0, 2);
        Assert.Contains(1, threads);
    }

    [Fact]
    public void Progress_WhileAFileRuns_ShowsItsPercent()
    {
        using var entered = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        using var session = Open(new EngineOptions { ThrottleLimit = 1 }, (job, _, _) =>
        {
            job.LengthTicks = 1000;
            job.PositionTicks = 250;
            entered.Set();
            Assert.True(mayEnd.Wait(Patience));
        }, cores: 1);
        AddAll(session, 2);
        Assert.True(entered.Wait(Patience));
        var progress = session.Progress;
        Assert.Equal((0, 2, 25, 12), (progress.FilesDone, progress.FilesTotal, progress.CurrentPercent, progress.TotalPercent));
        Assert.Equal("file0", progress.CurrentFile);
        mayEnd.Set();
        All(session);
        Assert.Equal((2, 100), (session.Progress.FilesDone, session.Progress.TotalPercent));
    }

    [Fact]
    public void TakeRetired_HandsOutWhatIsWhole_AndNothingThatACancellationCutShort()
    {
        using var isRunning = new ManualResetEventSlim();
        using var isOver = new ManualResetEventSlim();
        using var session = new VideoSession(
            new FakeRunner((job, emit, token, _) =>
            {
                emit(job.Index);
                if (job.Index == 1)
                {
                    isRunning.Set();
                    token.WaitHandle.WaitOne(Patience);
                    isOver.Set();
                    token.ThrowIfCancellationRequested();
                }
            }),
            new EngineOptions { ThrottleLimit = 1 }, cores: 1) { KeepsRetired = true };
        AddAll(session, 2);
        Assert.NotNull(session.Take(Patience));
        Assert.NotNull(session.Take(Patience));
        Assert.True(isRunning.Wait(Patience));
        Assert.Equal(0, session.TakeRetired()!.Index);
        Assert.Null(session.TakeRetired());

        session.Cancel();

        Assert.True(isOver.Wait(Patience));
        Assert.False(SpinWait.SpinUntil(() => session.TakeRetired() is not null, TimeSpan.FromSeconds(0.5)));
    }

    private static VideoSession Open(EngineOptions options, Action<Job, Action<object>, CancellationToken> run, int cores) =>
        new(new FakeRunner((job, emit, token, _) => run(job, emit, token)), options, cores);

    private static void AddAll(VideoSession session, int count)
    {
        for (var i = 0; i < count; i++)
        {
            session.Add(new VideoInput("file" + i));
        }

        session.CompleteAdding();
    }

    private static List<VideoEvent> All(VideoSession session)
    {
        var events = new List<VideoEvent>();
        while (session.Take(Patience) is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    private static List<object> Records(VideoSession session) => [.. All(session).Cast<RecordEvent>().Select(e => e.Record)];

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class FakeRunner(Action<Job, Action<object>, CancellationToken, Func<int>> run) : IJobRunner
    {
        public void Run(JobHost host) => run(host.Job, host.Emit, host.Cancellation, host.DecoderThreads);
    }
}
