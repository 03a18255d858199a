// Two groups, measure by measure: medians, Cliff's delta and a rank-sum test (see RankSumTest), p corrected over the measures that were
// tested (Holm). Cliff's delta = 2 U / (n m) - 1 (N. Cliff, "Dominance statistics", 1993); its words by J. Romano and others (2006): below
// 0.147 negligible, below 0.33 small, below 0.474 medium, else large. A video where a measure is missing is left out of that measure,
// so counts are told per measure. Cost: O(n log n) per measure and what the test costs.
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Comparison;

/// <summary>Compares groups of videos.</summary>
internal static class NicheComparer
{
    /// <summary>What stands for a test where there are too few videos.</summary>
    public const string TooFew = "too few";

    /// <summary>One record per measure.</summary>
    /// <exception cref="ArgumentException">See <see cref="ComparisonGroups.Of"/>; or fewer than two videos are to be enough.</exception>
    /// <exception cref="VideoToolsException">NicheUnknown: none of the videos is of a niche that is named.</exception>
    public static IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options)
    {
        var groups = ComparisonGroups.Of(videos, options);
        if (options.MinimumSampleSize < 2)
        {
            throw new ArgumentException("A group needs at least two videos.", nameof(options));
        }

        NicheNames.Require(options.Niche, videos);
        NicheNames.Require(options.OtherNiche, videos);
        var comparisons = NicheMeasures.All.Select(m => Compare(groups, m, options.MinimumSampleSize)).ToArray();
        var adjusted = HolmCorrection.Adjust([.. comparisons.Select(c => c.P)]);
        return [.. comparisons.Zip(adjusted, (c, p) => c with { PAdjusted = p })];
    }

    /// <summary>negligible, small, medium or large.</summary>
    public static string MagnitudeOf(double delta) => Math.Abs(delta) switch
    {
        < 0.147 => "negligible",
        < 0.33 => "small",
        < 0.474 => "medium",
        _ => "large",
    };

    private static NicheComparison Compare(ComparisonGroups groups, NicheMeasure measure, int minimum)
    {
        var a = Known(groups.A, measure);
        var b = Known(groups.B, measure);
        var (medianA, medianB) = (Median(a), Median(b));
        var comparison = new NicheComparison
        {
            Measure = measure.Name,
            GroupA = groups.NameA,
            GroupB = groups.NameB,
            CountA = a.Length,
            CountB = b.Length,
            MedianA = medianA,
            MedianB = medianB,
            Difference = medianA - medianB,
            Test = TooFew,
        };
        if (a.Length == 0 || b.Length == 0)
        {
            return comparison;
        }

        var ranks = RankSum.Of(a, b);
        var delta = (2 * ranks.U / ((double)a.Length * b.Length)) - 1;
        comparison = comparison with { CliffDelta = delta, Magnitude = MagnitudeOf(delta) };
        if (Math.Min(a.Length, b.Length) < minimum)
        {
            return comparison;
        }

        var (p, test) = RankSumTest.Run(ranks);
        return comparison with { P = p, Test = test };
    }

    private static double[] Known(IReadOnlyList<VideoNiche> videos, NicheMeasure measure) =>
        [.. videos.Select(measure.Of).Where(v => v is not null).Select(v => v!.Value).Order()];

    private static double? Median(double[] sorted) => sorted.Length == 0 ? null : Quantile.Of(sorted, 0.5);
}
