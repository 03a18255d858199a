using VideoTools.Engine.Niche.Clustering;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Niche.Clustering;

public sealed class NicheClustererTests
{
    [Fact]
    public void Cluster_TwoKinds_FindsAndNamesThem()
    {
        var videos = NicheSamples.TwoKinds(20);
        videos.Add(videos[0] with { VideoId = "fast20" });

        var clusters = NicheClusterer.Cluster(videos, new NicheClusterOptions());

        Assert.Equal(2, clusters.Count);
        var fast = clusters[0];
        Assert.Equal((1, 2, 21), (fast.Number, fast.ClusterCount, fast.Size));
        Assert.Equal("marketing (21)", fast.TopNiche.Single());
        Assert.Contains("fast cuts", fast.Label.Split(", "));
        Assert.Contains(fast.Label.Split(", "), word => word is "many texts" or "much text");
        Assert.All(fast.VideoId, id => Assert.StartsWith("fast", id, StringComparison.Ordinal));
        Assert.EndsWith(fast.VideoId[0] + ".mp4", fast.Typical, StringComparison.Ordinal);
        Assert.Contains("slow cuts", clusters[1].Label.Split(", "));
        Assert.All(clusters, c => Assert.InRange(c.Silhouette, 0.9, 1));
        Assert.All(clusters, c => Assert.InRange(c.Stability, 0.95, 1));
        Assert.Equal(NicheMeasures.Features.Select(f => f.Name), fast.Mean.Select(m => m.Split('=')[0]));
        Assert.Equal("TextCoveragePercent", fast.Mean[3].Split('=')[0]);
        Assert.StartsWith("80.", fast.Mean[3].Split('=')[1], StringComparison.Ordinal);
        Assert.All(fast.Distinction, d => Assert.Matches(@"^[A-Za-z]+[+-]\d\.\d$", d));
    }

    [Fact]
    public void Cluster_SameInput_SameOutput()
    {
        var videos = NicheSamples.TwoKinds(40);

        Assert.Equal(Print(NicheClusterer.Cluster(videos, new NicheClusterOptions())), Print(NicheClusterer.Cluster(videos, new NicheClusterOptions())));
    }

    [Fact]
    public void Cluster_CountGiven_IsTaken()
    {
        var clusters = NicheClusterer.Cluster(NicheSamples.TwoKinds(20), new NicheClusterOptions { ClusterCount = 5 });

        Assert.Equal(5, clusters.Count);
        Assert.Equal(40, clusters.Sum(c => c.Size));
        Assert.Equal(clusters.Select(c => c.Size).OrderDescending(), clusters.Select(c => c.Size));
    }

    [Fact]
    public void Cluster_NoStructure_IsLessStableThanStructure()
    {
        var random = new DeterministicRandom(5);
        var noise = Enumerable.Range(0, 60).Select(i => NicheSamples.Video("n" + i, cuts: random.NextDouble() * 40) with
        {
            MeanSceneSeconds = random.NextDouble() * 9, TextCount = random.Next(40), TextCoveragePercent = random.NextDouble() * 100,
            WordCount = random.Next(200), WordsPerMinute = 100 + (random.NextDouble() * 80),
        }).ToList();

        var clusters = NicheClusterer.Cluster(noise, new NicheClusterOptions { ClusterCount = 5 });

        Assert.True(clusters.Average(c => c.Stability) < 0.75, Print(clusters));
        Assert.True(clusters.Average(c => c.Silhouette) < 0.4, Print(clusters));
    }

    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 1)]
    [InlineData(3, null, 2)]
    [InlineData(1, 4, 1)]
    [InlineData(2, 4, 2)]
    public void Cluster_FewRows_IsAsManyClustersAsMakeSense(int rows, int? wanted, int expected)
    {
        var videos = NicheSamples.TwoKinds(2).Take(rows).ToList();

        Assert.Equal(expected, NicheClusterer.Cluster(videos, new NicheClusterOptions { ClusterCount = wanted }).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void Cluster_AllEqual_IsOneAverageCluster(int? wanted)
    {
        var cluster = Assert.Single(NicheClusterer.Cluster(
            [.. Enumerable.Range(0, 6).Select(i => NicheSamples.Video("v" + i))], new NicheClusterOptions { ClusterCount = wanted }));

        Assert.Equal(("average", 6, 0, 1), (cluster.Label, cluster.Size, cluster.Silhouette, cluster.Stability));
        Assert.Equal(["v0", "v1", "v2", "v3", "v4", "v5"], cluster.VideoId);
        Assert.Contains("WordCount=", cluster.Mean);
    }

    [Fact]
    public void Cluster_RowsWithoutMeasures_AreLeftOut()
    {
        var videos = NicheSamples.TwoKinds(5);
        videos.Add(new VideoNiche { VideoId = "text only" });
        videos.Add(new VideoNiche { VideoId = "broken", CutsPerMinute = double.NaN });

        Assert.Equal(10, NicheClusterer.Cluster(videos, new NicheClusterOptions()).Sum(c => c.Size));
    }

    [Fact]
    public void Features_MissingValue_IsTheMean()
    {
        var rows = FeatureMatrix.Standardise(3, [new double?[] { 10, 20, null }]);

        Assert.Equal([-1, 1, 0], new[] { rows.Row(0)[0], rows.Row(1)[0], rows.Row(2)[0] });
    }

    [Fact]
    public void Cluster_ValuesBeyondAllMeasure_SayNothing()
    {
        var videos = NicheSamples.TwoKinds(6);
        videos[0] = videos[0] with { WordsPerMinute = double.MaxValue };
        videos[1] = videos[1] with { WordsPerMinute = double.MaxValue };

        Assert.Equal([6, 6], NicheClusterer.Cluster(videos, new NicheClusterOptions()).Select(c => c.Size));
    }

    [Fact]
    public void Cluster_ManyRows_SilhouetteOfASampleIsAboutThatOfAll()
    {
        var videos = NicheSamples.TwoKinds(1000);

        var clusters = NicheClusterer.Cluster(videos, new NicheClusterOptions());

        Assert.Equal([1000, 1000], clusters.Select(c => c.Size));
        var rows = NicheFeatures.Of(videos);
        int[] labels = [.. videos.Select(v => v.VideoId.StartsWith("fast", StringComparison.Ordinal) ? 0 : 1)];
        Assert.Equal(Silhouettes.Of(rows, labels, 2).Average(), clusters.Average(c => c.Silhouette), 2);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 4)]
    public void Cluster_OptionOutOfRange_Throws(int count, int level) => Assert.Throws<ArgumentException>(
        () => NicheClusterer.Cluster([], new NicheClusterOptions { ClusterCount = count, Level = level }));

    private static string Print(IEnumerable<NicheCluster> clusters) => string.Join('\n', clusters.Select(c => c.ToString()));
}
