// Method: threshold = sorted activities[int(n * percentile / 100)], or the one given. A stretch below it is dull, the further below the
// faster: 2 + 2 * (1 - activity / threshold), up to the highest speed asked for (above 4 the 2 grows so that a still stretch reaches it).
// Where the threshold itself is 0, because many stretches are quite still, these are dull, at the middle of the speeds (3 by default),
// unless the whole video is still. Silence is judged the same way: what is heard, as a share of the time, against 0.2.
// With Both a stretch must be dull in either way and gets the lower speed; without a sound track nothing is heard anywhere, so activity
// alone decides. Cost: a sort.
namespace VideoTools.Engine.Features.Activity;

/// <summary>Says which stretches are dull, and how fast they become.</summary>
internal static class DullRule
{
    /// <summary>A stretch of which at least so much is silent is silent.</summary>
    public const double SilentShare = 0.8;

    private const double SlowestSpeed = 2;
    private const double StandardRange = 2;

    /// <summary>The speed of each stretch; 1 where it is not dull.</summary>
    /// <param name="activities">A value a stretch.</param>
    /// <param name="silentShares">The same; null without sound.</param>
    /// <param name="options">What is dull.</param>
    public static IReadOnlyList<double> Speeds(
        IReadOnlyList<double> activities, IReadOnlyList<double>? silentShares, ActivityOptions options)
    {
        var maximum = options.MaximumSpeed;
        var threshold = options.DullThreshold ?? Threshold(activities, options.DullPercentile);
        var isStill = activities.All(activity => activity <= 0);
        return [.. activities.Select((activity, i) =>
        {
            var byActivity = isStill ? 1 : Speed(activity, threshold, maximum);
            var bySilence = silentShares is null ? 1 : Speed(1 - silentShares[i], 1 - SilentShare, maximum, includesThreshold: true);
            return Math.Round(
                options.DullBy switch
                {
                    DullBy.Activity => byActivity,
                    DullBy.Silence => bySilence,
                    _ => silentShares is null ? byActivity : Math.Min(byActivity, bySilence),
                },
                6);
        })];
    }

    private static double Threshold(IReadOnlyList<double> activities, double percentile) => activities.Count == 0
        ? 0
        : activities.Order().ElementAt(Math.Min((int)(activities.Count * percentile / 100), activities.Count - 1));

    private static double Speed(double value, double threshold, double maximum, bool includesThreshold = false)
    {
        var range = Math.Max(StandardRange, maximum - SlowestSpeed);
        var speed = threshold <= 0 ? (value <= threshold ? SlowestSpeed + (range / 2) : 1)
            : value < threshold || (includesThreshold && value <= threshold) ? SlowestSpeed + (range * (1 - (value / threshold)))
            : 1;
        return Math.Min(speed, maximum);
    }
}
