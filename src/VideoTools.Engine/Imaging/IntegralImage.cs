// Summed-area table (Crow 1984): the sum over any rectangle from four look-ups.
// Fractional edges: the table is interpolated bilinearly, which weighs a pixel that is cut by an edge with the share of it that
// lies inside. Whole-pixel rectangles are exact: 64-bit whole numbers. Cost: one pass to build, constant a rectangle.
namespace VideoTools.Engine.Imaging;

/// <summary>Sums over rectangles of a picture of whole numbers.</summary>
internal sealed class IntegralImage
{
    private readonly long[] _sums;
    private readonly int _stride;

    /// <summary>Builds the table.</summary>
    /// <param name="values">One value per pixel, row by row.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="height">Rows.</param>
    public IntegralImage(ReadOnlySpan<ulong> values, int width, int height)
    {
        Width = width;
        Height = height;
        _stride = width + 1;
        _sums = new long[_stride * (height + 1)];
        for (var y = 0; y < height; y++)
        {
            var above = _sums.AsSpan(y * _stride, _stride);
            var row = _sums.AsSpan((y + 1) * _stride, _stride);
            long sum = 0;
            for (var x = 0; x < width; x++)
            {
                sum += (long)values[(y * width) + x];
                row[x + 1] = above[x + 1] + sum;
            }
        }
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>
    /// Sum over the rectangle [left, right) x [top, bottom) in pixels; edges outside of the picture are moved to its border.
    /// </summary>
    public double Sum(double left, double top, double right, double bottom)
    {
        var (x0, fx0) = Split(left, Width);
        var (x1, fx1) = Split(right, Width);
        var (y0, fy0) = Split(top, Height);
        var (y1, fy1) = Split(bottom, Height);

        // Whole-pixel edges stay in whole numbers: no rounding however large the sums are.
        if (fx0 == 0 && fx1 == 0 && fy0 == 0 && fy1 == 0)
        {
            return At(x1, y1) - At(x0, y1) - At(x1, y0) + At(x0, y0);
        }

        return Interpolate(x1, fx1, y1, fy1) - Interpolate(x0, fx0, y1, fy1)
            - Interpolate(x1, fx1, y0, fy0) + Interpolate(x0, fx0, y0, fy0);
    }

    private static (int Whole, double Fraction) Split(double coordinate, int maximum)
    {
        var clamped = Math.Clamp(coordinate, 0, maximum);
        var whole = (int)clamped;
        return (whole, clamped - whole);
    }

    private long At(int x, int y) => _sums[(y * _stride) + x];

    private double Interpolate(int x, double fx, int y, double fy)
    {
        var nextX = Math.Min(x + 1, Width);
        var nextY = Math.Min(y + 1, Height);
        var upper = At(x, y) + (fx * (At(nextX, y) - At(x, y)));
        var lower = At(x, nextY) + (fx * (At(nextX, nextY) - At(x, nextY)));
        return upper + (fy * (lower - upper));
    }
}
