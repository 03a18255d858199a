// Method: every pixel of the result is looked up in the source by an affine map. Where the map reduces by more than 1, the mean of a
// grid of bilinear samples is taken, as many a side as it reduces. Outside of the source the nearest edge counts, or a colour of the
// caller's.
// Units: pixels, centres at halves. Cost: some 20 ns a sample; for a few pictures, not for every frame.
namespace VideoTools.Engine.Imaging;

/// <summary>Cuts turned, scaled and moved pieces out of pictures.</summary>
internal static class PictureSampler
{
    /// <summary>Samples a picture.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="width">Width of the result.</param>
    /// <param name="height">Height of the result.</param>
    /// <param name="origin">Where the corner of the result is in the source.</param>
    /// <param name="across">Step in the source for one pixel to the right.</param>
    /// <param name="down">Step in the source for one pixel down.</param>
    /// <param name="set">
    /// Takes x, y and the colour, 0 to 255; nothing for a place outside of the source, when <paramref name="isCut"/>.
    /// </param>
    /// <param name="isCut">True leaves out what lies outside of the source; false repeats its edge.</param>
    public static void Sample(
        RgbPicture source, int width, int height, (double X, double Y) origin, (double X, double Y) across, (double X, double Y) down,
        bool isCut, Action<int, int, float, float, float> set)
    {
        ArgumentNullException.ThrowIfNull(source);
        var grid = Math.Clamp((int)Math.Round(Math.Sqrt(Math.Abs((across.X * down.Y) - (across.Y * down.X)))), 1, 8);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (centerX, centerY) = (At(x + 0.5, y + 0.5).X, At(x + 0.5, y + 0.5).Y);
                if (isCut && (centerX < 0 || centerY < 0 || centerX >= source.Width || centerY >= source.Height))
                {
                    continue;
                }

                var (red, green, blue) = (0f, 0f, 0f);
                for (var i = 0; i < grid * grid; i++)
                {
                    var (sampleX, sampleY) = At(x + (((i % grid) + 0.5) / grid), y + (((i / grid) + 0.5) / grid));
                    var color = Bilinear(source, sampleX - 0.5, sampleY - 0.5);
                    red += color.Red;
                    green += color.Green;
                    blue += color.Blue;
                }

                set(x, y, red / (grid * grid), green / (grid * grid), blue / (grid * grid));
            }
        }

        (double X, double Y) At(double x, double y) =>
            (origin.X + (x * across.X) + (y * down.X), origin.Y + (x * across.Y) + (y * down.Y));
    }

    private static (float Red, float Green, float Blue) Bilinear(RgbPicture source, double x, double y)
    {
        x = Math.Clamp(x, 0, source.Width - 1);
        y = Math.Clamp(y, 0, source.Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (Math.Min(left + 1, source.Width - 1), Math.Min(top + 1, source.Height - 1));
        var (u, v) = ((float)(x - left), (float)(y - top));
        var (a, b, c, d) = (source.At(left, top), source.At(right, top), source.At(left, below), source.At(right, below));
        return (Mix(a.R, b.R, c.R, d.R), Mix(a.G, b.G, c.G, d.G), Mix(a.B, b.B, c.B, d.B));

        float Mix(byte topLeft, byte topRight, byte bottomLeft, byte bottomRight) =>
            ((topLeft + ((topRight - topLeft) * u)) * (1 - v)) + ((bottomLeft + ((bottomRight - bottomLeft) * u)) * v);
    }
}
