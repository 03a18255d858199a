// Method: what a request needs is looked up feature by feature in the cache; only what is missing is decoded, all of it in one pass.
// Compositions are put together at the end. Cost: without the cache a probe and a decode; with everything in the cache neither.
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Scheduling;

/// <summary>Answers the request of a session, one input after another. Thread-safe.</summary>
internal sealed class JobRunner : IJobRunner
{
    private readonly VideoRequest _request;
    private readonly IMediaSource _media;
    private readonly ResultCache _cache;
    private readonly WorkPlan? _plan;
    private readonly FeatureDecode _decode;
    private readonly SceneLookup _scenes;
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>A runner for one session.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="media">Where media come from.</param>
    /// <param name="cores">Cores to use.</param>
    /// <param name="cache">Results of earlier runs.</param>
    /// <param name="registry">The features.</param>
    public JobRunner(VideoRequest request, IMediaSource media, int cores, ResultCache cache, FeatureRegistry registry)
    {
        _request = request;
        _media = media;
        _cache = cache;
        _plan = request is AnalysisRequest analysis ? WorkPlan.Of(analysis, registry) : null;
        _decode = new FeatureDecode(request.Engine, media, cores);
        _scenes = new SceneLookup(registry, (features, input, host, isLast) =>
            Run(features, [], input, host, isLast, new KeptResults(request.Engine, cache, input)));
    }

    public void Run(JobHost host)
    {
        var input = host.Job.Input;
        switch (_request)
        {
            case InfoRequest info:
                host.Emit(_media.Probe(input.FullName, info.CountFrames, host.Cancellation).Info);
                break;
            case StillRequest still:
                host.Emit(Still(still.LongSide, input, host.Cancellation));
                break;
            default:
                Analyze(_plan!, host with { Warn = message => WarnOnce(message, host.Warn) });
                break;
        }
    }

    // A page that shows the same picture every night decodes it once.
    private VideoStill Still(int longSide, VideoInput input, CancellationToken cancellation)
    {
        var kept = new KeptResults(_request.Engine, _cache, input);
        if (kept.FindStill(longSide) is { } known)
        {
            return known;
        }

        var probe = _media.Probe(input.FullName, countFrames: false, cancellation);
        var still = _media.ReadStill(probe, input.From ?? TimeSpan.Zero, longSide, cancellation);
        kept.Store(longSide, still);
        return still;
    }

    private void Analyze(WorkPlan plan, JobHost host)
    {
        foreach (var warning in plan.Listening.Select(work => work.DeviceWarning).OfType<string>().Distinct())
        {
            host.Warn(warning);
        }

        var input = host.Job.Input is { IsSceneRange: false, SceneIndex: { } number } ? _scenes.Limit(host, number) : host.Job.Input;

        // What is live comes once: there is nothing to know it again by.
        var engine = input.Live is null ? _request.Engine : _request.Engine with { Cache = CacheMode.Off };
        var kept = new KeptResults(engine, _cache, input);
        var results = Run(plan.Listening, plan.Companions, input, host, isLast: null, kept);
        List<object> composed;
        try
        {
            composed = Compose(plan, input, results, host);
        }
        catch (Exception fault) when (kept.Count > 0 && fault is not (VideoToolsException or OperationCanceledException))
        {
            // What was kept is a file that anyone may have written, with values that no analysis gives: it goes, and is found anew.
            kept = new KeptResults(_request.Engine with { Cache = CacheMode.Refresh }, _cache, input);
            results = Run(plan.Listening, plan.Companions, input, host with { Emit = _ => { } }, isLast: null, kept);
            composed = Compose(plan, input, results, host);
        }

        composed.ForEach(host.Emit);
    }

    private static List<object> Compose(
        WorkPlan plan, VideoInput input, IReadOnlyDictionary<FeatureOptions, FeatureResult> results, JobHost host) =>
    [
        .. plan.Composed.SelectMany(part => part.Feature.Compose(part.Options, input, new PartResults(results), host.Warn)),
    ];

    // The results of features over an input: those of earlier runs, and of one decode those that are missing.
    private Dictionary<FeatureOptions, FeatureResult> Run(
        IReadOnlyList<FeatureWork> features,
        IReadOnlyList<FeatureWork> companions,
        VideoInput input,
        JobHost host,
        Func<object, bool>? isLast,
        KeptResults kept)
    {
        Dictionary<FeatureOptions, FeatureResult> results = [];
        foreach (var work in features)
        {
            if (kept.Find(work) is { } result)
            {
                results.Add(work.Options, result);
                CurrentWork.Tell($"{work.Feature.Name}: the result of an earlier run is used, nothing is computed.");
                Repeat(work, result, host);
            }
        }

        List<FeatureWork> missing = [.. features.Where(work => !results.ContainsKey(work.Options))];
        if (missing.Count > 0)
        {
            if (kept.IsKeeping && input is { From: null, To: null })
            {
                missing.AddRange(companions.Where(work => kept.Find(work) is null));
            }

            foreach (var run in _decode.Run(missing, input, host, kept.IsKeeping ? KeptResults.MaxRecords : 0, isLast, out var isWhole))
            {
                results.Add(run.Work.Options, run.Result);
                if (isWhole)
                {
                    kept.Store(run.Work, run.Result);
                }
            }
        }

        return results;
    }

    private static void Repeat(FeatureWork work, FeatureResult result, JobHost host)
    {
        foreach (var warning in result.Warnings)
        {
            host.Warn(warning);
        }

        foreach (var record in result.Records.Where(work.Publishes))
        {
            host.Emit(record);
        }
    }

    private void WarnOnce(string message, Action<string> warn)
    {
        lock (_warned)
        {
            if (!_warned.Add(message))
            {
                return;
            }
        }

        warn(message);
    }
}
