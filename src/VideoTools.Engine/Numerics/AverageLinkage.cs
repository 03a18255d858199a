// Groups of vectors by their mean similarity.
// Method: agglomerative clustering with average linkage: the two groups whose members are most alike on average (weighted mean of the
// cosines of all pairs) are joined, as long as that mean reaches the threshold. A group that hangs together by a chain of neighbours alone
// has a low mean, and is never made. Pairs that must not be joined keep their groups apart for good. The order of joins is found by chains
// of nearest neighbours (Murtagh 1983), which gives the same groups: a mean never exceeds the larger of the two it is made of. For the
// same reason a group whose nearest neighbour lies below the threshold is done.
// Units: cosines. Ties go to the vector that comes first. Cost: n squared dot products at most; memory: the vectors.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Numerics;

/// <summary>Average linkage with a threshold and pairs that must not be joined.</summary>
internal sealed class AverageLinkage
{
    private readonly float[][] _sums;
    private readonly double[] _weights;
    private readonly HashSet<int>?[] _apart;
    private readonly int[] _parents;
    private readonly List<int> _active;

    private AverageLinkage(IReadOnlyList<float[]> vectors, IReadOnlyList<double> weights, IEnumerable<(int A, int B)> apart)
    {
        _weights = [.. weights];
        _sums = [.. vectors.Select((vector, i) => Array.ConvertAll(vector, value => (float)(value * weights[i])))];
        _apart = new HashSet<int>?[vectors.Count];
        _parents = [.. Enumerable.Range(0, vectors.Count)];
        _active = [.. _parents];
        foreach (var (a, b) in apart)
        {
            (_apart[a] ??= []).Add(b);
            (_apart[b] ??= []).Add(a);
        }
    }

    /// <summary>Groups vectors.</summary>
    /// <param name="vectors">Vectors of length 1, all with the same number of values.</param>
    /// <param name="weights">What each counts, above 0.</param>
    /// <param name="apart">Pairs of different vectors that must not be joined.</param>
    /// <param name="threshold">Least mean cosine of two groups that are joined.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>For every vector the first one of its group.</returns>
    public static int[] Group(
        IReadOnlyList<float[]> vectors,
        IReadOnlyList<double> weights,
        IEnumerable<(int A, int B)> apart,
        double threshold,
        CancellationToken cancellationToken = default)
    {
        var linkage = new AverageLinkage(vectors, weights, apart);
        linkage.Run(threshold, cancellationToken);
        return [.. Enumerable.Range(0, vectors.Count).Select(linkage.Root)];
    }

    /// <summary>The dot product of two vectors.</summary>
    internal static double Dot(float[] a, float[] b)
    {
        var (sum, i) = (0f, 0);
        if (Vector256.IsHardwareAccelerated && a.Length >= Vector256<float>.Count)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (; i + (2 * Vector256<float>.Count) <= a.Length; i += 2 * Vector256<float>.Count)
            {
                low += Vector256.Create(a, i) * Vector256.Create(b, i);
                high += Vector256.Create(a, i + Vector256<float>.Count) * Vector256.Create(b, i + Vector256<float>.Count);
            }

            sum = Vector256.Sum(low + high);
        }

        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private void Run(double threshold, CancellationToken cancellationToken)
    {
        List<int> chain = [];
        while (_active.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (chain.Count == 0)
            {
                chain.Add(_active[0]);
            }

            var last = chain[^1];
            var before = chain.Count > 1 ? chain[^2] : -1;
            var (nearest, similarity) = Nearest(last, before);
            if (nearest < 0 || similarity < threshold)
            {
                _active.Remove(last);
                chain.RemoveAt(chain.Count - 1);
            }
            else if (nearest == before)
            {
                chain.RemoveRange(chain.Count - 2, 2);
                Join(Math.Min(last, before), Math.Max(last, before));
            }
            else
            {
                chain.Add(nearest);
            }
        }
    }

    private (int Group, double Similarity) Nearest(int group, int preferred)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        var apart = _apart[group];
        foreach (var other in _active)
        {
            if (other == group || (apart is not null && apart.Contains(other)))
            {
                continue;
            }

            var similarity = Dot(_sums[group], _sums[other]) / (_weights[group] * _weights[other]);
            if (similarity > most || (similarity == most && other == preferred))
            {
                (best, most) = (other, similarity);
            }
        }

        return (best, most);
    }

    private void Join(int kept, int gone)
    {
        for (var i = 0; i < _sums[kept].Length; i++)
        {
            _sums[kept][i] += _sums[gone][i];
        }

        _weights[kept] += _weights[gone];
        _parents[gone] = kept;
        _active.Remove(gone);
        foreach (var other in _apart[gone] ?? [])
        {
            _apart[other]!.Remove(gone);
            _apart[other]!.Add(kept);
            (_apart[kept] ??= []).Add(other);
        }
    }

    private int Root(int vector)
    {
        while (_parents[vector] != vector)
        {
            vector = _parents[vector];
        }

        return vector;
    }
}
