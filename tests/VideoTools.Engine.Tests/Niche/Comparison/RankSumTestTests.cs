using VideoTools.Engine.Niche.Comparison;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Niche.Comparison;

public sealed class RankSumTestTests
{
    // M. Hollander and D. A. Wolfe (1973), p. 69: permeability of the chorioamnion at term and at 12 to 26 weeks.
    private static readonly double[] Term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    private static readonly double[] Weeks = [1.15, 0.88, 0.90, 0.74, 1.21];

    [Fact]
    public void Exact_PublishedExample_IsThePublishedValue()
    {
        var ranks = RankSum.Of(Term, Weeks);

        Assert.Equal(35, ranks.U);

        // One-sided 0.1272; without ties the distribution is symmetric.
        Assert.Equal(0.2544, RankSumTest.Exact(ranks), 4);
    }

    [Fact]
    public void ExactAndNormal_ScipyExample_AreItsValues()
    {
        var ranks = RankSum.Of([19, 22, 16, 29, 24], [20, 11, 17, 12]);

        Assert.Equal(17, ranks.U);
        Assert.Equal(1 / 9.0, RankSumTest.Exact(ranks), 12);
        Assert.Equal(0.11134688653314041, RankSumTest.Normal(ranks), 12);
    }

    [Theory]
    [InlineData(3, 2 / 20.0)]
    [InlineData(4, 2 / 70.0)]
    [InlineData(5, 2 / 252.0)]
    public void Exact_GroupsFullyApart_IsTwoOfAllWays(int n, double p)
    {
        double[] low = [.. Enumerable.Range(0, n).Select(i => (double)i)];

        Assert.Equal(p, RankSumTest.Exact(RankSum.Of(low, [.. low.Select(v => v + 100)])), 12);
        Assert.Equal(p, RankSumTest.Exact(RankSum.Of([.. low.Select(v => v + 100)], low)), 12);
    }

    // By hand. Doubled ranks 3 3 7 7 11 11, sum of A 13, expected 21: of 20 ways {3,3,7} twice and {7,11,11} twice are as far.
    [Theory]
    [InlineData(new[] { 1.0, 1, 2 }, new[] { 2.0, 3, 3 }, 0.2)]
    [InlineData(new[] { 1.0, 1, 1 }, new[] { 2.0, 2, 2 }, 0.1)]
    [InlineData(new[] { 1.0, 1 }, new[] { 1.0, 2 }, 1)]
    [InlineData(new[] { 5.0, 5 }, new[] { 5.0, 5, 5 }, 1)]
    public void Exact_Ties_IsAsCountedByHand(double[] a, double[] b, double p) => Assert.Equal(p, RankSumTest.Exact(RankSum.Of(a, b)), 12);

    [Fact]
    public void Exact_AllWaysTried_IsTheirShare()
    {
        double[] a = [3, 3, 1, 8];
        double[] b = [8, 2, 9, 9, 5];
        var ranks = RankSum.Of(a, b);
        var sums = Enumerable.Range(0, 512).Where(m => int.PopCount(m) == 4)
            .Select(m => Enumerable.Range(0, 9).Where(i => (m >> i & 1) == 1).Sum(i => ranks.DoubledRanks[i])).ToArray();

        var share = sums.Count(s => Math.Abs(s - 40) >= Math.Abs(ranks.DoubledSumA - 40)) / (double)sums.Length;

        Assert.Equal((126, 40), (sums.Length, (int)ranks.DoubledExpectation));
        Assert.Equal(share, RankSumTest.Exact(ranks), 12);
    }

    [Fact]
    public void Permute_AndNormal_ComeNearTheExactValue()
    {
        var random = new DeterministicRandom(9);
        double[] a = [.. Enumerable.Range(0, 25).Select(_ => Math.Round(random.NextDouble() * 30))];
        double[] b = [.. Enumerable.Range(0, 30).Select(_ => Math.Round(7 + (random.NextDouble() * 30)))];
        var ranks = RankSum.Of(a, b);
        var exact = RankSumTest.Exact(ranks);

        Assert.InRange(exact, 0.0005, 0.2);
        Assert.Equal(exact, RankSumTest.Permute(ranks), 2);
        Assert.Equal(exact, RankSumTest.Normal(ranks), 2);
        Assert.Equal(RankSumTest.Permute(ranks), RankSumTest.Permute(ranks));
    }

    [Theory]
    [InlineData(3, 3, "exact")]
    [InlineData(50, 50, "exact")]
    [InlineData(5, 995, "exact")]
    [InlineData(6, 995, "permutation")]
    [InlineData(60, 60, "normal")]
    public void Run_Sizes_ChooseTheWay(int countA, int countB, string test)
    {
        double[] a = [.. Enumerable.Range(0, countA).Select(i => i * 1.5)];
        double[] b = [.. Enumerable.Range(0, countB).Select(i => i + 0.25)];

        var (p, way) = RankSumTest.Run(RankSum.Of(a, b));

        Assert.Equal(test, way);
        Assert.InRange(p, 1e-12, 1);
    }

    [Fact]
    public void Normal_AllEqual_IsOne() => Assert.Equal(1, RankSumTest.Normal(RankSum.Of([2, 2, 2], [2, 2])));
}
