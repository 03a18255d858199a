using VideoTools.Engine.Reporting;

namespace VideoTools.Engine.Tests.Reporting;

public sealed class TypicalVideosTests
{
    [Fact]
    public void Find_NearestToTheMedians_ComeFirst()
    {
        var samples = Samples((10, 30), (12, 31), (11, 30), (90, 300), (11, 29));

        Assert.DoesNotContain(3, TypicalVideos.Find(samples, 0, 4)["tech"]);
        Assert.Equal(2, TypicalVideos.Find(samples, 0, 1)["tech"][0]);
    }

    [Fact]
    public void Find_AllAlike_OrderedById()
    {
        var samples = Samples((10, 30), (10, 30), (10, 30)).Reverse().ToArray();

        Assert.Equal([2, 1, 0], TypicalVideos.Find(samples, 0, 3)["tech"]);
    }

    [Fact]
    public void Find_NothingKnown_ComesLastAndDoesNotThrow()
    {
        ReportSample[] samples = [new(new VideoNiche { VideoId = "a", Category = "tech" }, null), .. Samples((10, 30), (20, 31))];

        Assert.Equal(0, TypicalVideos.Find(samples, 0, 3)["tech"][2]);
    }

    [Fact]
    public void Find_Levels_GroupByTheKeysDownToThere()
    {
        var samples = ReportSamples.Join(ReportSampleData.Of(8));

        Assert.Equal(["education", "entertainment", "lifestyle"], TypicalVideos.Find(samples, 0, 3).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(4, TypicalVideos.Find(samples, 2, 3).Count);
    }

    [Fact]
    public void Moment_IsTheMiddleOfTheLongestScene()
    {
        var video = new VideoNiche { VideoId = "a", DurationSeconds = 10, SceneStarts = new([0, 2, 8]) };

        Assert.Equal(TimeSpan.FromSeconds(5), StillChoice.Moment(video));
        Assert.Equal(TimeSpan.FromSeconds(3), StillChoice.Moment(video with { SceneStarts = null, DurationSeconds = 9 }));
        Assert.Equal(TimeSpan.Zero, StillChoice.Moment(video with { SceneStarts = null, DurationSeconds = null }));
    }

    [Fact]
    public void Choose_ManyVideos_ThreeOfEachNicheOnly()
    {
        var samples = ReportSamples.Join(ReportSampleData.Of(400));

        var chosen = StillChoice.Choose(samples, []);

        Assert.InRange(chosen.Count, 12, 4 * 3 * 3);
        Assert.Equal(chosen.Count, chosen.Select(c => c.FullName).Distinct().Count());
        Assert.Equal(10, StillChoice.Choose([.. samples.Take(10)], []).Count);
    }

    [Fact]
    public void CutRate_CutsOfEachTenth_AsCutsAMinute()
    {
        var rate = CutRate.Of(new VideoNiche { VideoId = "a", DurationSeconds = 60, SceneStarts = new([1, 2, 3, 60.9]) });

        Assert.Equal([20, 0, 0, 0, 0, 0, 0, 0, 0, 10], rate!);
        Assert.Null(CutRate.Of(new VideoNiche { VideoId = "a", DurationSeconds = 60 }));
        Assert.Null(CutRate.Of(new VideoNiche { VideoId = "a", DurationSeconds = 0, SceneStarts = new([0]) }));
    }

    private static ReportSample[] Samples(params (double Cuts, double Duration)[] measures) =>
    [
        .. measures.Select((m, i) => new ReportSample(
            new VideoNiche { VideoId = $"v{i}", FullName = $"/v{i}.mp4", Category = "tech", CutsPerMinute = m.Cuts, DurationSeconds = m.Duration }, null)),
    ];
}
