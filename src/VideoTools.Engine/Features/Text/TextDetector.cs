// Method: PP-OCRv4 mobile detection (PaddlePaddle, Apache-2.0), a DBNet. The picture is reduced to at most LongSide: finding a line takes
// fewer pixels than reading it, and costs in proportion to them (and large letters fall into fewer pieces). It is padded to multiples
// of 32 with the mean colour, not stretched. Units: pixels of the picture handed in. Cost: see docs/performance.md.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Finds lines of text in a picture. Not thread-safe: one instance per reader.</summary>
internal sealed class TextDetector(ModelSession session)
{
    /// <summary>Longest side of what the network sees.</summary>
    public const int LongSide = 960;

    private const int Multiple = 32;

    // The network was trained on pictures in the order blue, green, red with the means of red, green, blue: kept as it was trained.
    private static readonly RgbPlanes Normaliser = new((0.406f, 0.456f, 0.485f), (0.225f, 0.224f, 0.229f));

    private float[] _planes = [];
    private (int Width, int Height) _size;

    /// <summary>Boxes of one picture with the detector's score, 0.6 to 1.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    public List<(RotatedBox Box, double Score)> Find(VideoFrame still)
    {
        var (width, height) = AnalysisSize.Fit(still.Width, still.Height, LongSide);
        var (paddedWidth, paddedHeight) = (RoundUp(width), RoundUp(height));
        if (_size != (paddedWidth, paddedHeight))
        {
            _planes = new float[3 * paddedWidth * paddedHeight];
            _size = (paddedWidth, paddedHeight);
        }

        Normaliser.FillBgr(still.Y, (still.Width, still.Height), (width, height), _planes, (paddedWidth, paddedHeight));
        using var input = ModelTensor.Over(_planes, 1, 3, paddedHeight, paddedWidth);
        var found = session.Run([input], outputs => TextRegions.Find(outputs[0].Floats, paddedWidth, width, height));

        // Pixel centres of the map lie at whole numbers, those of the picture's edges at halves.
        var (scaleX, scaleY) = ((double)still.Width / width, (double)still.Height / height);
        return [.. found.Select(f => (Centred(f.Box).Scale(scaleX, scaleY), f.Score))];

        static RotatedBox Centred(RotatedBox box) => box with { CenterX = box.CenterX + 0.5, CenterY = box.CenterY + 0.5 };
    }

    private static int RoundUp(int side) => (side + Multiple - 1) / Multiple * Multiple;
}
