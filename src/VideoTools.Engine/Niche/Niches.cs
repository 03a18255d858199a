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
internal sealed class Niches(ITemplates templates, VectorStore? store = null) : INiches, IDisposable
{
    private readonly List<Task> _loading = [];

    public INicheInput Input { get; } = new NicheInput(templates);

    public INicheOutput Output { get; } = new NicheOutput();

    public INicheClassifier OpenClassifier(NicheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var embedder = options.Scorer == NicheScorer.Keyword ? null : new TextEmbedder(options.Device);
        lock (_loading)
        {
            _loading.RemoveAll(task => task.IsCompleted);
            _loading.Add(embedder?.Loading ?? Task.CompletedTask);
        }

        // The model is being loaded meanwhile.
        return new NicheClassifier(TaxonomyReader.Read(options.TaxonomyPath), options, embedder, store);
    }

    /// <summary>Waits until nothing is being loaded any more: a process must not end in the middle of it.</summary>
    public void Dispose()
    {
        lock (_loading)
        {
            _loading.ForEach(task => ((IAsyncResult)task).AsyncWaitHandle.WaitOne());
            _loading.Clear();
        }
    }

    public INicheAccumulator CreateAccumulator(int level) => new NicheAccumulator(level);

    public bool IsOf(VideoNiche video, string niche) => NichePaths.IsOf(video, niche);

    public VideoError? Check(string niche, IEnumerable<VideoNiche> videos) => NicheNames.Check(niche, videos);

    public IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options) =>
        NicheClusterer.Cluster(videos, options);

    public IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options) =>
        NicheComparer.Compare(videos, options);

    public NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche) => NicheRecommender.Recommend(videos, niche);
}
