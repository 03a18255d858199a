using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>Probes a file, decodes it once, and lets the analyzers of the request listen.</summary>
internal sealed class JobRunner(VideoRequest request, IMediaSource media, int cores) : IJobRunner
{
    // 320 x 180 of a 16:9 picture: large enough for every analyzer here (PySceneDetect uses 256 wide), small enough that scaling and
    // analysing stay near a tenth of the decoding of 1080p (docs/performance.md).
    internal const int AnalysisLongSide = 320;

    /// <inheritdoc/>
    public void Run(Job job, Action<object> emit, Action<string> warn, Func<int> decoderThreads, CancellationToken cancellationToken)
    {
        var path = job.Input.FullName;
        var probe = media.Probe(path, request is InfoRequest { CountFrames: true }, cancellationToken);
        if (request is InfoRequest)
        {
            emit(probe.Info);
            return;
        }

        if (request is StillRequest still)
        {
            emit(media.ReadStill(probe, job.Input.From ?? TimeSpan.Zero, still.LongSide, cancellationToken));
            return;
        }

        var plan = new DecodePlan
        {
            Source = probe,
            AnalysisLongSide = AnalysisLongSide,
            From = job.Input.From,
            To = job.Input.To,
            Threads = decoderThreads(),
            Speed = request.Engine.Speed,
            HardwareAcceleration = request.Engine.HardwareAcceleration,
            StallTimeout = request.Engine.StallTimeout,
        };
        CheckRange(plan);
        if (job.Input.SceneIndex is { } number)
        {
            plan = LimitToScene(plan, number, cancellationToken);
        }

        var analyzers = AnalyzerFactory.Create(request);
        plan = plan with
        {
            AnalysisLongSide = analyzers.Any(a => a.Needs.Frames || a.Needs.Stills is not null) ? AnalysisLongSide : 0,
            Stills = UnionOfStills(analyzers),
            AudioTrack = SoundTrack(analyzers, probe),
        };
        var summary = Decode(job, plan, analyzers, emit, warn, cancellationToken);
        if (summary.Status != RecordStatus.Ok)
        {
            warn(summary.Status == RecordStatus.Truncated
                ? FormattableString.Invariant($"'{path}' ends early, at {summary.EndSeconds:0.###} s of {probe.Info.DurationSeconds:0.###} s; the records cover what is there.")
                : FormattableString.Invariant($"'{path}' is damaged: {summary.DecodeErrorCount} decoding errors; the records cover the frames that could be decoded."));
        }
    }

    private static void CheckRange(DecodePlan plan)
    {
        var info = plan.Source.Info;
        if (plan.From is { } from && plan.To is { } to && to <= from)
        {
            throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, info.FullName,
                $"The range of '{info.FullName}' is empty: it ends at {to:c}, not after its start at {from:c}.",
                "Give an end that lies after the start.");
        }

        if (plan.From is { } start && info.Duration > TimeSpan.Zero && start >= info.Duration)
        {
            throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, info.FullName,
                $"The range starts at {start:c}, but '{info.FullName}' is only {info.Duration:c} long.",
                "Give a start inside the video.");
        }
    }

    private DecodePlan LimitToScene(DecodePlan plan, int number, CancellationToken cancellationToken)
    {
        VideoScene? found = null;
        FanOut? sink = null;
        var analyzer = new SceneAnalyzer(new SceneOptions());
        analyzer.Begin(new AnalysisContext(plan.Source.Info, plan.From, plan.To, record =>
        {
            if (record is VideoScene scene && scene.Index == number)
            {
                found = scene;
                sink!.IsSatisfied = true;
            }
        }));
        sink = new FanOut([analyzer], _ => { });
        var summary = media.Decode(plan, sink, cancellationToken);
        if (found is null)
        {
            analyzer.Complete(summary);
        }

        if (found is null)
        {
            throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, plan.Source.Info.FullName,
                FormattableString.Invariant($"'{plan.Source.Info.FullName}' has no scene number {number}."),
                "List the scenes with Get-VideoScene.");
        }

        return plan with { From = found.Start, To = found.End };
    }

    // The largest and the most frequent that anyone wants: an analyzer takes more than it asked for, never less.
    private static StillSelection? UnionOfStills(IReadOnlyList<IAnalyzer> analyzers)
    {
        var wishes = analyzers.Select(a => a.Needs.Stills).OfType<StillSelection>().ToList();
        return wishes.Count == 0
            ? null
            : new StillSelection(wishes.Max(s => s.LongSide), wishes.Select(s => s.Format).Distinct().Single(), wishes.Min(s => s.Interval));
    }

    // The track that is wanted, if the file has it; that it is missing is for the analyzer to say.
    private static int? SoundTrack(IReadOnlyList<IAnalyzer> analyzers, ProbeResult probe) =>
        analyzers.FirstOrDefault(a => a.Needs.Audio)?.Needs.AudioTrack is { } track && track < probe.AudioStreamIndexes.Count ? track : null;

    private DecodeSummary Decode(
        Job job, DecodePlan plan, IReadOnlyList<IAnalyzer> analyzers, Action<object> emit, Action<string> warn, CancellationToken cancellationToken)
    {
        var info = plan.Source.Info;
        var start = plan.From ?? TimeSpan.Zero;
        var end = plan.To is { } to && (to < info.Duration || info.Duration == TimeSpan.Zero) ? to : info.Duration;
        Interlocked.Exchange(ref job.LengthTicks, Math.Max(0, (end - start).Ticks));

        // With two cores the decoder needs both; with more, analyzers side by side keep the reader from becoming the narrow place.
        var queued = analyzers.Count > 1 && cores > 2;
        var running = analyzers.Select(a => queued && QueuedAnalyzer.CanQueue(a) ? new QueuedAnalyzer(a) : a).ToArray();
        try
        {
            var context = new AnalysisContext(info, plan.From, plan.To, emit) { Cancellation = cancellationToken, Warn = warn };
            foreach (var analyzer in running)
            {
                analyzer.Begin(context);
            }

            var sink = new FanOut(running, frame => Interlocked.Exchange(ref job.PositionTicks, (frame.Time - start).Ticks));
            var isEmpty = plan is { AnalysisLongSide: 0, Stills: null, AudioTrack: null };
            var summary = isEmpty
                ? new DecodeSummary(0, 0, info.TimeBase, 0, RecordStatus.Ok)
                : media.Decode(plan, sink, cancellationToken);
            foreach (var analyzer in running)
            {
                analyzer.Complete(summary);
            }

            return summary;
        }
        finally
        {
            // A queued analyzer first: its thread may still be inside of the analyzer that it wraps.
            foreach (var analyzer in running.Concat(analyzers).OfType<IDisposable>().Distinct())
            {
                analyzer.Dispose();
            }
        }
    }
}
