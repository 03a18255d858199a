using VideoTools.Engine.Niche.Recommendation;

namespace VideoTools.Engine.Tests.Niche.Recommendation;

public sealed class NicheRecommenderTests
{
    [Fact]
    public void Recommend_Niche_IsItsMediansAndMostTypicalVideos()
    {
        var cuts = new[] { 40.0, 12, 15, 14, 90 };
        var videos = cuts.Select((c, i) => NicheSamples.Video("v" + i, "tech", c) with { HookCutCount = 0, HookTextCount = 1, HookWordCount = i }).ToList();
        videos.Add(NicheSamples.Video("other", "finance", 1));

        var profile = NicheRecommender.Recommend(videos, "TECH")!;

        Assert.Equal((5, 15, 34.2), (profile.SampleSize, profile.CutsPerMinute, profile.CutsPerMinuteMean));
        Assert.Equal(("moderate", "text+speech"), (profile.PacingClass, profile.HookType));
        Assert.Contains("15 cuts a minute", profile.Pacing, StringComparison.Ordinal);
        Assert.Contains("speak, show text (80%", profile.Hook, StringComparison.Ordinal);
        Assert.Equal(["/videos/v2.mp4", "/videos/v3.mp4", "/videos/v1.mp4"], profile.TypicalVideo);
        Assert.Equal((30, "none"), (profile.DurationSeconds, profile.PrimaryTextZone));
    }

    [Fact]
    public void Recommend_NoNiche_IsTheMostFrequentKnownOne()
    {
        List<VideoNiche> videos = [.. NicheSamples.TwoKinds(3), NicheSamples.Video("x", "education")];
        videos.AddRange(Enumerable.Range(0, 9).Select(i => NicheSamples.Video("u" + i, "unknown")));

        Assert.Equal(("education", 4), (NicheRecommender.Recommend(videos, null)!.Niche, NicheRecommender.Recommend(videos, null)!.SampleSize));
        Assert.Equal("unknown", NicheRecommender.Recommend(videos.TakeLast(2).ToList(), null)!.Niche);
    }

    [Fact]
    public void Recommend_UnknownNiche_IsAnErrorWithTheNearestNames()
    {
        var error = Assert.Throws<VideoToolsException>(() => NicheRecommender.Recommend(NicheSamples.TwoKinds(3), "educaton")).Error;

        Assert.Equal((VideoErrorId.NicheUnknown, "educaton"), (error.Id, error.FullName));
        Assert.Contains("'education'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_OnlyCutsKnown_SaysNothingOfTextAndSpeech() => Assert.Equal(
        "In the first three seconds: do not cut (100% of the videos do not).",
        NicheRecommender.Recommend([NicheSamples.Video("a") with { HookCutCount = 0 }], null)!.Hook);

    [Fact]
    public void Recommend_NothingMeasured_HasNoAdvice()
    {
        Assert.Null(NicheRecommender.Recommend([], "tech"));
        var profile = NicheRecommender.Recommend([new VideoNiche { VideoId = "a" }], null)!;
        Assert.True(profile is { Pacing: null, Hook: null, CutsPerMinute: null, TypicalVideo.Count: 0, SampleSize: 1 });
    }
}
