// Method: MediaPipe Iris (A. Ablavatski et al., "Real-time pupil tracking from monocular video for digital puppetry", 2020) looks at a
// square around each eye, 2.3 times as wide as the eye, and gives the lids far more exactly than the mesh, whose points hardly follow a
// lid that closes. It knows the person's right eye; the left one is shown to it mirrored.
// Both eyes go through the model in one run.
// Units: 64 x 64 pixels, RGB 0..1; 71 points of eye and brow and 5 of the iris, of which the first 16 are the lids.
// Cost: see docs/accuracy-faces.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Says how far eyes are open. Not thread-safe: one instance per file.</summary>
/// <param name="session">The model.</param>
internal sealed class EyeReader(ModelSession session)
{
    private const int Side = 64;
    private const double Margin = 2.3;
    private const int Values = 76 * 3;

    // Of the model's points: the lower lid from the outer to the inner end, the upper lid between the ends.
    private static readonly int[] Lower = [2, 3, 4, 5, 6];
    private static readonly int[] Upper = [10, 11, 12, 13, 14];
    private const int Outer = 0;
    private const int Inner = 8;
    private const int Iris = 71;

    private readonly byte[] _patch = new byte[Side * Side * 3];
    private readonly float[][] _inputs = [new float[Side * Side * 3], new float[2 * Side * Side * 3]];

    /// <summary>How far eyes are open, and where they look.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="eyes">One or two eyes: their outer and inner ends, and whether it is the person's left one.</param>
    /// <param name="pose">Where the face looks.</param>
    /// <returns>As many readings.</returns>
    public EyeReading[] Read(RgbPyramid picture, IReadOnlyList<(FacePoint Outer, FacePoint Inner, bool IsLeft)> eyes, HeadPose pose)
    {
        var values = _inputs[eyes.Count - 1];
        for (var i = 0; i < eyes.Count; i++)
        {
            ReadPatch(picture, eyes[i].Outer, eyes[i].Inner, eyes[i].IsLeft);
            RgbPatch.ToInterleaved(_patch, values.AsSpan(i * _patch.Length, _patch.Length), 1f / 255, 0);
        }

        using var input = ModelTensor.Over(values, eyes.Count, Side, Side, 3);
        return session.Run([input], outputs =>
        {
            foreach (var output in outputs)
            {
                if (output.Floats.Length == eyes.Count * Values)
                {
                    var readings = new EyeReading[eyes.Count];
                    for (var i = 0; i < readings.Length; i++)
                    {
                        readings[i] = Of(output.Floats.Slice(i * Values, Values), eyes[i].IsLeft, pose);
                    }

                    return readings;
                }
            }

            throw new InvalidDataException($"The iris model gives no output of {eyes.Count} x {Values} numbers.");
        });
    }

    // Level with the eye: of the right eye the outer end is on the left of the picture.
    private void ReadPatch(RgbPyramid picture, FacePoint outer, FacePoint inner, bool isLeft)
    {
        var (left, right) = isLeft ? (inner, outer) : (outer, inner);
        var (dx, dy) = (right.X - left.X, right.Y - left.Y);
        var square = Similarity.OfSquare(
            (left.X + right.X) / 2, (left.Y + right.Y) / 2, Margin * Math.Sqrt((dx * dx) + (dy * dy)), Math.Atan2(dy, dx), Side);
        picture.Read(square, Side, _patch);
        if (isLeft)
        {
            RgbPatch.Mirror(_patch, Side);
        }
    }

    private static EyeReading Of(ReadOnlySpan<float> points, bool isLeft, HeadPose pose)
    {
        var (from, to, iris) = (At(points, Outer), At(points, Inner), At(points, Iris));
        var shift = (iris.X - ((from.X + to.X) / 2)) / Math.Max(1, Math.Abs(to.X - from.X));
        return new EyeReading(EyeOpenness.Ratio(from, to, Of(points, Upper), Of(points, Lower), pose), isLeft ? -shift : shift);
    }

    private static FacePoint At(ReadOnlySpan<float> values, int index) =>
        new(values[3 * index], values[(3 * index) + 1], values[(3 * index) + 2]);

    private static FacePoint[] Of(ReadOnlySpan<float> values, int[] indexes)
    {
        var points = new FacePoint[indexes.Length];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = At(values, indexes[i]);
        }

        return points;
    }
}
