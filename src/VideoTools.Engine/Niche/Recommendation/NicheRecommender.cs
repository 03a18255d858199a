// The profile of a niche: medians and means of its statistic, words for pace and beginning, and the three videos nearest to the median
// profile. "Nearest" is Euclidean over the standardised features of the niche (see FeatureMatrix); ties go to the video that came first.
// Cost: O(n log n).
using VideoTools.Engine.Niche.Clustering;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Recommendation;

/// <summary>Says what to imitate.</summary>
internal static class NicheRecommender
{
    private const int TypicalCount = 3;

    /// <summary>The profile of a niche; null without videos.</summary>
    /// <param name="videos">All videos.</param>
    /// <param name="niche">The niche; null for the most frequent category, "unknown" only if there is no other.</param>
    /// <exception cref="VideoToolsException">NicheUnknown: none of the videos is of it.</exception>
    public static NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche)
    {
        if (videos.Count == 0)
        {
            return null;
        }

        NicheNames.Require(niche, videos);
        var name = niche ?? MostFrequent(videos);
        var chosen = videos.Where(v => NichePaths.IsOf(v, name)).ToArray();
        var tally = new NicheTally(name, 1);
        foreach (var video in chosen)
        {
            tally.Add(video);
        }

        return Describe(tally.ToStatistic(isFinal: true)) with { TypicalVideo = Typical(chosen) };
    }

    private static string MostFrequent(IReadOnlyList<VideoNiche> videos) => videos
        .CountBy(v => NichePaths.At(v, 1), StringComparer.Ordinal)
        .OrderBy(n => n.Key == VideoNiche.Unknown).ThenByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal)
        .First().Key;

    private static NicheRecommendation Describe(NicheStatistic statistic) => new()
    {
        Niche = statistic.Niche,
        SampleSize = statistic.SampleSize,
        CutsPerMinute = statistic.CutsPerMinuteMedian,
        CutsPerMinuteMean = statistic.CutsPerMinuteMean,
        SceneSeconds = statistic.MeanSceneSecondsMedian,
        SceneSecondsMean = statistic.MeanSceneSecondsMean,
        OverlayDensity = statistic.OverlayDensityMedian,
        OverlayDensityMean = statistic.OverlayDensityMean,
        TextCoveragePercent = statistic.TextCoveragePercentMedian,
        TextCoveragePercentMean = statistic.TextCoveragePercentMean,
        PrimaryTextZone = statistic.PrimaryTextZone,
        DurationSeconds = statistic.DurationSecondsMedian,
        DurationSecondsMean = statistic.DurationSecondsMean,
        WordsPerMinute = statistic.WordsPerMinuteMedian,
        WordsPerMinuteMean = statistic.WordsPerMinuteMean,
        WordCount = statistic.WordCountMedian,
        WordCountMean = statistic.WordCountMean,
        PacingClass = statistic.PacingClass,
        Pacing = Pacing(statistic),
        HookType = statistic.HookType,
        Hook = Hook(statistic),
    };

    private static string? Pacing(NicheStatistic statistic) => statistic.PacingClass switch
    {
        "slow" => FormattableString.Invariant(
            $"Slow, as in tutorials: about {statistic.CutsPerMinuteMedian:0.#} cuts a minute, room to follow."),
        "moderate" => FormattableString.Invariant($"Moderate, as in explainers: about {statistic.CutsPerMinuteMedian:0.#} cuts a minute."),
        "fast" => FormattableString.Invariant($"Fast, as in social clips: about {statistic.CutsPerMinuteMedian:0.#} cuts a minute."),
        "very_fast" => FormattableString.Invariant(
            $"Very fast: about {statistic.CutsPerMinuteMedian:0.#} cuts a minute, a cut every two seconds or sooner."),
        _ => null,
    };

    private static string? Hook(NicheStatistic statistic)
    {
        if (statistic.HookType is not { } type)
        {
            return null;
        }

        // Only what was analysed can be said to be absent.
        (string Part, string Advice, double? Share)[] parts =
        [
            ("speech", "speak", statistic.HookSpeechShare),
            ("text", "show text", statistic.HookTextShare),
            ("cut", "cut", statistic.HookCutShare),
        ];
        var present = parts.Where(p => type.Split('+').Contains(p.Part)).Select(p => p.Advice).ToArray();
        var absent = string.Join(" or ", parts.Where(p => p.Share is not null).Select(p => p.Advice));
        return present.Length > 0
            ? FormattableString.Invariant(
                $"In the first three seconds: {string.Join(", ", present)} ({statistic.HookTypeShare * 100:0}% of the videos do).")
            : FormattableString.Invariant(
                $"In the first three seconds: do not {absent} ({statistic.HookTypeShare * 100:0}% of the videos do not).");
    }

    private static ValueList<string> Typical(VideoNiche[] videos)
    {
        var measured = videos.Where(v => NicheMeasures.Features.Any(f => f.Of(v) is not null)).ToArray();
        if (measured.Length == 0)
        {
            return ValueList<string>.Empty;
        }

        var rows = NicheFeatures.Of(measured);
        var middle = Enumerable.Range(0, rows.Dimension).Select(f => Quantile.Of(Sorted(rows.Column(f)[..rows.Count]), 0.5)).ToArray();
        var distances = new double[rows.PaddedCount];
        rows.SquaredDistances(middle, distances);
        return new ValueList<string>(Enumerable.Range(0, rows.Count).OrderBy(i => distances[i]).Take(TypicalCount)
            .Select(i => measured[i].FullName ?? measured[i].VideoId));
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
