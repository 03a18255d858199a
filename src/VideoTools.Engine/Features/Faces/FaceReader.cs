// Flow: detector -> mesh (a second opinion: what it takes for no face is dropped) -> pose, mouth, eyes -> aligned picture -> identity
// -> expression -> brightness, contrast and sharpness. Of faces lower than SmallestEyes pixels the eyes are not told: nothing of them
// is left.
// Cost: see docs/accuracy-faces.md; grows with the faces.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>
/// Finds and measures faces with the models of the catalogue. Not thread-safe: one instance per file; the models are shared.
/// </summary>
/// <param name="options">What to look for.</param>
internal sealed class FaceReader(FaceOptions options) : IFaceReader
{
    /// <summary>Below this score of the mesh there is no face.</summary>
    public const double LowestMeshScore = 0.5;

    /// <summary>Least height of a face in pixels at which its eyes can be told.</summary>
    public const double SmallestEyes = 48;

    private const int DetailSide = 112;

    private readonly RgbPyramid _picture = new();
    private readonly byte[] _patch = new byte[DetailSide * DetailSide * 3];
    private readonly byte[] _luma = new byte[DetailSide * DetailSide];
    private FaceDetector? _detector;
    private FaceMesh _mesh = null!;
    private EyeReader _eyes = null!;
    private FaceIdentity _identity = null!;
    private FaceExpressions _expressions = null!;

    public InferenceDevice Device { get; private set; } = Devices.Resolve(options.Device).Device;

    public void Prepare()
    {
        if (_detector is not null)
        {
            return;
        }

        var detection = Session(ModelKind.FaceDetection);
        _mesh = new FaceMesh(Session(ModelKind.FaceMesh));
        _eyes = new EyeReader(Session(ModelKind.FaceIris));
        _identity = new FaceIdentity(Session(ModelKind.FaceIdentity));
        _expressions = new FaceExpressions(Session(ModelKind.FaceExpression));
        Device = detection.Device;
        _detector = new FaceDetector(detection, options.MinimumScore, options.MinimumSize);
    }

    public IReadOnlyList<FaceFinding> Read(VideoFrame still)
    {
        Prepare();
        _picture.Load(still.Y, still.Width, still.Height);
        return [.. _detector!.Find(_picture).OrderByDescending(f => f.Area).ThenBy(f => f.Left).Select(Measure).OfType<FaceFinding>()];
    }

    private ModelSession Session(ModelKind kind) => ModelSessions.Shared.GetDefault(kind, options.Device);

    private FaceFinding? Measure(FaceDetection face)
    {
        var (mesh, score) = _mesh.Find(_picture, face);
        if (score < LowestMeshScore)
        {
            return null;
        }

        var pose = HeadPose.Of(mesh);
        var (expression, expressionScore) = _expressions.Read(_picture, face);
        return new FaceFinding
        {
            Detection = face,
            Mesh = mesh,
            MeshScore = score,
            Pose = pose,
            RightEyeOpen = Eye(mesh, face, pose, isLeft: false),
            LeftEyeOpen = Eye(mesh, face, pose, isLeft: true),
            MouthOpen = MouthOpenness.Of(mesh),
            Expression = expression,
            ExpressionScore = expressionScore,
            Detail = Detail(face),
            Embedding = _identity.Embed(_picture, FaceAlignment.Of(mesh)),
        };
    }

    // Turned to the right of the picture, a face hides the eye there: the person's left one.
    private double? Eye(FacePoint[] mesh, FaceDetection face, HeadPose pose, bool isLeft)
    {
        var turnedAway = isLeft ? pose.Yaw : -pose.Yaw;
        if (face.Height < SmallestEyes || turnedAway > EyeOpenness.HiddenYaw)
        {
            return null;
        }

        var (outer, inner) = isLeft
            ? (mesh[FaceMeshPoints.LeftEyeOuter], mesh[FaceMeshPoints.LeftEyeInner])
            : (mesh[FaceMeshPoints.RightEyeOuter], mesh[FaceMeshPoints.RightEyeInner]);
        return EyeOpenness.Of(_eyes.Read(_picture, outer, inner, isLeft, pose).Ratio);
    }

    private LumaDetail Detail(FaceDetection face)
    {
        var box = Similarity.OfSquare(
            (face.Left + face.Right) / 2, (face.Top + face.Bottom) / 2, Math.Max(face.Width, face.Height), 0, DetailSide);
        _picture.Read(box, DetailSide, _patch);
        RgbPatch.ToLuma(_patch, _luma);
        return LumaDetail.Of(_luma, DetailSide, DetailSide);
    }
}
