// Two-sided rank-sum test of F. Wilcoxon (1945), H. B. Mann and D. R. Whitney (1947): p is the chance, if the groups were drawn at random
// from all values, of a rank sum at least as far from its expectation. Three ways, by what the data allow:
// - exact: the whole distribution over all ways to choose the smaller group, ties included, by the shift algorithm of B. Streitberg and
//   J. Roehmel (1986). Without ties it is Mann and Whitney's table. Where N values x n of the smaller group is at most 5,000; cost
//   O(N n^2 N) additions, some 40 million at the limit.
// - permutation: where one group has fewer than 20 and the exact way is too long, 9,999 random choices with seed 42,
//   p = (as extreme + 1) / 10,000 (B. Phipson and G. K. Smyth, 2010).
// - normal: otherwise the normal approximation with corrections for ties and continuity.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Comparison;

/// <summary>Tests whether two groups differ.</summary>
internal static class RankSumTest
{
    /// <summary>Largest product of all values and those of the smaller group for the exact way.</summary>
    public const int ExactLimit = 5000;

    /// <summary>From so many values of the smaller group on, the normal approximation holds.</summary>
    public const int NormalMinimum = 20;

    private const int Permutations = 9999;

    /// <summary>The p of two groups and the way it was found: exact, permutation or normal.</summary>
    /// <param name="ranks">Ranks of two groups that both have values.</param>
    public static (double P, string Test) Run(RankSum ranks)
    {
        var smaller = Math.Min(ranks.CountA, ranks.CountB);
        if ((long)(ranks.CountA + ranks.CountB) * smaller <= ExactLimit)
        {
            return (Exact(ranks), "exact");
        }

        return smaller < NormalMinimum ? (Permute(ranks), "permutation") : (Normal(ranks), "normal");
    }

    /// <summary>The exact p.</summary>
    public static double Exact(RankSum ranks)
    {
        // The sum of one group fixes that of the other, so the smaller one is enough.
        var size = Math.Min(ranks.CountA, ranks.CountB);
        var top = ranks.DoubledRanks.OrderDescending().Take(size).Sum();
        var ways = new double[size + 1][];
        for (var n = 0; n <= size; n++)
        {
            ways[n] = new double[top + 1];
        }

        ways[0][0] = 1;
        foreach (var rank in ranks.DoubledRanks)
        {
            for (var n = size; n >= 1; n--)
            {
                var (into, from) = (ways[n], ways[n - 1]);
                for (var sum = top; sum >= rank; sum--)
                {
                    into[sum] += from[sum - rank];
                }
            }
        }

        var expected = (long)size * (ranks.CountA + ranks.CountB + 1);
        var distance = Math.Abs(ranks.DoubledSumA - ranks.DoubledExpectation);
        double all = 0;
        double extreme = 0;
        for (var sum = 0; sum <= top; sum++)
        {
            all += ways[size][sum];
            extreme += Math.Abs(sum - expected) >= distance ? ways[size][sum] : 0;
        }

        return Math.Min(1, extreme / all);
    }

    /// <summary>The p of random choices.</summary>
    public static double Permute(RankSum ranks)
    {
        var random = new DeterministicRandom(DeterministicRandom.Seed);
        var size = Math.Min(ranks.CountA, ranks.CountB);
        var expected = (long)size * (ranks.CountA + ranks.CountB + 1);
        var distance = Math.Abs(ranks.DoubledSumA - ranks.DoubledExpectation);
        int[] pool = [.. ranks.DoubledRanks];
        var extreme = 0;
        for (var round = 0; round < Permutations; round++)
        {
            long sum = 0;
            for (var i = 0; i < size; i++)
            {
                var j = i + random.Next(pool.Length - i);
                (pool[i], pool[j]) = (pool[j], pool[i]);
                sum += pool[i];
            }

            extreme += Math.Abs(sum - expected) >= distance ? 1 : 0;
        }

        return (extreme + 1.0) / (Permutations + 1);
    }

    /// <summary>The p of the normal approximation; 1 when all values are equal.</summary>
    public static double Normal(RankSum ranks)
    {
        double a = ranks.CountA;
        double b = ranks.CountB;
        var n = a + b;
        var variance = a * b / 12 * (n + 1 - (ranks.TieTerm / (n * (n - 1))));
        if (variance <= 0)
        {
            return 1;
        }

        var distance = Math.Max(0, Math.Abs(ranks.U - (a * b / 2)) - 0.5);
        return Math.Min(1, ErrorFunction.Complement(distance / Math.Sqrt(2 * variance)));
    }
}
