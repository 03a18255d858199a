using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceSuppressionTests
{
    [Fact]
    public void Merge_TwoAnswersForOneFace_AreTheirMeanByScore()
    {
        var faces = FaceSuppression.Merge([MadeFaces.At(100, 100, 40, 0.3), MadeFaces.At(108, 100, 40, 0.9)]);

        var face = Assert.Single(faces);
        Assert.Equal(0.9, face.Score);
        Assert.Equal(106 - 20, face.Left, 9);
        Assert.Equal(106 - 8, face.Points[0].X, 9);
    }

    [Fact]
    public void Merge_FacesSideBySide_StayTwoTheSurerFirst()
    {
        var faces = FaceSuppression.Merge([MadeFaces.At(100, 100, 40, 0.6), MadeFaces.At(150, 100, 40, 0.8)]);

        Assert.Equal([0.8, 0.6], faces.Select(f => f.Score));
    }

    [Fact]
    public void Merge_SmallAnswerInsideOfAFace_IsAPartOfIt()
    {
        var faces = FaceSuppression.Merge([MadeFaces.At(100, 100, 100, 0.7), MadeFaces.At(80, 85, 25, 0.6)]);

        Assert.Equal(100, Assert.Single(faces).Width);
    }

    [Fact]
    public void Merge_Nothing_IsNothing() => Assert.Empty(FaceSuppression.Merge([]));
}
