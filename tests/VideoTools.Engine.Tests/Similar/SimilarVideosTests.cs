using VideoTools.Engine.Features.Signatures;
using VideoTools.Engine.Similar;

namespace VideoTools.Engine.Tests.Similar;

public sealed class SimilarVideosTests
{
    private static readonly SimilarVideos Similar = new();

    [Fact]
    public void Group_PartOfAnother_SaysWhereItStarts()
    {
        var film = DrawnVideos.Film(1, 160);
        var found = Group(DrawnVideos.Signature("/part", film[37..120]), DrawnVideos.Signature("/whole", film), Other(2));

        Assert.Equal(["/whole", "/part"], found.Select(video => video.FullName));
        Assert.All(found, video => Assert.Equal((1, 2, "/whole"), (video.GroupId, video.GroupSize, video.Reference)));
        Assert.Equal((1, 20.75), (found[1].Similarity, found[1].OverlapSeconds));
        Assert.Equal(9.25, found[1].OffsetSeconds, 0.03);
        Assert.Equal((1, 0, 40), (found[0].Similarity, found[0].OffsetSeconds, found[0].OverlapSeconds));
    }

    [Fact]
    public void Group_SharedIntro_JoinsNothingBelowTheThreshold()
    {
        var intro = DrawnVideos.Film(1, 40);
        var videos = Enumerable.Range(0, 8).Select(i => DrawnVideos.Signature($"/{i}", intro, DrawnVideos.Film(10 + i, 40))).ToArray();

        Assert.Empty(Similar.Group(videos, new SimilarOptions()));

        // Half of each is shared: who asks for less gets one group.
        Assert.Equal(8, Similar.Group(videos, new SimilarOptions { Threshold = 0.45 }).Count);
    }

    [Fact]
    public void Group_StillsAndBlackThatAreShared_CountLittle()
    {
        // A minute of the same title and of black, and 10 s of their own.
        var title = DrawnVideos.Still(1, 240);
        var videos = Enumerable.Range(0, 4)
            .Select(i => DrawnVideos.Signature($"/{i}", title, DrawnVideos.Plain(240), DrawnVideos.Film(10 + i, 40))).ToArray();

        Assert.Empty(Similar.Group(videos, new SimilarOptions { Threshold = 0.3 }));
    }

    [Fact]
    public void Group_Chain_IsNoGroup()
    {
        // Each shares two thirds of itself with the next, the first and the third share a third.
        var film = DrawnVideos.Film(1, 200);
        var found = Group([.. Enumerable.Range(0, 5).Select(i => DrawnVideos.Signature($"/{i}", film[(i * 20)..((i * 20) + 60)]))]);

        Assert.All(found.GroupBy(video => video.GroupId), group => Assert.InRange(group.Count(), 2, 3));
        Assert.All(found, video => Assert.InRange(video.Similarity, 0.6, 1));
    }

    [Fact]
    public void Group_ManyCopies_IsOneGroupWhateverTheOrder()
    {
        var film = DrawnVideos.Film(1, 80);
        var videos = Enumerable.Range(0, 150).Select(i => DrawnVideos.Signature($"/{i:000}", film[(i % 5)..])).Append(Other(2)).ToArray();
        var expected = Group(videos);

        Assert.Equal(150, expected.Count);
        Assert.All(expected, video => Assert.Equal("/000", video.Reference));
        new Random(1).Shuffle(videos);
        Assert.Equal(expected, Group(videos));
    }

    [Fact]
    public void Group_Mirrored_IsFoundWhereAskedFor()
    {
        var film = DrawnVideos.Film(1, 60);
        VideoSignature[] videos =
        [
            DrawnVideos.Signature("/plain", film),
            DrawnVideos.Signature("/mirrored", Array.ConvertAll(film[8..], code => code.Mirror())),
        ];

        Assert.Empty(Group(videos));
        var mirrored = Similar.Group(videos, new SimilarOptions { Mirrored = true })[1];
        Assert.Equal((true, 2.0, 1.0), (mirrored.Mirrored, Math.Round(mirrored.OffsetSeconds, 1), mirrored.Similarity));
    }

    [Fact]
    public void Group_SamePicturesInAnotherRhythm_IsNotTheSame()
    {
        // Two cameras of a studio, cut at other times.
        var (a, b) = (DrawnVideos.Still(1, 1)[0], DrawnVideos.Still(2, 1)[0]);
        PictureCode[] Talk(params int[] lengths) =>
            [.. lengths.SelectMany((length, i) => Enumerable.Repeat(i % 2 == 0 ? a : b, length))];

        Assert.Empty(Group(
            DrawnVideos.Signature("/1", Talk(9, 5, 13, 4, 8, 7, 14)), DrawnVideos.Signature("/2", Talk(4, 12, 6, 9, 5, 15, 9))));
    }

    [Fact]
    public void Group_OnePicture_NeedsTheSameLength()
    {
        var slide = DrawnVideos.Still(1, 100);

        Assert.Equal(2, Group(DrawnVideos.Signature("/1", slide), DrawnVideos.Signature("/2", slide)).Count);
        Assert.Empty(Group(DrawnVideos.Signature("/1", slide), DrawnVideos.Signature("/2", slide[..60])));
    }

    [Fact]
    public void Group_Reference_IsTheLongestThenTheLargest()
    {
        var film = DrawnVideos.Film(1, 80);
        var found = Group(
            DrawnVideos.Signature("/a", film),
            DrawnVideos.Signature("/b", film) with { Width = 1280, Height = 720 },
            DrawnVideos.Signature("/c", film[20..]) with { Width = 1920, Height = 1080 });

        Assert.Equal(["/b", "/a", "/c"], found.Select(video => video.FullName));
    }

    [Fact]
    public void Group_SameFileTwice_CountsOnce() =>
        Assert.Empty(Group(DrawnVideos.Signature("/a", DrawnVideos.Film(1, 40)), DrawnVideos.Signature("/a", DrawnVideos.Film(1, 40))));

    [Theory]
    [InlineData(0.04, 3, "Threshold")]
    [InlineData(1.1, 3, "Threshold")]
    [InlineData(0.6, -1, "MinimumOverlap")]
    public void Group_NoSense_IsRefused(double threshold, double overlap, string name) => Assert.Contains(
        name,
        Assert.Throws<ArgumentException>(() => Similar.Group([], new SimilarOptions { Threshold = threshold, MinimumOverlapSeconds = overlap })).Message,
        StringComparison.Ordinal);

    private static VideoSignature Other(int seed) => DrawnVideos.Signature("/other", DrawnVideos.Film(seed, 100));

    private static IReadOnlyList<SimilarVideo> Group(params VideoSignature[] videos) => Similar.Group(videos, new SimilarOptions());
}
