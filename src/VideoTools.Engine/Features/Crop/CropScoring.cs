// Scores of crop positions.
// Method: each measurement is mapped linearly to 0..100 between its smallest and largest value over the compared positions (50
// where all are equal), then weighted by the strategy. The score is relative: 100 is "the best of these", never "good" as such.
// Cost: linear in the positions; ranking sorts.
namespace VideoTools.Engine.Features.Crop;

/// <summary>Normalises and weighs the measurements of crop positions.</summary>
internal static class CropScoring
{
    /// <summary>Maps minimum..maximum to 0..100; 50 when the range is empty.</summary>
    public static double Normalize(double value, double minimum, double maximum) =>
        maximum <= minimum ? 50 : (value - minimum) / (maximum - minimum) * 100;

    /// <summary>Weighted sum of the normalised measurements, 0 to 100 for positions inside of the bounds.</summary>
    public static double Score(CropPosition position, CropBounds bounds, CropStrategyInfo strategy)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(strategy);
        var score = (strategy.Motion * Normalize(position.Motion, bounds.MinimumMotion, bounds.MaximumMotion))
            + (strategy.Detail * Normalize(position.Detail, bounds.MinimumDetail, bounds.MaximumDetail))
            + (strategy.Edges * Normalize(position.Edges, bounds.MinimumEdges, bounds.MaximumEdges))
            + (strategy.Saturation * Normalize(position.Saturation, bounds.MinimumSaturation, bounds.MaximumSaturation));

        // Nine decimals: what is equal in decimal must tie, and weights that sum to 1.0000000000000002 must not give more than 100.
        return Math.Round(score, 9);
    }

    /// <summary>
    /// Numbers of the positions (in the list) from best to worst; equal scores by <see cref="CropPosition.Index"/>, then by place in
    /// the list.
    /// </summary>
    public static int[] Order(IReadOnlyList<CropPosition> positions, IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(scores);
        var order = new int[positions.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) =>
        {
            var byScore = scores[right].CompareTo(scores[left]);
            if (byScore != 0)
            {
                return byScore;
            }

            var byIndex = positions[left].Index.CompareTo(positions[right].Index);
            return byIndex != 0 ? byIndex : left.CompareTo(right);
        });
        return order;
    }

    /// <summary>The same positions with <see cref="CropPosition.Rank"/> set by the Balanced strategy, 1 for the best.</summary>
    public static IReadOnlyList<CropPosition> WithRanks(IReadOnlyList<CropPosition> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count == 0)
        {
            return [];
        }

        var bounds = CropBounds.Of(positions);
        var scores = new double[positions.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(positions[i], bounds, CropStrategies.Balanced);
        }

        var ranked = new CropPosition[positions.Count];
        var rank = 0;
        foreach (var i in Order(positions, scores))
        {
            ranked[i] = positions[i] with { Rank = ++rank };
        }

        return ranked;
    }
}
