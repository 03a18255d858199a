using OpenCvSharp;
using VideoTools.Engine.Imaging;

namespace VideoTools.Reference.Tests;

/// <summary>Edges, detail and change of luma.</summary>
public sealed class DetailTests
{
    // Half a unit and a little: ours is the nearest whole number of 1/16 levels, OpenCV's a float.
    [OpenCvTheory]
    [InlineData(320, 180)]
    [InlineData(101, 57)]
    [InlineData(33, 17)]
    [InlineData(1, 1)]
    public void Gradient_RandomPicture_IsSobelsMagnitude(int width, int height)
    {
        var luma = OpenCv.Noise(width * height, seed: width);
        var map = new AccumulatorMap(width, height, GradientKernels.MaximumValue, rowPadding: true);
        new GradientKernels(width, height).Add(luma, map.BeginFrame());
        var totals = map.GetTotals();
        using var picture = OpenCv.Picture(luma, width, height);
        using var across = new Mat();
        using var down = new Mat();
        using var magnitude = new Mat();
        Cv2.Sobel(picture, across, MatType.CV_32F, 1, 0, ksize: 3, borderType: BorderTypes.Replicate);
        Cv2.Sobel(picture, down, MatType.CV_32F, 0, 1, ksize: 3, borderType: BorderTypes.Replicate);
        Cv2.Magnitude(across, down, magnitude);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // OpenCV's sum of the mask is 8 a level.
                var expected = magnitude.At<float>(y, x) / 8 * GradientKernels.UnitsPerLevel;
                Assert.InRange(totals[(y * width) + x] - expected, -0.501, 0.501);
            }
        }
    }

    // Half a unit and a little, as above. The window is 12 x 12 pixels around a cell of 4 x 4, cut off at the border.
    [OpenCvTheory]
    [InlineData(320, 180)]
    [InlineData(101, 57)]
    [InlineData(13, 5)]
    public void LocalDeviation_RandomPicture_IsMeanStdDev(int width, int height)
    {
        const int Cell = 4;
        var luma = OpenCv.Noise(width * height, seed: height);
        var map = new LocalDeviationMap(width, height);
        map.Add(luma);
        var totals = map.GetTotals();
        using var picture = OpenCv.Picture(luma, width, height);
        for (var y = 0; y < height; y += Cell)
        {
            for (var x = 0; x < width; x += Cell)
            {
                var (top, bottom) = (Math.Max(0, y - Cell), Math.Min(height, y + (2 * Cell)));
                var (left, right) = (Math.Max(0, x - Cell), Math.Min(width, x + (2 * Cell)));
                using var window = picture[top, bottom, left, right];
                Cv2.MeanStdDev(window, out _, out var deviation);
                Assert.InRange(totals[(y * width) + x] - (deviation.Val0 * LocalDeviationMap.UnitsPerLevel), -0.501, 0.501);
            }
        }
    }

    // Counts are exact; the correlation is one of doubles.
    [OpenCvTheory]
    [InlineData(320, 180)]
    [InlineData(37, 11)]
    public void Histogram_RandomPictures_IsCalcHistAndItsCorrelation(int width, int height)
    {
        var (bins, reference) = Histogram(width, height, seed: 1);
        var (otherBins, other) = Histogram(width, height, seed: 2);
        using (reference)
        using (other)
        {
            Assert.Equal(Enumerable.Range(0, 256).Select(i => (int)reference.At<float>(i)), bins);
            Assert.Equal(Cv2.CompareHist(reference, other, HistCompMethods.Correl), LumaHistogram.Correlation(bins, otherBins), 9);
        }
    }

    private static (int[] Bins, Mat Reference) Histogram(int width, int height, int seed)
    {
        var luma = OpenCv.Noise(width * height, seed);
        var bins = new int[256];
        LumaHistogram.Compute(luma, bins);
        using var picture = OpenCv.Picture(luma, width, height);
        var reference = new Mat();
        Cv2.CalcHist([picture], [0], null, reference, 1, [256], [new Rangef(0, 256)]);
        return (bins, reference);
    }

    // Exact: whole numbers.
    [OpenCvTheory]
    [InlineData(320, 180)]
    [InlineData(37, 11)]
    public void SumAbsoluteDifference_RandomPictures_IsTheL1Norm(int width, int height)
    {
        var a = OpenCv.Noise(width * height, seed: 1);
        var b = OpenCv.Noise(width * height, seed: 2);
        using var first = OpenCv.Picture(a, width, height);
        using var second = OpenCv.Picture(b, width, height);

        Assert.Equal(Cv2.Norm(first, second, NormTypes.L1), MotionKernels.SumAbsoluteDifference(a, b));
    }
}
