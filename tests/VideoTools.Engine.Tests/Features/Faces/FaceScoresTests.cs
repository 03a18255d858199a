using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceScoresTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.05, 0.5)]
    [InlineData(0.1, 1)]
    [InlineData(0.4, 1)]
    [InlineData(0.6, 0.5)]
    [InlineData(0.8, 0)]
    [InlineData(1, 0)]
    public void Size_OfAShareOfThePicture_IsBestFromATenthToTwoFifths(double share, double expected) =>
        Assert.Equal(expected, FaceScores.Size(share), 9);

    [Fact]
    public void Position_OfAFace_IsBestBesideTheMiddleAndBadAtEdges()
    {
        Assert.Equal(0.7, FaceScores.Position(0.5, 0.5), 9);
        Assert.Equal(1, FaceScores.Position(0.5, 0.2), 9);
        Assert.True(FaceScores.Position(0.05, 0.5) < 0.5);
        Assert.True(FaceScores.Position(0.5, 0.95) < 0.4);
    }

    [Fact]
    public void Composite_OfKnownParts_IsTheirWeightedSum() =>
        Assert.Equal(
            (0.18 * 0.5) + (0.10 * 0.8) + (0.27 * 0.9) + (0.45 * 1),
            FaceScores.Composite(250, 0.8, 0.9, 1, 0, FaceExpression.Neutral, 0.9), 9);

    [Fact]
    public void Composite_ClosedEyesOpenMouthAndAnger_LessenIt()
    {
        var calm = FaceScores.Composite(500, 1, 1, 0.39, 0, FaceExpression.Neutral, 0.9);

        Assert.Equal((0.55 + (0.45 * 0.39)) * 0.7, calm, 9);
        Assert.Equal(calm * 0.8, FaceScores.Composite(500, 1, 1, 0.39, 0.6, FaceExpression.Neutral, 0.9), 9);
        Assert.Equal(calm * 0.85, FaceScores.Composite(500, 1, 1, 0.39, 0, FaceExpression.Angry, 0.9), 9);
        Assert.Equal(calm, FaceScores.Composite(500, 1, 1, 0.39, 0, FaceExpression.Angry, 0.3), 9);
    }

    [Fact]
    public void Composite_EyesNotKnown_LetsTheOthersCountForThem() =>
        Assert.Equal(1, FaceScores.Composite(900, 1, 1, null, null, null, null), 9);
}
