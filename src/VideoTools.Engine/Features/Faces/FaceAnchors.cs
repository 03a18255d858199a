// Method: the boxes of BlazeFace (V. Bazarevsky et al., "BlazeFace: Sub-millisecond neural face detection on mobile GPUs", 2019), back
// camera model: the input of 256 x 256 has 16 x 16 cells with two anchors each and 8 x 8 cells with six each, all of size 1 and centred
// in their cell. A box or point is an offset in input pixels from the anchor's centre. A score is the sigmoid of its output.
// Units: pixels of the input. Cost: only anchors whose score passes are decoded.
namespace VideoTools.Engine.Features.Faces;

/// <summary>Turns the outputs of BlazeFace into faces.</summary>
internal static class FaceAnchors
{
    /// <summary>Side of the model's input in pixels.</summary>
    public const int Side = 256;

    /// <summary>Anchors of the fine grid.</summary>
    public const int Fine = 16 * 16 * 2;

    /// <summary>Anchors of the coarse grid.</summary>
    public const int Coarse = 8 * 8 * 6;

    /// <summary>Numbers an anchor has: box and six points.</summary>
    public const int Values = 16;

    /// <summary>The centre of an anchor in pixels of the input.</summary>
    /// <param name="index">Number in its grid.</param>
    /// <param name="cells">Cells along a side: 16 or 8.</param>
    /// <param name="each">Anchors a cell: 2 or 6.</param>
    public static (double X, double Y) Centre(int index, int cells, int each)
    {
        var cell = index / each;
        var size = (double)Side / cells;
        return (((cell % cells) + 0.5) * size, ((cell / cells) + 0.5) * size);
    }

    /// <summary>Decodes one grid; overlapping answers are still apart.</summary>
    /// <param name="scores">Outputs before the sigmoid, one an anchor.</param>
    /// <param name="values">Sixteen numbers an anchor.</param>
    /// <param name="minimumScore">Fainter ones are left out.</param>
    /// <param name="found">Takes the faces, in pixels of the input.</param>
    public static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> values, double minimumScore, List<FaceDetection> found)
    {
        var (cells, each) = scores.Length switch
        {
            Fine => (16, 2),
            Coarse => (8, 6),
            _ => throw new ArgumentException($"No grid has {scores.Length} anchors.", nameof(scores)),
        };
        var threshold = Logit(minimumScore);
        for (var i = 0; i < scores.Length; i++)
        {
            // Also false for what is no number.
            if (!(scores[i] >= threshold))
            {
                continue;
            }

            var (x, y) = Centre(i, cells, each);
            var own = values.Slice(i * Values, Values);
            var (centerX, centerY, width, height) = (x + own[0], y + own[1], own[2], own[3]);
            if (!(width > 1) || !(height > 1) || width > 4 * Side || height > 4 * Side)
            {
                continue;
            }

            var points = new (double X, double Y)[6];
            for (var p = 0; p < points.Length; p++)
            {
                points[p] = (x + own[4 + (2 * p)], y + own[5 + (2 * p)]);
            }

            found.Add(new FaceDetection(
                centerX - (width / 2), centerY - (height / 2), centerX + (width / 2), centerY + (height / 2), Sigmoid(scores[i]), points));
        }
    }

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-Math.Clamp(value, -100, 100)));

    private static double Logit(double score) => score <= 0 ? double.NegativeInfinity : score >= 1 ? 100 : Math.Log(score / (1 - score));
}
