// Method: axes of the head from points of the mesh that hardly move with the face: ten pairs of right and left points give the
// direction to the side, forehead and chin the one downwards, made square to it; the third is their vector product. The chin moves
// with the jaw along the second axis, which turns nothing. Weak perspective, as the mesh has it.
// Units: degrees. Yaw is positive to the right of the picture, pitch upwards, roll clockwise on the screen. Cost: nothing to speak of.
namespace VideoTools.Engine.Features.Faces;

/// <summary>Where a face looks.</summary>
/// <param name="Yaw">Turn to the side.</param>
/// <param name="Pitch">Nod.</param>
/// <param name="Roll">Tilt in the plane of the picture.</param>
internal readonly record struct HeadPose(double Yaw, double Pitch, double Roll)
{
    /// <summary>From here on a face counts as seen from the side, in degrees.</summary>
    private const double Sideways = 60;

    /// <summary>How straight the face looks into the camera: 1, falling evenly to 0 at 60 degrees to any side.</summary>
    public double Frontality
    {
        get
        {
            var angle = Math.Acos(Math.Clamp(Math.Cos(ToRadians(Yaw)) * Math.Cos(ToRadians(Pitch)), -1, 1)) * 180 / Math.PI;
            return Math.Clamp(1 - (angle / Sideways), 0, 1);
        }
    }

    /// <summary>The pose of a mesh.</summary>
    /// <param name="mesh">The 468 points.</param>
    public static HeadPose Of(IReadOnlyList<FacePoint> mesh)
    {
        var side = default(FacePoint);
        foreach (var (right, left) in FaceMeshPoints.Pairs)
        {
            side += mesh[left] - mesh[right];
        }

        side = side.Unit();
        var down = mesh[FaceMeshPoints.Chin] - mesh[FaceMeshPoints.Forehead];
        down = (down - (side * down.Dot(side))).Unit();
        var forward = side.Cross(down) * -1;
        return new HeadPose(
            ToDegrees(Math.Atan2(forward.X, -forward.Z)),
            ToDegrees(Math.Asin(Math.Clamp(-forward.Y, -1, 1))),
            ToDegrees(Math.Atan2(side.Y, side.X)));
    }

    /// <summary>Frontality where there is no mesh: how far nose and mouth lie beside the middle of the eyes.</summary>
    public static double FrontalityOf(FaceDetection face)
    {
        var (right, left, nose, mouth) = (face.Points[0], face.Points[1], face.Points[2], face.Points[3]);
        var (middleX, middleY) = ((right.X + left.X) / 2, (right.Y + left.Y) / 2);
        var distance = Math.Sqrt(Math.Pow(left.X - right.X, 2) + Math.Pow(left.Y - right.Y, 2));
        if (distance <= 0)
        {
            return 0;
        }

        // Along the line of the eyes, so that a tilted head is none that looks away.
        var (cos, sin) = ((left.X - right.X) / distance, (left.Y - right.Y) / distance);
        double Beside((double X, double Y) point) => Math.Abs(((point.X - middleX) * cos) + ((point.Y - middleY) * sin));
        return Math.Clamp(1 - (2 * ((Beside(nose) + Beside(mouth)) / 2) / distance), 0, 1);
    }

    private static double ToRadians(double degrees) => degrees * Math.PI / 180;

    private static double ToDegrees(double radians) => radians * 180 / Math.PI;
}
