namespace VideoTools.TestMedia.Rendering;

/// <summary>A virtual camera: looks through a window of the clip's size at a source <see cref="Scale"/> times as large.</summary>
/// <param name="Scale">Size of the source relative to the clip, above 1.</param>
public abstract record Camera(double Scale)
{
    /// <summary>Where the window's corner lies (0..1 of the free play), how large it is (1 = clip size) at frame <paramref name="index"/>.</summary>
    public abstract (double X, double Y, double Zoom) At(int index, int count);

    /// <summary>Whether motion blur as long as the movement of half a frame (a 180 degree shutter) is added.</summary>
    public virtual bool MotionBlur => true;

    /// <summary>Renders one frame: bilinear sampling, then a horizontal box blur for the movement since the frame before.</summary>
    public void Render(RawFrame source, RawFrame target, int index, int count)
    {
        var (x, y, zoom) = At(index, count);
        var (beforeX, _, _) = index == 0 ? (x, y, zoom) : At(index - 1, count);
        var playX = source.Width - (target.Width * zoom);
        var playY = source.Height - (target.Height * zoom);
        var blur = MotionBlur ? Math.Abs(x - beforeX) * playX / zoom / 2 : 0;
        for (var plane = 0; plane < 3; plane++)
        {
            var from = source.Plane(plane, out var fromWidth, out var fromHeight);
            var to = target.Plane(plane, out var width, out var height);
            var divisor = plane == 0 ? 1 : 2;
            Sample(from, fromWidth, fromHeight, to, width, height, x * playX / divisor, y * playY / divisor, zoom);
            Blur(to, width, height, (int)Math.Round(blur / divisor));
        }
    }

    private static void Sample(
        ReadOnlySpan<byte> from, int fromWidth, int fromHeight, Span<byte> to, int width, int height, double left, double top, double zoom)
    {
        var columns = new (int Offset, int Weight)[width];
        for (var i = 0; i < width; i++)
        {
            var position = Math.Clamp(left + (i * zoom), 0, fromWidth - 1.001);
            columns[i] = ((int)position, (int)((position - (int)position) * 256));
        }

        for (var row = 0; row < height; row++)
        {
            var position = Math.Clamp(top + (row * zoom), 0, fromHeight - 1.001);
            var weight = (int)((position - (int)position) * 256);
            var upper = from.Slice((int)position * fromWidth, fromWidth);
            var lower = from.Slice(((int)position + 1) * fromWidth, fromWidth);
            var line = to.Slice(row * width, width);
            for (var i = 0; i < width; i++)
            {
                var (offset, part) = columns[i];
                var above = (upper[offset] * (256 - part)) + (upper[offset + 1] * part);
                var below = (lower[offset] * (256 - part)) + (lower[offset + 1] * part);
                line[i] = (byte)(((above * (256 - weight)) + (below * weight) + 32768) >> 16);
            }
        }
    }

    private static void Blur(Span<byte> plane, int width, int height, int radius)
    {
        if (radius < 1)
        {
            return;
        }

        var sums = new int[width + 1];
        for (var row = 0; row < height; row++)
        {
            var line = plane.Slice(row * width, width);
            for (var i = 0; i < width; i++)
            {
                sums[i + 1] = sums[i] + line[i];
            }

            for (var i = 0; i < width; i++)
            {
                var (low, high) = (Math.Max(0, i - radius), Math.Min(width, i + radius + 1));
                line[i] = (byte)((sums[high] - sums[low]) / (high - low));
            }
        }
    }
}
