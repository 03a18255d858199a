using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class FaceAnchorsTests
{
    [Theory]
    [InlineData(0, 16, 2, 8, 8)]
    [InlineData(1, 16, 2, 8, 8)]
    [InlineData(2, 16, 2, 24, 8)]
    [InlineData(32, 16, 2, 8, 24)]
    [InlineData(511, 16, 2, 248, 248)]
    [InlineData(0, 8, 6, 16, 16)]
    [InlineData(5, 8, 6, 16, 16)]
    [InlineData(6, 8, 6, 48, 16)]
    [InlineData(383, 8, 6, 240, 240)]
    public void Centre_OfAnAnchor_IsThatOfItsCell(int index, int cells, int each, double x, double y) =>
        Assert.Equal((x, y), FaceAnchors.Centre(index, cells, each));

    [Fact]
    public void Decode_OneSureAnchor_IsItsBoxAndPoints()
    {
        var (scores, values) = Outputs(FaceAnchors.Fine);
        scores[33] = 2; // cell 16: second row, first column
        float[] own = [4, -2, 40, 50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        own.CopyTo(values, 33 * FaceAnchors.Values);

        List<FaceDetection> found = [];
        FaceAnchors.Decode(scores, values, 0.5, found);

        var face = Assert.Single(found);
        Assert.Equal((12 - 20, 22 - 25, 12 + 20, 22 + 25), (face.Left, face.Top, face.Right, face.Bottom));
        Assert.Equal(1 / (1 + Math.Exp(-2)), face.Score, 6);
        Assert.Equal((8 + 1.0, 24 + 2.0), face.Points[0]);
        Assert.Equal((8 + 11.0, 24 + 12.0), face.Points[5]);
    }

    [Theory]
    [InlineData(-0.01f, 0)]
    [InlineData(0.01f, 1)]
    [InlineData(float.NaN, 0)]
    public void Decode_ScoreAroundTheLimit_CountsFromHalfOn(float score, int expected)
    {
        var (scores, values) = Outputs(FaceAnchors.Coarse);
        scores[100] = score;
        values.AsSpan(100 * FaceAnchors.Values, FaceAnchors.Values).Fill(30);

        List<FaceDetection> found = [];
        FaceAnchors.Decode(scores, values, 0.5, found);

        Assert.Equal(expected, found.Count);
    }

    [Fact]
    public void Decode_BoxWithoutSize_IsNoFace()
    {
        var (scores, values) = Outputs(FaceAnchors.Fine);
        scores[7] = 5;

        List<FaceDetection> found = [];
        FaceAnchors.Decode(scores, values, 0.5, found);

        Assert.Empty(found);
    }

    [Fact]
    public void Decode_OtherNumberOfAnchors_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FaceAnchors.Decode(new float[100], new float[1600], 0.5, []));

    private static (float[] Scores, float[] Values) Outputs(int anchors)
    {
        var scores = new float[anchors];
        Array.Fill(scores, -10);
        return (scores, new float[anchors * FaceAnchors.Values]);
    }
}
