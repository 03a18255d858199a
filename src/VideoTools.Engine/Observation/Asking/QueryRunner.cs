// Method: decode -> choose -> ask -> order, with a bounded number of sequences from the choice to the record: whoever brings one more
// waits, and with it the lane, the reader and the decoder. Sequences are asked about at the same time and handed on in order of time by
// one task that waits for the oldest. A decode that fails is told after the answers to what it gave. Memory: the sequences in flight.
// Cost: next to that of a model none: docs/performance.md, "Asking models".
using System.Diagnostics;
using System.Threading.Channels;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Asks a model about the sequences of one input after another. Thread-safe.</summary>
internal sealed class QueryRunner : IJobRunner, IDisposable
{
    private readonly QuerySettings _settings;
    private readonly IJobRunner _sequences;
    private readonly ModelCaller _caller;
    private readonly CallThrottle _throttle;
    private readonly SequenceAsker _asker;
    private int _hasWarned;

    /// <summary>A runner for one session.</summary>
    /// <param name="settings">What is asked.</param>
    /// <param name="sequences">Gives the sequences of a file; keeps none of them.</param>
    /// <param name="cache">Where answers are kept.</param>
    /// <param name="mode">Whether they are.</param>
    public QueryRunner(QuerySettings settings, IJobRunner sequences, ResultCache cache, CacheMode mode)
    {
        (_settings, _sequences) = (settings, sequences);
        _caller = new ModelCaller(settings.Options, settings.Endpoint, settings.Key);
        _throttle = new CallThrottle(settings.Options.QueryThrottle, givesWay: settings.Options.Preset == QueryPreset.Mixed);
        var store = mode == CacheMode.Off ? null : new AnswerStore(new KeptAnswers(cache), isRead: mode == CacheMode.Use);
        _asker = new SequenceAsker(settings, _caller, _throttle, store);
    }

    public void Run(JobHost host)
    {
        if (_settings.Warning is { } warning && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            host.Warn(warning);
        }

        var meter = new QueryMeter(host.Job.Input.FullName);
        using var room = new SemaphoreSlim(_settings.InFlight);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(host.Cancellation);
        var line = Channel.CreateUnbounded<Task<IReadOnlyList<VideoAnswer>>>();
        var handedOn = Task.Run(() => HandOnAsync(line.Reader, room, meter, host, ending), CancellationToken.None);
        try
        {
            _sequences.Run(host with { Emit = record => Ask((FrameSequence)record), Cancellation = ending.Token });
        }
        finally
        {
            // What was asked is answered, also where the rest of the file cannot be read.
            line.Writer.Complete();
            Wait(handedOn);
        }

        host.Cancellation.ThrowIfCancellationRequested();
        if (_settings.Options.IncludeMetric)
        {
            host.Emit(meter.Read(_settings.Options.QueryThrottle, Interlocked.Read(ref host.Job.DroppedFrames)));
        }

        void Ask(FrameSequence sequence)
        {
            var started = Stopwatch.GetTimestamp();
            room.Wait(ending.Token);
            meter.OnSequence(sequence, Stopwatch.GetElapsedTime(started));
            line.Writer.TryWrite(Task.Run(() => _asker.AskAsync(sequence, host.Job.Index, meter, ending.Token), CancellationToken.None));
        }
    }

    public void Dispose() => _caller.Dispose();

    private static void Wait(Task handedOn)
    {
        try
        {
            handedOn.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled knows; what the decoder has to say counts more.
        }
    }

    private static async Task HandOnAsync(
        ChannelReader<Task<IReadOnlyList<VideoAnswer>>> line,
        SemaphoreSlim room,
        QueryMeter meter,
        JobHost host,
        CancellationTokenSource ending)
    {
        try
        {
            await foreach (var asked in line.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                var answers = await asked.ConfigureAwait(false);
                foreach (var answer in answers)
                {
                    host.Emit(answer);
                }

                meter.OnSequenceDone(answers);
                room.Release();
            }
        }
        catch
        {
            // Nobody takes what else the decoder gives.
            await ending.CancelAsync().ConfigureAwait(false);
            await foreach (var rest in line.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                await ((Task)rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            throw;
        }
    }
}
