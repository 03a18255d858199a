namespace VideoTools.TestMedia.Rendering;

/// <summary>
/// Mixes two pictures for one step of a dissolve or a wipe. Step k of n (k = 0..n-1) has the progress (k + 1) / (n + 1): never 0 or 1,
/// so every frame of the overlap really holds both shots, and the frames beside it hold one only. That makes the truth exact.
/// </summary>
public static class Mixer
{
    public static void Mix(RawFrame before, RawFrame after, RawFrame target, TransitionStyle style, int step, int count)
    {
        var progress = (step + 1.0) / (count + 1);
        for (var plane = 0; plane < 3; plane++)
        {
            var a = before.Plane(plane, out var width, out var height);
            var b = after.Plane(plane, out _, out _);
            var to = target.Plane(plane, out _, out _);
            switch (style)
            {
                case TransitionStyle.Dissolve:
                    Dissolve(a, b, to, progress);
                    break;
                case TransitionStyle.SlideLeft:
                    Slide(a, b, to, width, height, (int)(progress * width), 0);
                    break;
                case TransitionStyle.SlideUp:
                    Slide(a, b, to, width, height, 0, (int)(progress * height));
                    break;
                default:
                    Wipe(a, b, to, width, height, style, progress);
                    break;
            }
        }
    }

    private static void Dissolve(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> to, double progress)
    {
        var weight = (int)Math.Round(progress * 256);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = (byte)(((a[i] * (256 - weight)) + (b[i] * weight) + 128) >> 8);
        }
    }

    private static void Slide(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> to, int width, int height, int dx, int dy)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = (x + dx, y + dy);
                to[(y * width) + x] = sx < width && sy < height ? a[(sy * width) + sx] : b[((sy % height) * width) + (sx % width)];
            }
        }
    }

    private static void Wipe(
        ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> to, int width, int height, TransitionStyle style, double progress)
    {
        // A soft edge of 2 % of the picture, as editing programs make it by default.
        const double Edge = 0.02;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var order = Order(style, (x + 0.5) / width, (y + 0.5) / height);
                var weight = (int)(Math.Clamp(((progress - order) / Edge) + 0.5, 0, 1) * 256);
                var i = (y * width) + x;
                to[i] = (byte)(((a[i] * (256 - weight)) + (b[i] * weight) + 128) >> 8);
            }
        }
    }

    /// <summary>The progress at which a point (0..1, 0..1) turns to the new shot.</summary>
    private static double Order(TransitionStyle style, double x, double y) => style switch
    {
        TransitionStyle.WipeLeft => 1 - x,
        TransitionStyle.WipeRight => x,
        TransitionStyle.WipeUp => 1 - y,
        TransitionStyle.WipeDown => y,
        TransitionStyle.WipeDiagonal => (x + y) / 2,
        TransitionStyle.CircleOpen => Math.Sqrt(((x - 0.5) * (x - 0.5)) + ((y - 0.5) * (y - 0.5))) / Math.Sqrt(0.5),
        TransitionStyle.Clock => (Math.Atan2(x - 0.5, y - 0.5) / (2 * Math.PI)) + 0.5,
        TransitionStyle.Blinds => (x * 6) - Math.Floor(x * 6),
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };
}
