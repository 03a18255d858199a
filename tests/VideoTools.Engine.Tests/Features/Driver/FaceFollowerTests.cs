using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Driver;

/// <summary>Following without models: faces are where the test says.</summary>
public sealed class FaceFollowerTests
{
    private static readonly RgbPyramid Picture = new();

    private readonly FaceFollower _follower;
    private List<FaceDetection> _faces = [MadeFaces.At(100, 100, 60)];

    public FaceFollowerTests() => _follower = new FaceFollower(_ => _faces, Lay);

    [Fact]
    public void Follow_FaceThatMoves_NeedsTheDetectorOnceInThreeSeconds()
    {
        for (var i = 0; i < 100; i++)
        {
            _faces = [MadeFaces.At(100 + i, 100, 60)];
            var face = _follower.Follow(Picture, i / 10.0);

            Assert.Equal(100 + i, Middle(face!.Box).X, 1.0);
            Assert.Equal(i == 0, face.IsFound);
        }

        Assert.InRange(_follower.Detections, 3, 5);
    }

    [Fact]
    public void Follow_Nobody_IsNullAndFoundAnewAfterwards()
    {
        Assert.NotNull(_follower.Follow(Picture, 0));
        _faces = [];
        Assert.Null(_follower.Follow(Picture, 0.1));
        _faces = [MadeFaces.At(300, 100, 60)];
        Assert.True(_follower.Follow(Picture, 0.2)!.IsFound);
    }

    [Fact]
    public void Follow_Several_TakesTheLargestAndKeepsIt()
    {
        _faces = [MadeFaces.At(100, 100, 60), MadeFaces.At(300, 100, 70)];
        Assert.Equal(300, Middle(_follower.Follow(Picture, 0)!.Box).X, 1.0);
        _faces = [MadeFaces.At(100, 100, 80), MadeFaces.At(300, 100, 70)];
        for (var i = 1; i < 100; i++)
        {
            Assert.Equal(300, Middle(_follower.Follow(Picture, i / 10.0)!.Box).X, 1.0);
        }
    }

    [Fact]
    public void Follow_OneThatIsPlainlyLarger_TakesOver()
    {
        Assert.Equal(100, Middle(_follower.Follow(Picture, 0)!.Box).X, 1.0);
        _faces = [MadeFaces.At(100, 100, 60), MadeFaces.At(300, 100, 120)];
        List<FollowedFace> seen = [.. Enumerable.Range(1, 80).Select(i => _follower.Follow(Picture, i / 10.0)!)];

        Assert.Equal(100, Middle(seen[20].Box).X, 1.0);
        Assert.Equal(300, Middle(seen[^1].Box).X, 1.0);
        Assert.Single(seen, face => face.IsFound);
    }

    [Fact]
    public void BoxOf_TurnedMesh_IsUprightInTheFacesOwnFrame()
    {
        var turned = Mesh(MadeFaces.At(100, 100, 60)).Select(p => Turn(p, 30)).ToArray();

        var box = FaceFollower.BoxOf(turned, 1);

        Assert.Equal(30, box.Angle * 180 / Math.PI, 0.1);
        Assert.Equal(60, box.Width, 0.5);
        Assert.Equal(60, box.Height, 0.5);
    }

    // The mesh lies on whichever face the box touches.
    private (FacePoint[] Mesh, double Score) Lay(RgbPyramid picture, FaceDetection box) =>
        _faces.Find(face => face.Overlap(box) > 0.3) is { } face ? (Mesh(face), 0.99) : (Mesh(box), 0.1);

    private static (double X, double Y) Middle(FaceDetection box) => ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);

    private static FacePoint Turn(FacePoint p, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new FacePoint(100 + ((p.X - 100) * cos) - ((p.Y - 100) * sin), 100 + ((p.X - 100) * sin) + ((p.Y - 100) * cos), p.Z);
    }

    internal static FacePoint[] Mesh(FaceDetection face)
    {
        var (middle, half) = (Middle(face), face.Width / 2);
        var mesh = new FacePoint[FaceMeshPoints.Count];
        Array.Fill(mesh, new FacePoint(middle.X, middle.Y, 0));
        mesh[FaceMeshPoints.RightEyeOuter] = mesh[FaceMeshPoints.RightEyeInner] = new FacePoint(middle.X - (0.4 * half), middle.Y - (0.3 * half), 0);
        mesh[FaceMeshPoints.LeftEyeOuter] = mesh[FaceMeshPoints.LeftEyeInner] = new FacePoint(middle.X + (0.4 * half), middle.Y - (0.3 * half), 0);
        mesh[FaceMeshPoints.RightEar] = new FacePoint(middle.X - half, middle.Y, 0);
        mesh[FaceMeshPoints.LeftEar] = new FacePoint(middle.X + half, middle.Y, 0);
        mesh[FaceMeshPoints.Forehead] = new FacePoint(middle.X, middle.Y - half, 0);
        mesh[FaceMeshPoints.Chin] = new FacePoint(middle.X, middle.Y + half, 0);
        return mesh;
    }
}
