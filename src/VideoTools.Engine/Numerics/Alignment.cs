// Method: V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", Soviet Physics Doklady 10 (1966),
// with the way back. What stands alone costs 1, a pair what the caller says. Cost: O(a b) time and memory.
namespace VideoTools.Engine.Numerics;

/// <summary>Puts two rows beside each other so that the differences cost least.</summary>
internal static class Alignment
{
    /// <summary>Pairs of places in order; a place that the other row has nothing for stands alone.</summary>
    /// <param name="a">Length of the first row.</param>
    /// <param name="b">Length of the second row.</param>
    /// <param name="cost">What it costs to pair a place of the first row with one of the second, 0 for the same; in eighths.</param>
    public static List<(int? A, int? B)> Of(int a, int b, Func<int, int, double> cost)
    {
        var steps = new double[a + 1, b + 1];
        var costs = new double[a, b];
        for (var i = a; i >= 0; i--)
        {
            for (var j = b; j >= 0; j--)
            {
                steps[i, j] = i == a ? b - j : j == b ? a - i
                    : Math.Min(Math.Min(steps[i + 1, j], steps[i, j + 1]) + 1, steps[i + 1, j + 1] + (costs[i, j] = cost(i, j)));
            }
        }

        var pairs = new List<(int?, int?)>();
        for (var (i, j) = (0, 0); i < a || j < b;)
        {
            // Eighths are exact, so that equal is equal.
            if (i < a && j < b && steps[i, j] == steps[i + 1, j + 1] + costs[i, j])
            {
                pairs.Add((i++, j++));
            }
            else if (i < a && steps[i, j] == steps[i + 1, j] + 1)
            {
                pairs.Add((i++, null));
            }
            else
            {
                pairs.Add((null, j++));
            }
        }

        return pairs;
    }
}
