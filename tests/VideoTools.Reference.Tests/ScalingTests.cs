using OpenCvSharp;
using VideoTools.Engine.Imaging;

namespace VideoTools.Reference.Tests;

/// <summary>Scaling down: means of areas, and bilinear.</summary>
public sealed class ScalingTests
{
    // 0.001 levels: both are means of whole numbers in single precision. Whole ratios, where every pixel belongs to one cell in both.
    [OpenCvTheory]
    [InlineData(320, 180, 32, 18)]
    [InlineData(320, 180, 64, 36)]
    [InlineData(96, 54, 16, 9)]
    [InlineData(7, 21, 1, 3)]
    public void Thumbnail_WholeRatio_IsAreaScaling(int width, int height, int columns, int rows)
    {
        var plane = OpenCv.Noise(width * height, seed: columns);
        var cells = new float[columns * rows];
        new Thumbnail(width, height, columns, rows).Compute(plane, cells);
        using var picture = OpenCv.Picture(plane, width, height);
        using var floats = new Mat();
        using var reference = new Mat();
        picture.ConvertTo(floats, MatType.CV_32F);
        Cv2.Resize(floats, reference, new Size(columns, rows), interpolation: InterpolationFlags.Area);
        for (var i = 0; i < cells.Length; i++)
        {
            Assert.InRange(cells[i] - reference.At<float>(i / columns, i % columns), -0.001f, 0.001f);
        }
    }

    // Other ratios: our cells have whole-pixel borders where area scaling splits pixels, so the reference is the mean of each cell.
    [OpenCvTheory]
    [InlineData(320, 180, 48, 27)]
    [InlineData(101, 57, 16, 9)]
    [InlineData(5, 3, 16, 9)]
    public void Thumbnail_AnyRatio_IsTheMeanOfEachCell(int width, int height, int columns, int rows)
    {
        var plane = OpenCv.Noise(width * height, seed: rows);
        var cells = new float[columns * rows];
        new Thumbnail(width, height, columns, rows).Compute(plane, cells);
        using var picture = OpenCv.Picture(plane, width, height);
        for (var i = 0; i < cells.Length; i++)
        {
            var (left, right) = Cell(i % columns, width, columns);
            var (top, bottom) = Cell(i / columns, height, rows);
            using var part = picture[top, bottom, left, right];
            Assert.InRange(cells[i] - Cv2.Mean(part).Val0, -0.001, 0.001);
        }
    }

    // 2 levels: our weights are whole 1/256 (an error of up to half a level in each direction on noise of full range), OpenCV's 1/2048;
    // both round at the end.
    [OpenCvTheory]
    [InlineData(320, 180, 256, 144)]
    [InlineData(101, 57, 64, 40)]
    [InlineData(64, 64, 64, 64)]
    public void RgbPlanes_Reduction_IsNearBilinear(int width, int height, int columns, int rows)
    {
        var rgb = OpenCv.Noise(width * height * 3, seed: width);
        var planes = new float[3 * columns * rows];

        // Mean 0 and deviation 1/255 leave levels.
        const float Level = 1 / 255f;
        new RgbPlanes((0, 0, 0), (Level, Level, Level)).FillBgr(rgb, (width, height), (columns, rows), planes, (columns, rows));
        using var picture = OpenCv.Picture(rgb, width, height, channels: 3);
        using var reference = new Mat();
        Cv2.Resize(picture, reference, new Size(columns, rows), interpolation: InterpolationFlags.Linear);
        var expected = OpenCv.Bytes(reference);
        for (var i = 0; i < columns * rows; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                Assert.InRange(planes[((2 - channel) * columns * rows) + i] - expected[(3 * i) + channel], -2.01f, 2.01f);
            }
        }
    }

    private static (int Start, int End) Cell(int index, int length, int cells)
    {
        var start = Math.Min(index * length / cells, length - 1);
        return (start, Math.Max((index + 1) * length / cells, start + 1));
    }
}
