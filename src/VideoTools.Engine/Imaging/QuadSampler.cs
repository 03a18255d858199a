// Method: a rotated rectangle is read as an upright picture of a given height by bilinear sampling; where the picture is reduced,
// the mean of several samples per pixel (a box filter as wide as the reduction) keeps thin strokes from vanishing.
// Units: bytes 0..255 in, (p / 255 - 0.5) / 0.5 out. Cost: about 20 ns per sample.

namespace VideoTools.Engine.Imaging;

/// <summary>Cuts a rotated box out of an RGB picture.</summary>
internal static class QuadSampler
{
    /// <summary>Fills three planes (blue, green, red) of a row of a batch.</summary>
    /// <param name="rgb">Interleaved R, G, B.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="box">What to cut out; parts outside of the picture repeat its edge.</param>
    /// <param name="planes">Three planes of <paramref name="planeWidth"/> x <paramref name="outHeight"/>.</param>
    /// <param name="planeWidth">Pixels per row of a plane.</param>
    /// <param name="outWidth">Columns to fill.</param>
    /// <param name="outHeight">Rows to fill.</param>
    public static void FillBgr(
        ReadOnlySpan<byte> rgb, int width, int height, RotatedBox box, Span<float> planes, int planeWidth, int outWidth, int outHeight)
    {
        var (sin, cos) = Math.SinCos(box.Angle);
        var (stepU, stepV) = (box.Width / outWidth, box.Height / outHeight);
        var (samplesU, samplesV) = (Samples(stepU), Samples(stepV));
        var size = planeWidth * outHeight;
        var factor = 2f / (255f * samplesU * samplesV);
        for (var row = 0; row < outHeight; row++)
        {
            for (var column = 0; column < outWidth; column++)
            {
                float red = 0, green = 0, blue = 0;
                for (var i = 0; i < samplesV; i++)
                {
                    var v = ((row + ((i + 0.5) / samplesV)) * stepV) - (box.Height / 2);
                    for (var j = 0; j < samplesU; j++)
                    {
                        var u = ((column + ((j + 0.5) / samplesU)) * stepU) - (box.Width / 2);

                        // A pixel's centre lies half a pixel inside of it.
                        var x = box.CenterX + (u * cos) - (v * sin) - 0.5;
                        var y = box.CenterY + (u * sin) + (v * cos) - 0.5;
                        Add(rgb, width, height, x, y, ref red, ref green, ref blue);
                    }
                }

                var at = (row * planeWidth) + column;
                planes[at] = (blue * factor) - 1;
                planes[size + at] = (green * factor) - 1;
                planes[(2 * size) + at] = (red * factor) - 1;
            }
        }
    }

    private static int Samples(double step) => Math.Clamp((int)Math.Round(step), 1, 4);

    private static void Add(
        ReadOnlySpan<byte> rgb, int width, int height, double x, double y, ref float red, ref float green, ref float blue)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        var (x0, y0) = ((int)x, (int)y);
        var (fx, fy) = ((float)(x - x0), (float)(y - y0));
        var right = x0 + 1 < width ? 3 : 0;
        var below = y0 + 1 < height ? width * 3 : 0;
        var at = ((y0 * width) + x0) * 3;
        var (w00, w10, w01, w11) = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy);
        red += (rgb[at] * w00) + (rgb[at + right] * w10) + (rgb[at + below] * w01) + (rgb[at + right + below] * w11);
        green += (rgb[at + 1] * w00) + (rgb[at + right + 1] * w10) + (rgb[at + below + 1] * w01) + (rgb[at + right + below + 1] * w11);
        blue += (rgb[at + 2] * w00) + (rgb[at + right + 2] * w10) + (rgb[at + below + 2] * w01) + (rgb[at + right + below + 2] * w11);
    }
}
