// Method: as MediaPipe's face pipeline: the mesh of one picture says where to look for it in the next, and the detector runs only where
// there is none, or where the mesh is not sure any more. The driver is the largest face when one is looked for; one that was seen
// shortly before goes before others. Every CheckSeconds the detector looks all the same: a face that is plainly larger in two looks
// running takes over (the first one was a passenger, or somebody who leant into the picture).
// Units: pixels. Cost: one run of the mesh a picture, one of the detector where it is needed: docs/accuracy-observation.md.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Follows one face. Not thread-safe: one instance per file.</summary>
/// <param name="find">Finds faces.</param>
/// <param name="lay">Lays the mesh over a face, and says how sure it is.</param>
internal sealed class FaceFollower(
    Func<RgbPyramid, IReadOnlyList<FaceDetection>> find, Func<RgbPyramid, FaceDetection, (FacePoint[] Mesh, double Score)> lay)
{
    private const double CheckSeconds = 3;
    private const double PatienceSeconds = 2;
    private const double SameFace = 0.2;
    private const double Larger = 1.6;
    private const int LooksToTakeOver = 2;

    private FaceDetection? _box;
    private double _seen = double.NegativeInfinity;
    private double _checked = double.NegativeInfinity;
    private int _rivals;

    /// <summary>Runs of the detector so far.</summary>
    public int Detections { get; private set; }

    /// <summary>The driver's face in the next picture; null when there is none.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="seconds">Its time.</param>
    public FollowedFace? Follow(RgbPyramid picture, double seconds)
    {
        var isFollowing = _box is not null && seconds - _seen < PatienceSeconds;
        if (isFollowing && TryLay(picture, _box!) is { } followed)
        {
            if (seconds - _checked < CheckSeconds || Rival(picture, seconds, followed.Box) is not { } rival)
            {
                return Keep(followed with { IsFound = false }, seconds);
            }

            return Keep(rival, seconds);
        }

        // The face of a moment ago before larger ones.
        var faces = Detect(picture, seconds).OrderByDescending(face => IsKnown(face, seconds)).ThenByDescending(face => face.Area);
        foreach (var face in faces)
        {
            if (TryLay(picture, face) is { } found)
            {
                return Keep(found, seconds);
            }
        }

        return null;
    }

    /// <summary>The box of a mesh as the detector would give it: upright in the face's own frame.</summary>
    internal static FaceDetection BoxOf(IReadOnlyList<FacePoint> mesh, double score)
    {
        var (right, left) = (
            Middle(mesh, FaceMeshPoints.RightEyeOuter, FaceMeshPoints.RightEyeInner),
            Middle(mesh, FaceMeshPoints.LeftEyeOuter, FaceMeshPoints.LeftEyeInner));
        var (sin, cos) = Math.SinCos(Math.Atan2(left.Y - right.Y, left.X - right.X));
        double minU = double.MaxValue, maxU = double.MinValue, minV = double.MaxValue, maxV = double.MinValue;
        foreach (var point in mesh)
        {
            var (u, v) = ((point.X * cos) + (point.Y * sin), (point.Y * cos) - (point.X * sin));
            (minU, maxU, minV, maxV) = (Math.Min(minU, u), Math.Max(maxU, u), Math.Min(minV, v), Math.Max(maxV, v));
        }

        var (middleU, middleV) = ((minU + maxU) / 2, (minV + maxV) / 2);
        var (x, y) = ((middleU * cos) - (middleV * sin), (middleU * sin) + (middleV * cos));
        var (halfWidth, halfHeight) = ((maxU - minU) / 2, (maxV - minV) / 2);
        return new FaceDetection(
            x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score,
            [
                right, left, At(mesh, FaceMeshPoints.NoseTip), Middle(mesh, FaceMeshPoints.UpperLip, FaceMeshPoints.LowerLip),
                At(mesh, FaceMeshPoints.RightEar), At(mesh, FaceMeshPoints.LeftEar),
            ]);
    }

    private static (double X, double Y) At(IReadOnlyList<FacePoint> mesh, int index) => (mesh[index].X, mesh[index].Y);

    private static (double X, double Y) Middle(IReadOnlyList<FacePoint> mesh, int a, int b) =>
        ((mesh[a].X + mesh[b].X) / 2, (mesh[a].Y + mesh[b].Y) / 2);

    private bool IsKnown(FaceDetection face, double seconds) =>
        _box is not null && seconds - _seen < PatienceSeconds && face.Overlap(_box) >= SameFace;

    private FollowedFace Keep(FollowedFace face, double seconds)
    {
        (_box, _seen) = (face.Box, seconds);
        return face;
    }

    private FollowedFace? TryLay(RgbPyramid picture, FaceDetection face)
    {
        var (mesh, score) = lay(picture, face);
        return score >= FaceModels.LowestMeshScore ? new FollowedFace(mesh, BoxOf(mesh, score), IsFound: true) : null;
    }

    private FollowedFace? Rival(RgbPyramid picture, double seconds, FaceDetection own)
    {
        var rival = Detect(picture, seconds).Where(face => face.Overlap(own) < SameFace).MaxBy(face => face.Area);
        _rivals = rival is not null && rival.Area >= Larger * own.Area ? _rivals + 1 : 0;
        if (_rivals < LooksToTakeOver)
        {
            return null;
        }

        _rivals = 0;
        return TryLay(picture, rival!);
    }

    private IReadOnlyList<FaceDetection> Detect(RgbPyramid picture, double seconds)
    {
        Detections++;
        _checked = seconds;
        return find(picture);
    }
}
