using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Niche.Clustering;
using VideoTools.Engine.Niche.Comparison;
using VideoTools.Engine.Niche.Input;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Niche.Output;
using VideoTools.Engine.Niche.Recommendation;
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Niche;

/// <summary>The parts that know about niches, under one name.</summary>
internal sealed class Niches(ITemplates templates, VectorStore? store = null) : INiches
{
    public INicheInput Input { get; } = new NicheInput(templates);

    public INicheOutput Output { get; } = new NicheOutput();

    public INicheClassifier OpenClassifier(NicheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new NicheClassifier(TaxonomyReader.Read(options.TaxonomyPath), options, store: store);
    }

    public INicheAccumulator CreateAccumulator(int level) => new NicheAccumulator(level);

    public bool IsOf(VideoNiche video, string niche) => NichePaths.IsOf(video, niche);

    public IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options) =>
        NicheClusterer.Cluster(videos, options);

    public IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options) =>
        NicheComparer.Compare(videos, options);

    public NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche) => NicheRecommender.Recommend(videos, niche);
}
