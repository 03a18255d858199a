using VideoTools.Engine.Features.Faces;

namespace VideoTools.Engine.Tests.Features.Faces;

public sealed class HeadPoseTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(-45, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, -25, 0)]
    [InlineData(0, 0, 30)]
    [InlineData(0, 0, -30)]
    public void Of_TurnedHead_IsItsAngle(double yaw, double pitch, double roll)
    {
        var pose = HeadPose.Of(MadeFaces.Mesh(yaw, pitch, roll));

        Assert.Equal((yaw, pitch, roll), (Math.Round(pose.Yaw, 6), Math.Round(pose.Pitch, 6), Math.Round(pose.Roll, 6)));
    }

    [Fact]
    public void Of_TurnedAndNoddingHead_KeepsBothAngles()
    {
        var pose = HeadPose.Of(MadeFaces.Mesh(20, 15, 0));

        Assert.Equal(20, pose.Yaw, 6);
        Assert.Equal(15, pose.Pitch, 6);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(30, 0, 0.5)]
    [InlineData(0, -30, 0.5)]
    [InlineData(75, 0, 0)]
    public void Frontality_OfAnAngle_FallsToNothingAtSixtyDegrees(double yaw, double pitch, double expected) =>
        Assert.Equal(expected, new HeadPose(yaw, pitch, 0).Frontality, 9);

    [Fact]
    public void FrontalityOf_TiltedFaceThatLooksAhead_IsFull()
    {
        var upright = MadeFaces.At(0, 0, 100);
        var tilted = upright with
        {
            Points = [.. upright.Points.Select(p => ((p.X * 0.8) - (p.Y * 0.6), (p.X * 0.6) + (p.Y * 0.8)))],
        };

        Assert.Equal(1, HeadPose.FrontalityOf(tilted), 9);
        Assert.True(HeadPose.FrontalityOf(upright with { Points = [upright.Points[0], upright.Points[1], (18, 5), (14, 25)] }) < 0.3);
    }

    [Fact]
    public void Of_MouthOfAMesh_OpensWithTheLips()
    {
        var mesh = new FacePoint[FaceMeshPoints.Count];
        mesh[FaceMeshPoints.InnerMouthRight] = new FacePoint(-20, 0, 0);
        mesh[FaceMeshPoints.InnerMouthLeft] = new FacePoint(20, 0, 0);

        Assert.Equal(0, MouthOpenness.Of(mesh));
        mesh[FaceMeshPoints.LowerLip] = new FacePoint(0, 14, 0);
        Assert.Equal(0.5, MouthOpenness.Of(mesh), 9);
        mesh[FaceMeshPoints.LowerLip] = new FacePoint(0, 60, 0);
        Assert.Equal(1, MouthOpenness.Of(mesh));
    }
}
