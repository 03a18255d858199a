// Method: the typical videos of a group are those nearest to its medians. Distance: mean of |x - median| / spread over the features that
// the video and the group both have; the spread is the interquartile range over all videos (a feature that does not vary is left out), so
// that seconds and percents weigh the same and an outlier moves nothing. Ties: the id, then the order of the input. Cost: O(n log n).
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Reporting;

/// <summary>Finds the videos that stand for their group.</summary>
internal static class TypicalVideos
{
    private static readonly Func<VideoNiche, double?>[] Features =
    [
        v => v.CutsPerMinute,
        v => v.MeanSceneSeconds,
        v => v.DurationSeconds,
        v => v.TextCoveragePercent,
        v => v.WordsPerMinute,
        v => v is { SpeakingSeconds: { } speaking, DurationSeconds: > 0 and { } duration } ? speaking / duration : null,
    ];

    /// <summary>Numbers of the samples of each group at a level, the most typical first.</summary>
    /// <param name="samples">All videos.</param>
    /// <param name="level">0 for categories, 2 for micro-niches.</param>
    /// <param name="count">Most numbers a group.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Find(IReadOnlyList<ReportSample> samples, int level, int count)
    {
        var spreads = Array.ConvertAll(Features, feature => Spread(Known(samples.Select(s => s.Niche), feature)));
        var found = new OrderedDictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var group in Enumerable.Range(0, samples.Count).GroupBy(i => samples[i].Group(level), StringComparer.Ordinal))
        {
            var medians = Array.ConvertAll(Features, feature => QuantileOf(Known(group.Select(i => samples[i].Niche), feature), 0.5));
            found[group.Key] =
            [
                .. group.OrderBy(i => Distance(samples[i].Niche, medians, spreads))
                    .ThenBy(i => samples[i].Niche.VideoId, StringComparer.Ordinal)
                    .ThenBy(i => i)
                    .Take(count),
            ];
        }

        return found;
    }

    // A video of which nothing is known stands for nothing: it comes last.
    private static double Distance(VideoNiche video, double?[] medians, double[] spreads)
    {
        var (sum, known) = (0.0, 0);
        for (var f = 0; f < Features.Length; f++)
        {
            if (Features[f](video) is { } value && medians[f] is { } median && spreads[f] > 0)
            {
                sum += Math.Abs(value - median) / spreads[f];
                known++;
            }
        }

        return known > 0 ? sum / known : double.MaxValue;
    }

    private static double[] Known(IEnumerable<VideoNiche> videos, Func<VideoNiche, double?> feature) =>
        [.. videos.Select(feature).OfType<double>().Where(double.IsFinite).Order()];

    private static double Spread(double[] sorted) => (QuantileOf(sorted, 0.75) - QuantileOf(sorted, 0.25)) ?? 0;

    private static double? QuantileOf(double[] sorted, double p) => sorted.Length == 0 ? null : Quantile.Of(sorted, p);
}
