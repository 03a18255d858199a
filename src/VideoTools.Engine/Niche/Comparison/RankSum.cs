namespace VideoTools.Engine.Niche.Comparison;

/// <summary>
/// The ranks of two groups in common. Equal values share the mean of their ranks; everything is doubled, so that it stays whole.
/// </summary>
/// <param name="DoubledRanks">Twice the rank of every value, group A first.</param>
/// <param name="CountA">Values of A.</param>
/// <param name="CountB">Values of B.</param>
/// <param name="DoubledSumA">Twice the sum of the ranks of A.</param>
/// <param name="TieTerm">Sum of t^3 - t over groups of t equal values.</param>
internal sealed record RankSum(int[] DoubledRanks, int CountA, int CountB, long DoubledSumA, double TieTerm)
{
    /// <summary>Ranks two groups.</summary>
    public static RankSum Of(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        double[] values = [.. a, .. b];
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new int[values.Length];
        double ties = 0;
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
            {
                to++;
            }

            // Ranks from + 1 to to, of mean (from + 1 + to) / 2.
            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = from + 1 + to;
            }

            double t = to - from;
            ties += (t * t * t) - t;
            from = to;
        }

        return new RankSum(ranks, a.Count, b.Count, ranks.Take(a.Count).Sum(r => (long)r), ties);
    }

    /// <summary>Mann and Whitney's U of A: pairs in which A has more, a half for equal ones.</summary>
    public double U => (DoubledSumA / 2.0) - (CountA * (CountA + 1.0) / 2);

    /// <summary>Twice the rank sum of A to be expected without a difference.</summary>
    public long DoubledExpectation => (long)CountA * (CountA + CountB + 1);
}
