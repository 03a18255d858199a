// Flow: detector -> mesh (a second opinion: what it takes for no face is dropped) -> pose, mouth, eyes -> aligned picture -> identity
// -> expression -> brightness, contrast and sharpness. Of faces lower than FaceModels.SmallestEyes pixels the eyes are not told:
// nothing of them is left.
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
    private const int DetailSide = 112;

    private readonly RgbPyramid _picture = new();
    private readonly byte[] _patch = new byte[DetailSide * DetailSide * 3];
    private readonly byte[] _luma = new byte[DetailSide * DetailSide];
    private FaceModels? _models;
    private FaceExpressions _expressions = null!;

    public InferenceDevice Device { get; private set; } = Devices.Resolve(options.Device).Device;

    public void Prepare()
    {
        if (_models is not null)
        {
            return;
        }

        var models = FaceModels.Load(options.Device, options.MinimumScore, options.MinimumSize);
        _expressions = new FaceExpressions(FaceModels.Session(ModelKind.FaceExpression, options.Device));
        Device = models.Device;
        _models = models;
    }

    public IReadOnlyList<FaceFinding> Read(VideoFrame still)
    {
        Prepare();
        _picture.Load(still.Y, still.Width, still.Height);
        var faces = _models!.Detector.Find(_picture).OrderByDescending(f => f.Area).ThenBy(f => f.Left);
        return [.. faces.Select(face => Measure(_models, face)).OfType<FaceFinding>()];
    }

    private FaceFinding? Measure(FaceModels models, FaceDetection face)
    {
        var (mesh, score) = models.Mesh.Find(_picture, face);
        if (score < FaceModels.LowestMeshScore)
        {
            return null;
        }

        var pose = HeadPose.Of(mesh);
        var (right, left) = models.Eyes(_picture, mesh, face.Height, pose);
        var (expression, expressionScore) = _expressions.Read(_picture, face);
        return new FaceFinding
        {
            Detection = face,
            Mesh = mesh,
            MeshScore = score,
            Pose = pose,
            RightEyeOpen = Openness(right),
            LeftEyeOpen = Openness(left),
            MouthOpen = MouthOpenness.Of(mesh),
            Expression = expression,
            ExpressionScore = expressionScore,
            Detail = Detail(face),
            Embedding = models.Identity.Embed(_picture, FaceAlignment.Of(mesh)),
        };
    }

    private static double? Openness(EyeReading? eye) => eye is { } seen ? EyeOpenness.Of(seen.Ratio) : null;

    private LumaDetail Detail(FaceDetection face)
    {
        var box = Similarity.OfSquare(
            (face.Left + face.Right) / 2, (face.Top + face.Bottom) / 2, Math.Max(face.Width, face.Height), 0, DetailSide);
        _picture.Read(box, DetailSide, _patch);
        RgbPatch.ToLuma(_patch, _luma);
        return LumaDetail.Of(_luma, DetailSide, DetailSide);
    }
}
