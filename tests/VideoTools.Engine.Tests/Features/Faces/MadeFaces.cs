using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Features.Faces;

/// <summary>Faces made of numbers, for tests without models.</summary>
internal static class MadeFaces
{
    /// <summary>An upright face.</summary>
    public static FaceDetection At(double centerX, double centerY, double size, double score = 0.9) => new(
        centerX - (size / 2), centerY - (size / 2), centerX + (size / 2), centerY + (size / 2), score,
        [
            (centerX - (size * 0.2), centerY - (size * 0.15)), (centerX + (size * 0.2), centerY - (size * 0.15)),
            (centerX, centerY + (size * 0.05)), (centerX, centerY + (size * 0.25)),
            (centerX - (size * 0.45), centerY - (size * 0.1)), (centerX + (size * 0.45), centerY - (size * 0.1)),
        ]);

    /// <summary>What the models might say of it.</summary>
    /// <param name="detection">Where it is.</param>
    /// <param name="person">Who it is: different numbers have nothing in common; 0 for nobody knows.</param>
    /// <param name="likeness">Cosine to the person's other faces is the product of the two.</param>
    public static FaceFinding Of(FaceDetection detection, int person, double likeness = 1)
    {
        var embedding = new float[person == 0 ? 0 : 128];
        if (person > 0)
        {
            embedding[person] = (float)likeness;
            embedding[100 + (person % 20)] = (float)Math.Sqrt(1 - (likeness * likeness));
        }

        return new FaceFinding
        {
            Detection = detection, Detail = new LumaDetail(120, 40, 300), Embedding = embedding, MouthOpen = 0.1,
            LeftEyeOpen = 0.8, RightEyeOpen = 0.6, Pose = new HeadPose(10, -5, 3), Expression = FaceExpression.Happy, ExpressionScore = 0.7,
        };
    }

    /// <summary>A head as a mesh whose points of pose lie where the angles say; all others are in the middle.</summary>
    public static FacePoint[] Mesh(double yaw, double pitch, double roll)
    {
        var mesh = new FacePoint[FaceMeshPoints.Count];
        var height = -40.0;
        foreach (var (right, left) in FaceMeshPoints.Pairs)
        {
            var (x, z) = (20 + Math.Abs(height), 5 + (height * 0.2));
            mesh[right] = new FacePoint(-x, height, z);
            mesh[left] = new FacePoint(x, height, z);
            height += 9;
        }

        mesh[FaceMeshPoints.Forehead] = new FacePoint(0, -80, 0);
        mesh[FaceMeshPoints.Chin] = new FacePoint(0, 80, 0);
        return Array.ConvertAll(mesh, point => Turn(point, yaw, pitch, roll));
    }

    // Nod, then turn, then tilt. A face that turns to the right of the picture moves its near points there.
    private static FacePoint Turn(FacePoint point, double yaw, double pitch, double roll)
    {
        var (sin, cos) = Math.SinCos(pitch * Math.PI / 180);
        point = new FacePoint(point.X, (point.Y * cos) + (point.Z * sin), (point.Z * cos) - (point.Y * sin));
        (sin, cos) = Math.SinCos(yaw * Math.PI / 180);
        point = new FacePoint((point.X * cos) - (point.Z * sin), point.Y, (point.Z * cos) + (point.X * sin));
        (sin, cos) = Math.SinCos(roll * Math.PI / 180);
        return new FacePoint((point.X * cos) - (point.Y * sin), (point.X * sin) + (point.Y * cos), point.Z);
    }
}
