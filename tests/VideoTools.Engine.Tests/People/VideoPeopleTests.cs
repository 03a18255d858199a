using VideoTools.Engine.People;

namespace VideoTools.Engine.Tests.People;

public sealed class VideoPeopleTests
{
    private static readonly VideoPeople People = new();

    [Fact]
    public void Group_FacesOfThreePeopleInTwoFiles_FindsThemByScreenTime()
    {
        var faces = ThreePeople();

        var groups = People.Group(faces, new PeopleOptions());

        Assert.Equal([1, 2, 3], groups.Persons.Select(person => person.PersonId));
        Assert.Equal([9.0, 4.5, 1.0], groups.Persons.Select(person => person.ScreenSeconds));
        Assert.Equal([18, 9, 2], groups.Persons.Select(person => person.FaceCount));
        Assert.Equal([2, 1, 1], groups.Persons.Select(person => person.VideoCount));
        Assert.Equal(("/a", 0.0, "/b", 43.5), (
            groups.Persons[0].FirstFullName, groups.Persons[0].FirstSeconds, groups.Persons[0].LastFullName, groups.Persons[0].LastSeconds));
        Assert.Equal(faces.Count, groups.Faces.Count);
        Assert.Equal(0, groups.SkippedCount);
    }

    [Fact]
    public void Group_Shuffled_IsTheSame()
    {
        var faces = ThreePeople();
        var expected = Print(People.Group(faces, new PeopleOptions()));
        var random = new Random(3);
        for (var i = 0; i < 5; i++)
        {
            var shuffled = faces.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Print(People.Group(shuffled, new PeopleOptions())));
        }
    }

    [Fact]
    public void Group_TwoInOneFrame_AreTwo()
    {
        // Twins: the same direction, side by side.
        var faces = Enumerable.Range(0, 6).SelectMany(i => new[]
        {
            DrawnFaces.Face(1, "/a", 1, i, noise: 0.1) with { FacesInFrame = 2 },
            DrawnFaces.Face(1, "/a", 2, i, noise: 0.1) with { FacesInFrame = 2, FaceIndex = 2 },
        }).ToList();

        var groups = People.Group(faces, new PeopleOptions());

        Assert.Equal(2, groups.Persons.Count);
        Assert.All(groups.Persons, person => Assert.Equal(0, person.SoloShare));
        Assert.All(groups.Faces, face => Assert.False(face.IsSolo));
    }

    [Fact]
    public void Group_BestShots_AreApartAndRanked()
    {
        var faces = Enumerable.Range(0, 40).Select(i => DrawnFaces.Face(1, "/a", 1, i * 0.5) with { CompositeScore = 0.3 + (i * 0.01) }).ToList();

        var best = People.Group(faces, new PeopleOptions { Best = 3 }).BestShots.ToList();

        Assert.Equal([19.5, 16.5, 13.5], best.Select(face => face.Seconds));
        Assert.Equal([1, 2, 3], best.Select(face => face.Rank));
        Assert.Equal([19.5, 19.0], People.Group(faces, new PeopleOptions { Best = 2, MinimumGapSeconds = 0 }).BestShots.Select(face => face.Seconds));
    }

    [Fact]
    public void Group_Pictures_HaveNoScreenTime()
    {
        var groups = People.Group([DrawnFaces.Face(1, "/1.jpg", 1, 0), DrawnFaces.Face(1, "/2.jpg", 1, 0)], new PeopleOptions());

        Assert.Equal((0.0, 2), (groups.Persons.Single().ScreenSeconds, groups.Persons.Single().VideoCount));
    }

    [Fact]
    public void Group_OverlappingTracksOfOne_CountOnce()
    {
        // Never in the same frame, so that they may be one; both cover 0 to 10.
        var faces = Enumerable.Range(0, 6).Select(i => DrawnFaces.Face(1, "/a", 1, i * 2, noise: 0.1))
            .Concat(Enumerable.Range(0, 5).Select(i => DrawnFaces.Face(1, "/a", 2, 1 + (i * 2), noise: 0.1))).ToList();

        var person = People.Group(faces, new PeopleOptions()).Persons.Single();

        Assert.Equal((12.0, 2), (person.ScreenSeconds, person.TrackCount));
    }

    [Fact]
    public void Group_FacesWithoutEmbedding_AreCountedAndLeftOut()
    {
        var groups = People.Group(
            [DrawnFaces.Face(1, "/a", 1, 0), DrawnFaces.Face(1, "/a", 2, 1) with { Embedding = ValueList<double>.Empty }], new PeopleOptions());

        Assert.Equal((1, 1, 1), (groups.Persons.Count, groups.Faces.Count, groups.SkippedCount));
    }

    [Fact]
    public void Group_EmbeddingsOfTwoModels_AreRefused() => Assert.Contains("length", Assert.Throws<ArgumentException>(() => People.Group(
        [DrawnFaces.Face(1, "/a", 1, 0), DrawnFaces.Face(1, "/a", 2, 1) with { Embedding = new ValueList<double>([1, 0]) }],
        new PeopleOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Compare_References_GivesTheNearest()
    {
        VideoFace[] references = [DrawnFaces.Face(1, "/one.jpg", 1, 0), DrawnFaces.Face(2, "/two.jpg", 1, 0)];

        var match = People.Compare(DrawnFaces.Face(2, "/a", 7, 3), references, 0.41)!;
        var stranger = People.Compare(DrawnFaces.Face(3, "/a", 8, 4), references, 0.41)!;

        Assert.Equal(("/a", 7, 3.0, "/two.jpg", true), (match.FullName, match.TrackId, match.Seconds, match.ReferencePath, match.IsMatch));
        Assert.InRange(match.Similarity, 0.6, 0.95);
        Assert.False(stranger.IsMatch);
        Assert.Null(People.Compare(DrawnFaces.Face(2, "/a", 7, 3) with { Embedding = ValueList<double>.Empty }, references, 0.41));
        Assert.Throws<ArgumentException>(() => People.Compare(DrawnFaces.Face(2, "/a", 7, 3), [], 0.41));
    }

    [Theory]
    [InlineData(0, 5, 3, "Threshold")]
    [InlineData(0.41, 1001, 3, "Best")]
    [InlineData(0.41, 5, -1, "MinimumGap")]
    public void Group_NoSense_IsRefused(double threshold, int best, double gap, string name) => Assert.StartsWith(
        name,
        Assert.Throws<ArgumentException>(() => People.Group(
            [], new PeopleOptions { Threshold = threshold, Best = best, MinimumGapSeconds = gap })).Message,
        StringComparison.Ordinal);

    private static List<VideoFace> ThreePeople() =>
    [
        .. Enumerable.Range(0, 10).Select(i => DrawnFaces.Face(1, "/a", 1, i * 0.5)),
        .. Enumerable.Range(0, 8).Select(i => DrawnFaces.Face(1, "/b", 1, 40 + (i * 0.5))),
        .. Enumerable.Range(0, 9).Select(i => DrawnFaces.Face(2, "/a", 2, 20 + (i * 0.5))),
        .. Enumerable.Range(0, 2).Select(i => DrawnFaces.Face(3, "/b", 2, 60 + (i * 0.5))),
    ];

    private static string Print(PersonGroups groups) => string.Join(
        '\n',
        groups.Persons.Select(person => person.ToString())
            .Concat(groups.Faces.OrderBy(face => face.FullName, StringComparer.Ordinal).ThenBy(face => face.Seconds).Select(face => face.ToString())));
}
