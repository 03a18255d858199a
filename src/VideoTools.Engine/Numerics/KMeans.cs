// k-means: S. P. Lloyd, "Least squares quantization in PCM" (1982), from the seeds of D. Arthur and S. Vassilvitskii, "k-means++: The
// Advantages of Careful Seeding" (SODA 2007); the best of several starts. Every row goes to the nearest centre, the first one on a tie;
// a cluster that loses all rows takes the row farthest from its centre. Ends when no row moves. Cost: O(n k d) per round and start, rows
// side by side in vectors.
using System.Numerics;

namespace VideoTools.Engine.Numerics;

/// <summary>Groups rows around k centres.</summary>
internal static class KMeans
{
    private const int MaximumRounds = 100;

    /// <summary>The best of several starts, the first one on a tie.</summary>
    /// <param name="rows">At least k rows.</param>
    /// <param name="k">Clusters, at least 1.</param>
    /// <param name="starts">Starts, at least 1.</param>
    /// <param name="random">Where the seeds come from.</param>
    public static KMeansResult Run(FeatureMatrix rows, int k, int starts, DeterministicRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, rows.Count);
        KMeansResult? best = null;
        for (var start = 0; start < starts; start++)
        {
            var result = Refine(rows, Seed(rows, k, random));
            best = best is null || result.Inertia < best.Inertia ? result : best;
        }

        return best!;
    }

    /// <summary>Lloyd's rounds from given centres, which are changed.</summary>
    public static KMeansResult Refine(FeatureMatrix rows, double[][] centers)
    {
        var labels = new double[rows.PaddedCount];
        var previous = new double[rows.PaddedCount];
        var distances = new double[rows.PaddedCount];
        var counts = new int[centers.Length];
        previous.AsSpan().Fill(-1);
        for (var round = 0; round < MaximumRounds; round++)
        {
            Assign(rows, centers, labels, distances);
            FillEmpty(rows, labels, distances, counts);
            if (labels.AsSpan().SequenceEqual(previous))
            {
                break;
            }

            labels.CopyTo(previous, 0);
            Move(rows, labels, counts, centers);
        }

        double inertia = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            inertia += distances[i];
        }

        return new KMeansResult([.. labels.Take(rows.Count).Select(l => (int)l)], centers, inertia);
    }

    private static double[][] Seed(FeatureMatrix rows, int k, DeterministicRandom random)
    {
        var centers = new double[k][];
        var nearest = new double[rows.PaddedCount];
        var distances = new double[rows.PaddedCount];
        centers[0] = rows.Row(random.Next(rows.Count));
        rows.SquaredDistances(centers[0], nearest);
        for (var c = 1; c < k; c++)
        {
            centers[c] = rows.Row(Choose(nearest.AsSpan(0, rows.Count), random));
            rows.SquaredDistances(centers[c], distances);
            for (var i = 0; i < nearest.Length; i += Vector<double>.Count)
            {
                Vector.Min(new Vector<double>(nearest, i), new Vector<double>(distances, i)).CopyTo(nearest, i);
            }
        }

        return centers;
    }

    // A row, with a chance as large as its weight. Without any weight (all rows are centres) any row will do.
    private static int Choose(ReadOnlySpan<double> weights, DeterministicRandom random)
    {
        double sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var mark = random.NextDouble() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            mark -= weights[i];
            if (mark < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private static void Assign(FeatureMatrix rows, double[][] centers, double[] labels, double[] distances)
    {
        for (var i = 0; i < rows.PaddedCount; i += Vector<double>.Count)
        {
            var best = new Vector<double>(double.PositiveInfinity);
            var label = Vector<double>.Zero;
            for (var c = 0; c < centers.Length; c++)
            {
                var sum = Vector<double>.Zero;
                for (var f = 0; f < rows.Dimension; f++)
                {
                    var difference = new Vector<double>(rows.Column(f)[i..]) - new Vector<double>(centers[c][f]);
                    sum += difference * difference;
                }

                var isNearer = Vector.LessThan(sum, best);
                best = Vector.Min(sum, best);
                label = Vector.ConditionalSelect(isNearer, new Vector<double>(c), label);
            }

            best.CopyTo(distances, i);
            label.CopyTo(labels, i);
        }
    }

    private static void FillEmpty(FeatureMatrix rows, double[] labels, double[] distances, int[] counts)
    {
        Array.Clear(counts);
        for (var i = 0; i < rows.Count; i++)
        {
            counts[(int)labels[i]]++;
        }

        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0)
            {
                continue;
            }

            // As there are at least as many rows as clusters, one of the others has two.
            var farthest = -1;
            for (var i = 0; i < rows.Count; i++)
            {
                if (counts[(int)labels[i]] > 1 && (farthest < 0 || distances[i] > distances[farthest]))
                {
                    farthest = i;
                }
            }

            counts[(int)labels[farthest]]--;
            (labels[farthest], distances[farthest], counts[c]) = (c, 0, 1);
        }
    }

    private static void Move(FeatureMatrix rows, double[] labels, int[] counts, double[][] centers)
    {
        for (var f = 0; f < rows.Dimension; f++)
        {
            var column = rows.Column(f);
            foreach (var center in centers)
            {
                center[f] = 0;
            }

            for (var i = 0; i < rows.Count; i++)
            {
                centers[(int)labels[i]][f] += column[i];
            }

            for (var c = 0; c < centers.Length; c++)
            {
                centers[c][f] /= counts[c];
            }
        }
    }
}
