using VideoTools.Engine.Features;

namespace VideoTools.Engine.Scheduling;

/// <summary>What a request comes to: every feature that has to listen, once, and what is composed of them.</summary>
/// <param name="Listening">The features that listen, in the order they are named.</param>
/// <param name="Composed">The compositions, in the order they are named.</param>
/// <param name="Companions">Features that only the cache wants, where the file is decoded anyway.</param>
internal sealed record WorkPlan(
    IReadOnlyList<FeatureWork> Listening,
    IReadOnlyList<(ComposedFeature Feature, FeatureOptions Options)> Composed,
    IReadOnlyList<FeatureWork> Companions)
{
    /// <summary>Makes the plan of a request. Features whose options are equal are one, whichever of the request needs them.</summary>
    public static WorkPlan Of(AnalysisRequest request, FeatureRegistry registry)
    {
        List<FeatureWork> listening = [];
        List<FeatureOptions> companions = [];
        List<(ComposedFeature, FeatureOptions)> composed = [];
        foreach (var options in request.Features.Distinct())
        {
            if (registry.Get(options) is not ComposedFeature feature)
            {
                Add(options, isWanted: true);
                continue;
            }

            composed.Add((feature, options));
            companions.AddRange(feature.Companions(options));
            foreach (var part in feature.Parts(options))
            {
                Add(part, isWanted: false);
            }
        }

        var others = companions.Distinct().Where(options => !listening.Exists(work => work.Options == options))
            .Select(options => new FeatureWork((AnalyzerFeature)registry.Get(options), options, IsWanted: false, IsPart: false));
        return new WorkPlan(listening, composed, [.. others]);

        void Add(FeatureOptions options, bool isWanted)
        {
            var known = listening.FindIndex(work => work.Options == options);
            if (known >= 0)
            {
                var work = listening[known];
                listening[known] = work with { IsWanted = work.IsWanted || isWanted, IsPart = work.IsPart || !isWanted };
                return;
            }

            var feature = registry.Get(options) as AnalyzerFeature
                ?? throw new InvalidOperationException($"{options.GetType().Name} is composed itself and cannot be a part.");
            listening.Add(new FeatureWork(feature, options, isWanted, IsPart: !isWanted));
        }
    }
}
