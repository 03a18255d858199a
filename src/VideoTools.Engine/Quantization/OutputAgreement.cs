// Method: for every output the correlation of its numbers before and after, over all held-out pictures together; the output that agrees
// least counts. A correlation and not a cosine, because logits and maps have a mean far from 0 that would hide every error.
// Units: 100 for the same, 0 for nothing in common. Cost: one run a picture.
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Quantization;

/// <summary>How alike the outputs of two models are.</summary>
internal static class OutputAgreement
{
    /// <summary>What a model gives for pictures: a list of numbers an output.</summary>
    public static List<float[]> Run(RawModel model, IReadOnlyList<ModelPicture> pictures, CancellationToken cancellationToken)
    {
        var gathered = model.OutputNames.Select(_ => new List<float>()).ToList();
        foreach (var picture in pictures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var tensor = picture.ToTensor();
            using var outputs = model.Run(tensor);
            for (var i = 0; i < outputs.Count; i++)
            {
                gathered[i].AddRange(outputs[i].Floats);
            }
        }

        return [.. gathered.Select(values => values.ToArray())];
    }

    /// <summary>The agreement of the output that agrees least.</summary>
    public static double Of(IReadOnlyList<float[]> before, IReadOnlyList<float[]> after) =>
        before.Zip(after, (a, b) => 100 * Correlation(a, b)).Min();

    internal static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length || a.Length == 0)
        {
            return 0;
        }

        var (meanA, meanB) = (Mean(a), Mean(b));
        var (ab, aa, bb, off) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            ab += x * y;
            aa += x * x;
            bb += y * y;
            off += Math.Abs(a[i] - b[i]);
        }

        // An output that is the same everywhere has no correlation: then it is alike or it is not.
        var tiny = 1e-12 * a.Length;
        var correlation = aa > tiny && bb > tiny ? ab / Math.Sqrt(aa * bb) : off / a.Length < 1e-3 ? 1 : 0;
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
