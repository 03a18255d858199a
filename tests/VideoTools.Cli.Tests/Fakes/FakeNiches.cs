using VideoTools.Engine.Niche;
using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Works as the engine does, which is pure and opens only the files it is given, but for the classifier.</summary>
internal sealed class FakeNiches : INiches
{
    private readonly INiches _real = new Niches(new TemplateFiles());

    public List<NicheOptions> Options { get; } = [];

    public FakeClassifier Classifier { get; } = new();

    public Exception? OpenFailure { get; set; }

    public INicheInput Input => _real.Input;

    public INicheOutput Output => _real.Output;

    public INicheClassifier OpenClassifier(NicheOptions options)
    {
        Options.Add(options);
        return OpenFailure is null ? Classifier : throw OpenFailure;
    }

    public INicheAccumulator CreateAccumulator(int level) => _real.CreateAccumulator(level);

    public bool IsOf(VideoNiche video, string niche) => _real.IsOf(video, niche);

    public VideoError? Check(string niche, IEnumerable<VideoNiche> videos) => _real.Check(niche, videos);

    public IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options) => _real.Cluster(videos, options);

    public IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options) => _real.Compare(videos, options);

    public NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche) => _real.Recommend(videos, niche);
}
