// Method: PP-OCRv4 mobile detection (PaddlePaddle, Apache-2.0), a DBNet. The picture is padded to multiples of 32 with the mean colour,
// not stretched: boxes then need no correction. Units: pixels of the picture. Cost: see docs/performance.md; grows with the pixels.
using Microsoft.ML.OnnxRuntime;
using VideoTools.Engine.Decoding;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Analysis.Text;

/// <summary>Finds lines of text in a picture. Not thread-safe: one instance a reader.</summary>
internal sealed class TextDetector(ModelSession session)
{
    private const int Multiple = 32;

    // The network was trained on pictures in the order blue, green, red with the means of red, green, blue: kept as it was trained.
    private static readonly RgbPlanes Normaliser = new((0.406f, 0.456f, 0.485f), (0.225f, 0.224f, 0.229f));

    private float[] _planes = [];
    private (int Width, int Height) _size;

    /// <summary>Boxes of one picture with the detector's score, 0.6 to 1.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    public List<(RotatedBox Box, double Score)> Find(VideoFrame still)
    {
        var (width, height) = (RoundUp(still.Width), RoundUp(still.Height));
        if (_size != (width, height))
        {
            _planes = new float[3 * width * height];
            _size = (width, height);
        }

        Normaliser.FillBgr(still.Y, still.Width, still.Height, _planes, width, height);
        using var input = OrtValue.CreateTensorValueFromMemory(_planes, [1, 3, height, width]);
        return session.Run([input], outputs => TextRegions.Find(outputs[0].GetTensorDataAsSpan<float>(), width, still.Width, still.Height));
    }

    private static int RoundUp(int side) => (side + Multiple - 1) / Multiple * Multiple;
}
