using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Tests.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Driver;

public sealed class HandFinderTests
{
    private static readonly FaceDetection Box = MadeFaces.At(200, 200, 100);
    private static readonly FollowedFace Face = new(FaceFollowerTests.Mesh(Box), Box, false);

    [Theory]
    [InlineData(200, 210, HandPlace.Face)]
    [InlineData(145, 205, HandPlace.Ear)]
    [InlineData(255, 195, HandPlace.Ear)]
    [InlineData(60, 200, HandPlace.Elsewhere)]
    [InlineData(200, 330, HandPlace.Elsewhere)]
    [InlineData(150, 330, HandPlace.Elsewhere)]
    internal void Place_Hand_IsToldByTheFace(double x, double y, HandPlace expected) => Assert.Equal(expected, HandFinder.Place(Hand(x, y), Face));

    [Fact]
    public void Decode_AnswersOfEveryGrid_HaveTheirPlace()
    {
        var values = new float[PalmAnchors.Count * PalmAnchors.Values];
        for (var i = 0; i < PalmAnchors.Count; i++)
        {
            values[i * PalmAnchors.Values] = -20;
        }

        // The last anchor of each grid: the lower right cell. And one that is no number.
        foreach (var anchor in new[] { 2047, 2559, PalmAnchors.Count - 1 })
        {
            var own = values.AsSpan(anchor * PalmAnchors.Values, PalmAnchors.Values);
            (own[0], own[3], own[4], own[5], own[6]) = (3, 6, 6, -2, 1);
        }

        values[0] = float.NaN;

        var palms = PalmAnchors.Decode(values, 0.5);

        Assert.Equal([(252.0, 252.0), (248.0, 248.0), (240.0, 240.0)], palms.Select(p => ((p.Left + p.Right) / 2, (p.Top + p.Bottom) / 2)).OrderByDescending(p => p.Item1));
        Assert.All(palms, p => Assert.Equal(0.9526, p.Score, 3));
        Assert.Contains(palms, p => p.Points[PalmAnchors.Wrist] == (250, 253));
    }

    // A fist: all points within a few pixels.
    private static List<(double X, double Y)> Hand(double x, double y) => [.. Enumerable.Range(0, 21).Select(i => (x + ((i % 5) - 2) * 4.0, y + ((i / 5) - 2) * 4.0))];
}
