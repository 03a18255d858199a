// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979): the i-th smallest of m
// values of p is multiplied by m - i + 1; none becomes smaller than the one before it, none larger than 1. Cost: O(m log m).
namespace VideoTools.Engine.Niche.Comparison;

/// <summary>Corrects p for having tested several times.</summary>
internal static class HolmCorrection
{
    /// <summary>The corrected values in the order of the input; a null is no test and stays null.</summary>
    public static double?[] Adjust(IReadOnlyList<double?> values)
    {
        var adjusted = new double?[values.Count];
        var order = Enumerable.Range(0, values.Count).Where(i => values[i] is not null).OrderBy(i => values[i]).ToArray();
        double floor = 0;
        for (var i = 0; i < order.Length; i++)
        {
            floor = Math.Max(floor, Math.Min(1, values[order[i]]!.Value * (order.Length - i)));
            adjusted[order[i]] = floor;
        }

        return adjusted;
    }
}
