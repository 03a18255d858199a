// Method: a small convolutional network trained on FER-2013 (O. Arriaga et al., "Real-time convolutional neural networks for emotion and
// gender classification", 2017) on the grey, level face.
// Units: 64 x 64 pixels, luma -1..1; seven probabilities. Cost: see docs/accuracy-faces.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Says what faces express. Not thread-safe: one instance per file.</summary>
/// <param name="session">The model.</param>
internal sealed class FaceExpressions(ModelSession session)
{
    private const int Side = 64;
    private const double Margin = 1.15;

    // The order of the training set.
    private static readonly FaceExpression[] Order =
    [
        FaceExpression.Angry, FaceExpression.Disgust, FaceExpression.Fear, FaceExpression.Happy, FaceExpression.Sad,
        FaceExpression.Surprise, FaceExpression.Neutral,
    ];

    private readonly byte[] _patch = new byte[Side * Side * 3];
    private readonly byte[] _luma = new byte[Side * Side];
    private readonly float[] _input = new float[Side * Side];

    /// <summary>The likeliest expression and its probability.</summary>
    public (FaceExpression Expression, double Score) Read(RgbPyramid picture, FaceDetection face)
    {
        var square = Similarity.OfSquare(
            (face.Left + face.Right) / 2, (face.Top + face.Bottom) / 2, Margin * Math.Max(face.Width, face.Height), face.Angle, Side);
        picture.Read(square, Side, _patch);
        RgbPatch.ToLuma(_patch, _luma);
        RgbPatch.ToInterleaved(_luma, _input, 2f / 255, -1);
        using var input = ModelTensor.Over(_input, 1, Side, Side, 1);
        return session.Run([input], outputs =>
        {
            var values = outputs[0].Floats;
            var best = 0;
            for (var i = 1; i < Order.Length; i++)
            {
                best = values[i] > values[best] ? i : best;
            }

            return (Order[best], Math.Clamp((double)values[best], 0, 1));
        });
    }
}
