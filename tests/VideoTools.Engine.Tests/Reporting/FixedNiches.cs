using VideoTools.Engine.Niche;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Reporting;

/// <summary>Niches without a model: every video has the same one.</summary>
internal sealed class FixedNiches : INiches, INicheClassifier
{
    public const string Category = "tech";

    private readonly INiches _real = new Niches(new TemplateFiles());

    public VideoToolsException? Failure { get; init; }

    public INicheInput Input => _real.Input;

    public INicheOutput Output => _real.Output;

    public IReadOnlyList<TaxonomyNode> Taxonomy => [];

    public string Version => "1";

    public INicheClassifier OpenClassifier(NicheOptions options) => Failure is null ? this : throw Failure;

    public VideoNiche Classify(NicheEvidence evidence, CancellationToken cancellationToken) =>
        _real.Input.FromTemplate(evidence.Template! with { Niche = Category });

    public INicheAccumulator CreateAccumulator(int level) => _real.CreateAccumulator(level);

    public bool IsOf(VideoNiche video, string niche) => _real.IsOf(video, niche);

    public VideoError? Check(string niche, IEnumerable<VideoNiche> videos) => _real.Check(niche, videos);

    public IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options) => _real.Cluster(videos, options);

    public IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options) => _real.Compare(videos, options);

    public NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche) => _real.Recommend(videos, niche);
}
