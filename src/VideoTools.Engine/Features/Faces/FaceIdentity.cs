// Method: SFace (Y. Zhong et al., "SFace: Sigmoid-constrained hypersphere loss for robust face recognition", TIP 2021; OpenCV Zoo's model
// of December 2021, Apache-2.0): an aligned face becomes 128 numbers, brought to length 1 here. The cosine of two says whether they show
// the same person.
// Units: 112 x 112 pixels, RGB 0..255. Cost: see docs/accuracy-faces.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Says in numbers who a face is. Not thread-safe: one instance per file.</summary>
/// <param name="session">The model.</param>
internal sealed class FaceIdentity(ModelSession session)
{
    private readonly byte[] _patch = new byte[FaceAlignment.Side * FaceAlignment.Side * 3];
    private readonly float[] _input = new float[FaceAlignment.Side * FaceAlignment.Side * 3];

    /// <summary>The embedding of a face, of length 1.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="alignment">Takes the aligned picture to the picture.</param>
    public float[] Embed(RgbPyramid picture, Similarity alignment)
    {
        picture.Read(alignment, FaceAlignment.Side, _patch);
        RgbPatch.ToPlanes(_patch, _input);
        using var input = ModelTensor.Over(_input, 1, 3, FaceAlignment.Side, FaceAlignment.Side);
        return session.Run([input], outputs => Unit(outputs[0].Floats));
    }

    /// <summary>Cosine of two embeddings, -1 to 1.</summary>
    public static double Cosine(IReadOnlyList<float> one, IReadOnlyList<float> other)
    {
        double sum = 0;
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    internal static float[] Unit(ReadOnlySpan<float> values)
    {
        double squares = 0;
        foreach (var value in values)
        {
            squares += (double)value * value;
        }

        var factor = squares > 0 ? 1 / Math.Sqrt(squares) : 0;
        var unit = new float[values.Length];
        for (var i = 0; i < unit.Length; i++)
        {
            unit[i] = (float)(values[i] * factor);
        }

        return unit;
    }
}
