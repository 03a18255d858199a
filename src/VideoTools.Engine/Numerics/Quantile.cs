// Source: type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996): linear
// between the order statistics around (n - 1) p. It is the default of R and NumPy.
namespace VideoTools.Engine.Numerics;

/// <summary>Quantiles of a sample.</summary>
internal static class Quantile
{
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
