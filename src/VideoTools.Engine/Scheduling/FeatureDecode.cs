using System.Diagnostics;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Scheduling;

/// <summary>Probes a file and decodes it once for all features that have to listen.</summary>
internal sealed class FeatureDecode(EngineOptions options, IMediaSource everywhere, int cores)
{
    // 320 x 180 of a 16:9 picture: large enough for every analyzer here (PySceneDetect uses 256 wide), small enough that scaling and
    // analysing stay near a tenth of the decoding of 1080p (docs/performance.md).
    internal const int AnalysisLongSide = 320;

    /// <summary>Runs features over an input.</summary>
    /// <param name="features">Who listens, at least one.</param>
    /// <param name="input">The file and the range.</param>
    /// <param name="host">The job.</param>
    /// <param name="mostRecords">Records of each feature to keep, beyond those of parts.</param>
    /// <param name="isLast">Asked for every record: true when no later one is wanted, and the decode ends. Null wants all.</param>
    /// <param name="isWhole">False when the decode ended because of <paramref name="isLast"/>.</param>
    /// <returns>The features at their end.</returns>
    /// <exception cref="VideoToolsException">The file cannot be worked on.</exception>
    public IReadOnlyList<FeatureRun> Run(
        IReadOnlyList<FeatureWork> features, VideoInput input, JobHost host, int mostRecords, Func<object, bool>? isLast, out bool isWhole)
    {
        var media = everywhere.Open(input, host);
        using var opened = media as IDisposable;
        var clock = Stopwatch.StartNew();
        var source = media.Probe(input.FullName, Accepted(features), host.Cancellation);

        // With two cores the decoder needs both; with more, analyzers side by side keep the reader from becoming the narrow place.
        var runs = features.Select(work => new FeatureRun(work, mostRecords, queued: features.Count > 1 && cores > 2)).ToArray();
        try
        {
            var plan = CreatePlan(runs, source, input, host.DecoderThreads());
            CheckRange(plan);
            var sink = new FanOut(runs, plan, ShowPosition(host.Job, plan));
            foreach (var run in runs)
            {
                Action<object> emit = isLast is null ? host.Emit : record => sink.IsSatisfied |= isLast(record);
                run.Begin(plan, emit, host.Warn, host.Cancellation, input.SceneIndex ?? 0);
            }

            var summary = plan.IsEmpty
                ? new DecodeSummary(0, 0, source.Info.TimeBase, 0, RecordStatus.Ok)
                : media.Decode(plan, sink, host.Cancellation);
            summary = summary with { UnknownAudio = Unknown(runs, source, summary) };
            isWhole = !sink.IsSatisfied;
            var decoded = clock.Elapsed;
            Finish(runs, summary);
            if (CurrentWork.IsHeard)
            {
                CurrentWork.Tell(Describe(runs, plan, decoded, clock.Elapsed));
            }

            foreach (var warning in Describe(summary, source.Info))
            {
                host.Warn(warning);
                Array.ForEach(runs, run => run.Note(warning));
            }

            return runs;
        }
        finally
        {
            Array.ForEach(runs, run => run.Dispose());
        }
    }

    // A file without video is for those who want no frames; whoever else listens along is told that there are none.
    private static AcceptedMedia Accepted(IReadOnlyList<FeatureWork> features) =>
        features.All(work => work.Feature.TakesPictures) ? AcceptedMedia.VideoOrPicture
        : features.All(work => work.Feature.Streams(work.Options) is { Frames: false, Stills: null }) ? AcceptedMedia.VideoOrSound
        : AcceptedMedia.Video;

    private static void Finish(FeatureRun[] runs, DecodeSummary summary)
    {
        Array.ForEach(runs, run => run.Do(analyzer => analyzer.End(summary)));
        Array.ForEach(runs, run => run.Do(analyzer => analyzer.Complete(summary)));
    }

    // Every distinct wish is a stream of its own. That a sound track is missing is for the analyzer to say.
    private DecodePlan CreatePlan(FeatureRun[] runs, ProbeResult source, VideoInput input, int threads) => new()
    {
        Source = source,
        AnalysisLongSide = Array.Exists(runs, run => run.Needs.Frames || run.Needs.Stills is not null) ? AnalysisLongSide : 0,
        Stills = [.. runs.Select(run => run.Needs.Stills).OfType<StillSelection>().Distinct()],
        AudioTracks =
        [
            .. runs.Select(run => run.Needs.AudioTrack)
                .OfType<SoundSelection>()
                .Distinct()
                .Where(sound => sound.Track < source.AudioStreamIndexes.Count && !source.UnknownAudio.Contains(sound.Track)),
        ],
        From = input.From,
        To = input.To,
        Threads = threads,
        Speed = options.Speed,
        HardwareAcceleration = options.HardwareAcceleration,
        StallTimeout = options.StallTimeout,
    };

    private static string Describe(FeatureRun[] runs, DecodePlan plan, TimeSpan decoded, TimeSpan all)
    {
        var names = string.Join(", ", runs.Select(run => run.Work.Device is { } device && run.Work.Feature.Models(run.Work.Options).Any()
            ? $"{run.Work.Feature.Name} on {device}"
            : run.Work.Feature.Name));
        return FormattableString.Invariant(
            $"{names}: decoded in {decoded.TotalSeconds:0.00} s with {plan.Threads} threads, done after {all.TotalSeconds:0.00} s.");
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

        if (plan.From is { } start && plan.Source.IsLengthCertain && start >= info.Duration)
        {
            throw new VideoToolsException(VideoErrorId.RangeOutsideVideo, info.FullName,
                $"The range starts at {start:c}, but '{info.FullName}' is only {info.Duration:c} long.",
                "Give a start inside the video.");
        }
    }

    private static Action<VideoFrame> ShowPosition(Job job, DecodePlan plan)
    {
        var duration = plan.Source.Info.Duration ?? TimeSpan.Zero;
        var start = plan.From ?? TimeSpan.Zero;
        var end = plan.To is { } to && (to < duration || duration == TimeSpan.Zero) ? to : duration;
        Interlocked.Exchange(ref job.LengthTicks, Math.Max(0, (end - start).Ticks));
        return frame => Interlocked.Exchange(ref job.PositionTicks, (frame.Time - start).Ticks);
    }

    // What was asked for and could not be heard: known before, or found out.
    private static HashSet<int> Unknown(FeatureRun[] runs, ProbeResult source, DecodeSummary summary) =>
    [
        .. summary.UnknownAudio,
        .. runs.Select(run => run.Needs.AudioTrack?.Track).OfType<int>().Where(source.UnknownAudio.Contains),
    ];

    private static IEnumerable<string> Describe(DecodeSummary summary, VideoInfo info)
    {
        if (summary.Status == RecordStatus.Truncated)
        {
            var length = info.DurationSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" of {seconds:0.###} s") : "";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"'{info.FullName}' ends early, at {summary.EndSeconds:0.###} s{length}; the records cover what is there.");
        }
        else if (summary.Status == RecordStatus.Damaged)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"'{info.FullName}' is damaged: {summary.DecodeErrorCount - summary.JumpCount} decoding errors; "
                + $"the records cover what could be decoded.");
        }

        if (summary.JumpCount > 0)
        {
            var jumps = summary.JumpCount == 1 ? "jump once" : FormattableString.Invariant($"jump {summary.JumpCount} times");
            yield return $"The time stamps of '{info.FullName}' {jumps}; times in the records count on as the video plays.";
        }

        foreach (var track in summary.UnknownAudio.Order())
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Sound track {track} of '{info.FullName}' ({info.AudioTracks[track].Codec}) was not analysed: "
                + $"this ffmpeg has no decoder for it.");
        }
    }
}
