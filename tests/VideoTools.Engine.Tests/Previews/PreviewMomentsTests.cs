using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Previews;

namespace VideoTools.Engine.Tests.Previews;

public sealed class PreviewMomentsTests
{
    private static readonly CropShot Left = CropShots.Of(new CropCandidate
    {
        FullName = "/a.mp4", Number = 1, X = 0, Y = 0, Width = 100, Height = 100, Strategy = "Balanced", StartSeconds = 0, EndSeconds = 12,
    });

    // Something at the left from 2 s to 3 s, at the right from 8 s to 9 s, and a flash at the left, in a dark frame, at 5 s.
    private static readonly SaliencySample[] Samples =
    [
        .. Enumerable.Range(0, 60).Select(i => i / 5.0).Select(at => new SaliencySample(
            at,
            new BarEdges(0, 0, 0, 0, false, false, at is >= 4.5 and < 5.5),
            at is >= 2 and < 3 ? [Box(0.1)] : at is >= 8 and < 9 ? [Box(0.7)] : at is >= 4.5 and < 5.5 ? [Box(0.1), Box(0.2)] : [])),
    ];

    [Fact]
    public void Choose_One_IsWhereMostHappensInsideOfTheWindow() =>
        Assert.InRange(Assert.Single(PreviewMoments.Choose(Left, Samples, 200, 100, 12, 1)), 2, 3);

    [Fact]
    public void Choose_OfAWindowElsewhere_IsAnotherMoment() =>
        Assert.InRange(Assert.Single(PreviewMoments.Choose(Left with { X = 100 }, Samples, 200, 100, 12, 1)), 8, 9);

    [Fact]
    public void Choose_OfAWindowThatMoves_IsWhereItIsOverTheSubject()
    {
        var moving = Left with { Path = new([new CropKey(0, 100, 0), new CropKey(4, 100, 0), new CropKey(6, 100, 0)]) };

        Assert.InRange(Assert.Single(PreviewMoments.Choose(moving, Samples, 200, 100, 12, 1)), 8, 9);
    }

    [Fact]
    public void Choose_Several_AreInOrderAndApart()
    {
        var moments = PreviewMoments.Choose(Left, Samples, 200, 100, 12, 3);

        Assert.Equal(3, moments.Count);
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 2));
    }

    [Fact]
    public void Choose_WithoutSamples_SpreadsOverTheRange() => Assert.Equal(
        [12, 16, 20], PreviewMoments.Choose(Left with { StartSeconds = 10, EndSeconds = 22 }, [], 200, 100, 100, 3));

    [Fact]
    public void Corner_BetweenTwoKeys_IsBetweenThem()
    {
        var moving = Left with { Path = new([new CropKey(1, 10, 0), new CropKey(3, 30, 8)]) };

        Assert.Equal((10, 0), ShotWindow.Corner(moving, 0));
        Assert.Equal((20, 4), ShotWindow.Corner(moving, 2));
        Assert.Equal((30, 8), ShotWindow.Corner(moving, 9));
    }

    private static SubjectBox Box(double left) => new(left, 0.2, left + 0.2, 0.8, left + 0.1, 0.5, 1);
}
