// Groups videos by how they are made: k-means over six standardised features (see FeatureMatrix for what is missing), seed 42, ten starts.
// k is given, or the one from 2 to 8 with the best mean silhouette (the smaller k on a tie). It is never more than the distinct rows;
// where not even two clusters are possible there is one. Clusters are numbered by size, ties by their first video. Rows without any
// feature lie nowhere and are left out. Above 1,500 rows the starts run on a sample of 1,500 (seed 42) and the best one is refined on all
// rows (P. S. Bradley and U. M. Fayyad, "Refining Initial Points for K-Means Clustering", 1998). Cost: see KMeans, Silhouettes and
// ClusterStability; beyond the sample it grows linearly with the rows.
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Clustering;

/// <summary>Groups videos whose measures are alike.</summary>
internal static class NicheClusterer
{
    private const int LargestChoice = 8;
    private const int Starts = 10;
    private const int NicheCount = 3;

    /// <summary>The clusters, largest first; none without a measured video.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options)
    {
        if (options.ClusterCount is < 1)
        {
            throw new ArgumentException("There must be at least one cluster.", nameof(options));
        }

        if (options.Level is < 1 or > NichePaths.LevelCount)
        {
            throw new ArgumentException("A level is 1 (category), 2 (subcategory) or 3 (micro-niche).", nameof(options));
        }

        var measured = videos.Where(v => NicheMeasures.Features.Any(f => f.Of(v) is not null)).ToArray();
        if (measured.Length == 0)
        {
            return [];
        }

        var rows = NicheFeatures.Of(measured);
        var result = Group(rows, options.ClusterCount);
        return Describe(measured, rows, result, options.Level);
    }

    private static KMeansResult Group(FeatureMatrix rows, int? wanted)
    {
        var random = new DeterministicRandom(DeterministicRandom.Seed);
        var possible = rows.DistinctCount(wanted ?? LargestChoice);
        var sample = Silhouettes.ChooseRows(rows.Count);
        var sampled = rows.Take(sample);
        if (wanted is not null || possible < 2 || rows.Count < 3)
        {
            return Run(rows, sampled, wanted is null ? 1 : Math.Min(wanted.Value, possible), random);
        }

        // With as many clusters as rows every silhouette is 0: nothing to choose.
        KMeansResult? best = null;
        var bestSilhouette = double.NegativeInfinity;
        for (var k = 2; k <= Math.Min(possible, rows.Count - 1); k++)
        {
            var result = Run(rows, sampled, k, random);
            var silhouette = Silhouettes.Of(sampled, [.. sample.Select(r => result.Labels[r])], k).Average();
            if (silhouette > bestSilhouette)
            {
                (best, bestSilhouette) = (result, silhouette);
            }
        }

        return best!;
    }

    private static KMeansResult Run(FeatureMatrix rows, FeatureMatrix sampled, int k, DeterministicRandom random) =>
        sampled.Count == rows.Count || k > sampled.Count
            ? KMeans.Run(rows, k, Starts, random)
            : KMeans.Refine(rows, KMeans.Run(sampled, k, Starts, random).Centers);

    private static List<NicheCluster> Describe(VideoNiche[] videos, FeatureMatrix rows, KMeansResult result, int level)
    {
        var sample = Silhouettes.ChooseRows(rows.Count);
        int[] sampleLabels = [.. sample.Select(r => result.Labels[r])];
        var silhouettes = Silhouettes.Of(rows.Take(sample), sampleLabels, result.ClusterCount);
        var stabilities = ClusterStability.Of(rows, result);
        string[] names = [.. NicheMeasures.Features.Select(f => f.Name)];
        var order = Enumerable.Range(0, result.ClusterCount)
            .OrderByDescending(c => result.Labels.Count(l => l == c)).ThenBy(c => Array.IndexOf(result.Labels, c));
        var clusters = new List<NicheCluster>();
        foreach (var c in order)
        {
            var members = NearestFirst(rows, result, c);
            var distinctions = ClusterLabels.Distinctions(names, result.Centers[c]);
            var own = silhouettes.Where((_, i) => sampleLabels[i] == c).DefaultIfEmpty(0);
            var typical = videos[members[0]];
            clusters.Add(new NicheCluster
            {
                Number = clusters.Count + 1,
                ClusterCount = result.ClusterCount,
                Size = members.Length,
                Label = ClusterLabels.Of(distinctions),
                Silhouette = own.Average(),
                Stability = stabilities[c],
                TopNiche = TopNiches(members.Select(m => videos[m]), level),
                Mean = new ValueList<string>(NicheMeasures.Features.Select(f => Mean(f, members.Select(m => videos[m])))),
                Distinction = new ValueList<string>(
                    distinctions.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Name}{d.Value:+0.0;-0.0}"))),
                Typical = typical.FullName ?? typical.VideoId,
                VideoId = new ValueList<string>(members.Select(m => videos[m].VideoId)),
            });
        }

        return clusters;
    }

    private static int[] NearestFirst(FeatureMatrix rows, KMeansResult result, int cluster)
    {
        var distances = new double[rows.PaddedCount];
        rows.SquaredDistances(result.Centers[cluster], distances);
        return [.. Enumerable.Range(0, rows.Count).Where(i => result.Labels[i] == cluster).OrderBy(i => distances[i])];
    }

    private static ValueList<string> TopNiches(IEnumerable<VideoNiche> videos, int level) => new(videos
        .CountBy(v => NichePaths.At(v, level), StringComparer.Ordinal)
        .OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(NicheCount)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} ({n.Value})")));

    // The mean of what is known; nothing behind "=" where nothing is.
    private static string Mean(NicheMeasure measure, IEnumerable<VideoNiche> videos)
    {
        double[] known = [.. videos.Select(measure.Of).Where(v => v is not null).Select(v => v!.Value)];
        return known.Length == 0
            ? $"{measure.Name}="
            : string.Create(CultureInfo.InvariantCulture, $"{measure.Name}={known.Average():0.###}");
    }
}
