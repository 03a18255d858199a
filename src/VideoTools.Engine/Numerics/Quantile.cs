// Source: type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996): linear
// between the order statistics around (n - 1) p. It is the default of R and NumPy.
namespace VideoTools.Engine.Numerics;

/// <summary>Quantiles of a sample.</summary>
internal static class Quantile
{
    /// <summary>The median; of an even number of values the mean of the middle two.</summary>
    /// <param name="values">At least one value, in any order.</param>
    public static double Median(IEnumerable<double> values) => Of([.. values.Order()], 0.5);

    /// <summary>A quantile of sorted values.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="p">0 to 1; 0.5 is the median.</param>
    public static double Of(ReadOnlySpan<double> sorted, double p)
    {
        var place = (sorted.Length - 1) * p;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
