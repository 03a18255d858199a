using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Crop;

/// <summary>Means of the four measurements over windows; see <see cref="CropMeasurements"/> for formulas and units.</summary>
internal sealed class CropWindowReader(
    IntegralImage motion, IntegralImage detail, IntegralImage edges, IntegralImage saturation, long frameCount, long pairCount)
{
    /// <summary>Measures a window, given in pixels of a picture of <paramref name="width"/> x <paramref name="height"/>.</summary>
    public (double Motion, double Detail, double Edges, double Saturation) Measure(
        CropPoint corner, CropGeometry crop, int width, int height)
    {
        var window = new Window(corner, crop, width, height);
        return (
            Mean(motion, window, pairCount),
            Mean(detail, window, frameCount * LocalDeviationMap.UnitsPerLevel),
            Mean(edges, window, frameCount * GradientKernels.UnitsPerLevel),
            Mean(saturation, window, frameCount * ChromaKernels.UnitsPerLevel));
    }

    private static double Mean(IntegralImage image, Window window, long divisor)
    {
        if (divisor == 0)
        {
            return 0;
        }

        var left = Scale(window.Corner.X, image.Width, window.Width);
        var right = Scale(window.Corner.X + window.Crop.CropWidth, image.Width, window.Width);
        var top = Scale(window.Corner.Y, image.Height, window.Height);
        var bottom = Scale(window.Corner.Y + window.Crop.CropHeight, image.Height, window.Height);
        var mean = image.Sum(left, top, right, bottom) / ((right - left) * (bottom - top)) / divisor;
        return Math.Max(0, Math.Round(mean, 6));
    }

    // Multiplied before divided: an edge on a pixel border stays there exactly.
    private static double Scale(int coordinate, int to, int from) => (double)((long)coordinate * to) / from;

    private readonly record struct Window(CropPoint Corner, CropGeometry Crop, int Width, int Height);
}
