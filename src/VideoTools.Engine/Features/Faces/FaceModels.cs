// What Get-VideoFace and Get-DriverState look with: the same four models, prepared alike. Cost: loading, once a process.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>The models that find, measure and recognise faces. Not thread-safe: one instance per file; the sessions are shared.</summary>
/// <param name="Detector">Finds faces.</param>
/// <param name="Mesh">Lays the mesh over them.</param>
/// <param name="Identity">Says whose they are.</param>
/// <param name="Device">What they run on.</param>
internal sealed record FaceModels(FaceDetector Detector, FaceMesh Mesh, FaceIdentity Identity, InferenceDevice Device)
{
    /// <summary>Least height of a face in pixels at which its eyes can be told.</summary>
    public const double SmallestEyes = 48;

    /// <summary>Below this score of the mesh there is no face.</summary>
    public const double LowestMeshScore = 0.5;

    private EyeReader Iris { get; init; } = null!;

    /// <summary>Loads them.</summary>
    /// <param name="device">What they run on.</param>
    /// <param name="minimumScore">Fainter faces are not found.</param>
    /// <param name="minimumSize">Lower faces are not found, as a share of the picture's height.</param>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    public static FaceModels Load(DeviceOrder device, double minimumScore, double minimumSize)
    {
        var detection = Session(ModelKind.FaceDetection, device);
        return new FaceModels(
            new FaceDetector(detection, minimumScore, minimumSize),
            new FaceMesh(Session(ModelKind.FaceMesh, device)),
            new FaceIdentity(Session(ModelKind.FaceIdentity, device)),
            detection.Device)
        {
            Iris = new EyeReader(Session(ModelKind.FaceIris, device)),
        };
    }

    /// <summary>The session of the default model of a kind.</summary>
    public static ModelSession Session(ModelKind kind, DeviceOrder device) => ModelSessions.Shared.GetDefault(kind, device);

    /// <summary>The eyes of a face; null where it is too small, or hides one.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="mesh">The face's mesh.</param>
    /// <param name="height">Height of the face in pixels.</param>
    /// <param name="pose">Where it looks.</param>
    /// <param name="hiddenYaw">Turn from which on the eye of the far side is not read, in degrees.</param>
    public (EyeReading? Right, EyeReading? Left) Eyes(
        RgbPyramid picture, FacePoint[] mesh, double height, HeadPose pose, double hiddenYaw = EyeOpenness.HiddenYaw)
    {
        // Turned to the right of the picture, a face hides the eye there: the person's left one.
        var (hasRight, hasLeft) = (pose.Yaw >= -hiddenYaw, pose.Yaw <= hiddenYaw);
        if (height < SmallestEyes || !(hasRight || hasLeft))
        {
            return (null, null);
        }

        List<(FacePoint Outer, FacePoint Inner, bool IsLeft)> eyes = [];
        if (hasRight)
        {
            eyes.Add((mesh[FaceMeshPoints.RightEyeOuter], mesh[FaceMeshPoints.RightEyeInner], false));
        }

        if (hasLeft)
        {
            eyes.Add((mesh[FaceMeshPoints.LeftEyeOuter], mesh[FaceMeshPoints.LeftEyeInner], true));
        }

        var read = Iris.Read(picture, eyes, pose);
        return (hasRight ? read[0] : null, hasLeft ? read[^1] : null);
    }
}
