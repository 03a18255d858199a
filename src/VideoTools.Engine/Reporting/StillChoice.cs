// Method: a report shows the three most typical videos of every micro-niche, then of the levels above, then those that stand for clusters,
// until there are enough pictures for one page; one on few videos shows all. The moment is the middle of the longest scene, which shows
// what the video shows longest; without scenes a third of the way in, past titles and before credits.
namespace VideoTools.Engine.Reporting;

/// <summary>Chooses which videos get a picture, and the moment of each.</summary>
internal static class StillChoice
{
    /// <summary>Typical videos a group.</summary>
    public const int PerGroup = 3;

    // About 10 kB each: a page with all of them stays below 1.5 MB.
    private const int Most = 60;

    // A report on few videos shows all of them.
    private const int Few = 24;

    /// <summary>The pictures to read, in the order of the videos.</summary>
    public static IReadOnlyList<VideoInput> Choose(IReadOnlyList<ReportSample> samples, IReadOnlyList<NicheCluster> clusters)
    {
        var typical = Enumerable.Range(0, ReportSample.LevelCount).Reverse()
            .SelectMany(level => TypicalVideos.Find(samples, level, PerGroup).Values.SelectMany(group => group));
        var central = clusters.Select(c => ClusterMembers.Typical(c, samples)).OfType<int>();
        return
        [
            .. typical.Concat(central).Concat(Enumerable.Range(0, samples.Count <= Few ? samples.Count : 0)).Distinct()
                .Where(i => samples[i].Niche.FullName is not null)
                .Take(Most)
                .Order()
                .Select(i => new VideoInput(samples[i].Niche.FullName!, Moment(samples[i].Niche))),
        ];
    }

    /// <summary>Time of the picture from the start of the file.</summary>
    public static TimeSpan Moment(VideoNiche video)
    {
        var duration = video.DurationSeconds is > 0 and < 1e9 ? video.DurationSeconds.Value : 0;
        if (video.SceneStarts is not { Count: > 0 } starts)
        {
            return TimeSpan.FromSeconds(duration / 3);
        }

        var (middle, longest) = (0.0, -1.0);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : starts[0] + duration;
            if (end - starts[i] > longest)
            {
                longest = end - starts[i];
                middle = (starts[i] + end) / 2;
            }
        }

        return TimeSpan.FromSeconds(Math.Max(0, middle));
    }
}
