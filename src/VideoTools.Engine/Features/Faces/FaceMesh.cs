// Method: MediaPipe Face Mesh (Y. Kartynnik et al., "Real-time facial surface geometry from monocular video on mobile GPUs", 2019): 468
// points of a face in space out of a square around it, turned so that the eyes lie level, of 1.5 times the detector's box. It also says
// how sure it is that there is a face.
// Units: 192 x 192 pixels, RGB 0..1; points in pixels of the picture, depth in the same unit. Cost: see docs/accuracy-faces.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Lays the mesh over faces. Not thread-safe: one instance per file.</summary>
/// <param name="session">The model.</param>
internal sealed class FaceMesh(ModelSession session)
{
    /// <summary>Side of the model's input in pixels.</summary>
    public const int Side = 192;

    private const double Margin = 1.5;

    private readonly byte[] _patch = new byte[Side * Side * 3];
    private readonly float[] _input = new float[Side * Side * 3];

    /// <summary>The square that the model looks at.</summary>
    public static Similarity Square(FaceDetection face, int pixels) => Similarity.OfSquare(
        (face.Left + face.Right) / 2, (face.Top + face.Bottom) / 2, Margin * Math.Max(face.Width, face.Height), face.Angle, pixels);

    /// <summary>The points of a face and how sure the model is of it, 0 to 1.</summary>
    public (FacePoint[] Points, double Score) Find(RgbPyramid picture, FaceDetection face)
    {
        var square = Square(face, Side);
        picture.Read(square, Side, _patch);
        RgbPatch.ToInterleaved(_patch, _input, 1f / 255, 0);
        using var input = ModelTensor.Over(_input, 1, Side, Side, 3);
        return session.Run([input], outputs =>
        {
            var points = new FacePoint[FaceMeshPoints.Count];
            double score = 0;
            foreach (var output in outputs)
            {
                var values = output.Floats;
                if (values.Length == 1)
                {
                    score = Math.Clamp(values[0], 0, 1);
                }
                else if (values.Length == 3 * FaceMeshPoints.Count)
                {
                    for (var i = 0; i < points.Length; i++)
                    {
                        var (x, y) = square.Apply(values[3 * i], values[(3 * i) + 1]);
                        points[i] = new FacePoint(x, y, values[(3 * i) + 2] * square.Size);
                    }
                }
            }

            return (points, score);
        });
    }
}
