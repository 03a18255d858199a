// C. Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics & Data Analysis 52 (2007): the rows are drawn anew
// with replacement and clustered anew, 50 times; the stability of a cluster is the mean over the draws of its Jaccard similarity, on the
// rows drawn, to the new cluster most like it. Above 0.75 a cluster is there, below 0.6 it is not to be trusted. From more than 1,500 rows
// 1,500 are drawn each time, which is stricter. A draw that misses a cluster altogether says nothing about it. Cost: 50 clusterings.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Clustering;

/// <summary>Whether clusters come back when the data are drawn anew.</summary>
internal static class ClusterStability
{
    private const int Draws = 50;
    private const int Starts = 3;

    /// <summary>The stability of every cluster, 0 to 1.</summary>
    public static double[] Of(FeatureMatrix rows, KMeansResult clusters)
    {
        var k = clusters.ClusterCount;
        if (k == 1)
        {
            return [1];
        }

        var random = new DeterministicRandom(DeterministicRandom.Seed);
        var size = Math.Min(rows.Count, Silhouettes.SampleLimit);
        var sums = new double[k];
        var counts = new int[k];
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Enumerable.Range(0, size).Select(_ => random.Next(rows.Count)).ToArray();
            var sample = rows.Take(drawn);
            var again = KMeans.Run(sample, Math.Min(k, sample.DistinctCount(k)), Starts, random);
            AddJaccards(clusters, drawn, again, sums, counts);
        }

        return [.. sums.Select((s, c) => counts[c] == 0 ? 0 : s / counts[c])];
    }

    private static void AddJaccards(KMeansResult clusters, int[] drawn, KMeansResult again, double[] sums, int[] counts)
    {
        var both = new int[clusters.ClusterCount, again.ClusterCount];
        var before = new int[clusters.ClusterCount];
        var after = new int[again.ClusterCount];
        var seen = new HashSet<int>();
        for (var i = 0; i < drawn.Length; i++)
        {
            // A row drawn twice is one row of the cluster.
            if (seen.Add(drawn[i]))
            {
                var (old, now) = (clusters.Labels[drawn[i]], again.Labels[i]);
                both[old, now]++;
                before[old]++;
                after[now]++;
            }
        }

        for (var c = 0; c < before.Length; c++)
        {
            if (before[c] > 0)
            {
                counts[c]++;
                sums[c] += Enumerable.Range(0, after.Length).Max(d => (double)both[c, d] / (before[c] + after[d] - both[c, d]));
            }
        }
    }
}
