// Flow: detector -> mesh (a second opinion: what it takes for no face is dropped) -> eyes, mouth, pose -> aligned picture -> identity ->
// expression -> brightness, contrast and sharpness. Faces lower than SmallestMesh pixels get no mesh: nothing of eyes is left in them.
// Cost: see docs/accuracy-faces.md; grows with the faces.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Finds and measures faces with the models of the catalogue. Not thread-safe: one instance per file; models are shared.</summary>
/// <param name="options">What to look for.</param>
internal sealed class FaceReader(FaceOptions options) : IFaceReader
{
    private const int DetailSide = 112;

    private readonly RgbPyramid _picture = new();
    private readonly byte[] _patch = new byte[DetailSide * DetailSide * 3];
    private readonly byte[] _luma = new byte[DetailSide * DetailSide];
    private FaceDetector? _detector;
    private FaceIdentity _identity = null!;

    public InferenceDevice Device { get; private set; } = ModelSessions.Resolve(options.Device).Device;

    public void Prepare()
    {
        if (_detector is not null)
        {
            return;
        }

        var sessions = ModelSessions.Shared;
        var detection = sessions.GetDefault(ModelKind.FaceDetection, options.Device);
        _identity = new FaceIdentity(sessions.GetDefault(ModelKind.FaceIdentity, options.Device));
        Device = detection.Device;
        _detector = new FaceDetector(detection, options.MinimumScore, options.MinimumSize);
    }

    public IReadOnlyList<FaceFinding> Read(VideoFrame still)
    {
        Prepare();
        _picture.Load(still.Y, still.Width, still.Height);
        return [.. _detector!.Find(_picture).OrderByDescending(f => f.Area).ThenBy(f => f.Left).Select(Measure)];
    }

    private FaceFinding Measure(FaceDetection face)
    {
        var alignment = FaceAlignment.Of(face);
        return new FaceFinding
        {
            Detection = face,
            Detail = Detail(face),
            Embedding = _identity.Embed(_picture, alignment),
        };
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
