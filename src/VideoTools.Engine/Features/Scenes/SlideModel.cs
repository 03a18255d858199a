using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Tests whether the new picture pushes the old one out of the frame (slide, push).</summary>
// Model: a frame in between is the old picture displaced by s, and beside it the new one displaced by s minus the frame's size. Tried for
// the four directions and all s at half size. A camera that pans by one frame gives such pictures too, but without the seam where
// two shots meet, which neighbouring rows or columns of one shot don't have. Cost: about 15 us per frame.
internal sealed class SlideModel(FeatureGrid grid)
{
    private static readonly Direction[] Directions = Enum.GetValues<Direction>();
    private readonly int _width = grid.Width / 2;
    private readonly int _height = grid.Height / 2;

    public enum Direction
    {
        Left,
        Right,
        Up,
        Down,
    }

    /// <summary>The direction and displacement that explain a frame best, at quarter size: a cheap first look.</summary>
    /// <returns>Mean squared luma difference per cell that remains.</returns>
    public double Quick(FrameFeatures a, FrameFeatures x, FrameFeatures b)
    {
        int width = _width / 2, height = _height / 2;
        var least = double.MaxValue;
        foreach (var direction in Directions)
        {
            var size = direction is Direction.Left or Direction.Right ? width : height;
            for (var s = size / 5; s <= size - (size / 5); s++)
            {
                least = Math.Min(least, Residual(a.Quarter, x.Quarter, b.Quarter, direction, s, width, height));
            }
        }

        return least / (width * height);
    }

    /// <summary>The best displacement of one frame.</summary>
    /// <returns>Share of the way, 0 to 1, and mean squared difference per cell that remains.</returns>
    public (double Share, double Residual) Measure(FrameFeatures a, FrameFeatures x, FrameFeatures b, Direction direction)
    {
        var size = direction is Direction.Left or Direction.Right ? _width : _height;
        var least = double.MaxValue;
        var found = 0;
        for (var s = 0; s <= size; s++)
        {
            var sum = Residual(a.Luma, x.Luma, b.Luma, direction, s, _width, _height)
                + Residual(a.Blue, x.Blue, b.Blue, direction, s, _width, _height)
                + Residual(a.Red, x.Red, b.Red, direction, s, _width, _height);
            if (sum < least)
            {
                (least, found) = (sum, s);
            }
        }

        return ((double)found / size, least / (_width * _height));
    }

    /// <summary>The step across the line where the two pictures meet, in proportion to the mean step between lines of the frame.</summary>
    public double Seam(FrameFeatures x, Direction direction, double share)
    {
        var vertical = direction is Direction.Up or Direction.Down;
        var size = vertical ? _height : _width;
        var s = (int)Math.Round(share * size);
        var seam = direction is Direction.Left or Direction.Up ? size - s : s;
        double mean = 0, most = 0;
        for (var i = 1; i < size; i++)
        {
            var step = Line(x.Luma, i - 1, i, vertical) + Line(x.Blue, i - 1, i, vertical) + Line(x.Red, i - 1, i, vertical);
            mean += step / (size - 1);
            most = Math.Abs(i - seam) <= 1 ? Math.Max(most, step) : most;
        }

        return most / Math.Max(1, mean);
    }

    private double Line(float[] cells, int i, int j, bool vertical)
    {
        double sum = 0;
        var count = vertical ? _width : _height;
        for (var k = 0; k < count; k++)
        {
            var difference = vertical
                ? cells[(i * _width) + k] - cells[(j * _width) + k]
                : cells[(k * _width) + i] - cells[(k * _width) + j];
            sum += difference * difference;
        }

        return sum / count;
    }

    private static double Residual(float[] a, float[] x, float[] b, Direction direction, int s, int width, int height)
    {
        double sum = 0;
        if (direction is Direction.Up or Direction.Down)
        {
            var rest = (height - s) * width;
            var shown = s * width;
            return direction == Direction.Up
                ? BlockDistance.SquaredRun(x.AsSpan(0, rest), a.AsSpan(shown, rest))
                    + BlockDistance.SquaredRun(x.AsSpan(rest), b.AsSpan(0, shown))
                : BlockDistance.SquaredRun(x.AsSpan(shown, rest), a.AsSpan(0, rest))
                    + BlockDistance.SquaredRun(x.AsSpan(0, shown), b.AsSpan(rest, shown));
        }

        var remaining = width - s;
        for (var row = 0; row < height; row++)
        {
            ReadOnlySpan<float> from = a.AsSpan(row * width, width), at = x.AsSpan(row * width, width), to = b.AsSpan(row * width, width);
            sum += direction == Direction.Left
                ? BlockDistance.SquaredRun(at[..remaining], from[s..]) + BlockDistance.SquaredRun(at[remaining..], to[..s])
                : BlockDistance.SquaredRun(at[s..], from[..remaining]) + BlockDistance.SquaredRun(at[..s], to[remaining..]);
        }

        return sum;
    }
}
