using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Frames;

/// <summary>A picture larger than the film, which a camera may pan over: shapes of random place, light and colour, with texture.</summary>
public sealed class FilmPicture
{
    private const int Width = 480, Height = 270;
    private const int Margin = Width - FrameFilm.Width;
    private readonly RawFrame _pixels;

    private FilmPicture(RawFrame pixels) => _pixels = pixels;

    /// <summary>The picture of a number; another number gives another picture.</summary>
    public static FilmPicture Draw(int number)
    {
        var random = new SplitMix(((ulong)number * 104729) + 13);
        var pixels = new RawFrame(Width, Height);
        pixels.FillRectangle(0, 0, Width, Height, (byte)random.Next(70, 150), Color(random), Color(random));
        for (var i = 0; i < 14; i++)
        {
            var (width, height) = (random.Next(40, 220), random.Next(30, 150));
            var (x, y) = (random.Next(-40, Width - 40), random.Next(-40, Height - 40));
            pixels.FillRectangle(x, y, width, height, (byte)random.Next(35, 215), Color(random), Color(random));
        }

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                ref var luma = ref pixels.Y[(y * Width) + x];
                luma = (byte)Math.Clamp(luma + (int)((random.NextULong() & 31) + (ulong)(((x / 9) + (y / 7)) % 3 * 8)) - 24, 20, 230);
            }
        }

        return new FilmPicture(pixels);
    }

    /// <summary>Adds grain of a level.</summary>
    public static void Grain(RawFrame frame, SplitMix random)
    {
        var luma = frame.Y;
        for (var i = 0; i + 64 <= luma.Length; i += 64)
        {
            var bits = random.NextULong();
            for (var bit = 0; bit < 64; bit++)
            {
                luma[i + bit] += (byte)((bits >> bit) & 1);
            }
        }
    }

    /// <summary>The picture with its light multiplied.</summary>
    public FilmPicture Lit(double factor)
    {
        var copy = Copy();
        copy.Gain(factor);
        return new FilmPicture(copy);
    }

    /// <summary>The picture with levels added.</summary>
    public FilmPicture Lifted(int levels)
    {
        var copy = Copy();
        foreach (ref var luma in copy.Y)
        {
            luma = (byte)Math.Clamp(luma + levels, RawFrame.Black, RawFrame.White);
        }

        return new FilmPicture(copy);
    }

    /// <summary>The picture out of focus: three box filters of a radius, in both directions.</summary>
    public FilmPicture Blurred(int radius)
    {
        var copy = Copy();
        for (var pass = 0; pass < 3; pass++)
        {
            for (var y = 0; y < Height; y++)
            {
                Box(copy.Y.Slice(y * Width, Width), 1, Width, radius);
            }

            for (var x = 0; x < Width; x++)
            {
                Box(copy.Y[x..], Width, Height, radius);
            }
        }

        return new FilmPicture(copy);
    }

    /// <summary>Copies the part that the camera sees into a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="share">Where the camera is on its way from left to right, 0 to 1.</param>
    public void Show(RawFrame frame, double share)
    {
        var (left, top) = ((int)(Margin * share) / 2 * 2, (Height - FrameFilm.Height) / 2 / 2 * 2);
        for (var plane = 0; plane < 3; plane++)
        {
            var source = _pixels.Plane(plane, out var stride, out _);
            var target = frame.Plane(plane, out var width, out var height);
            var shift = plane == 0 ? 0 : 1;
            for (var y = 0; y < height; y++)
            {
                source.Slice((((top >> shift) + y) * stride) + (left >> shift), width).CopyTo(target[(y * width)..]);
            }
        }
    }

    private static byte Color(SplitMix random) => (byte)random.Next(88, 168);

    private static void Box(Span<byte> values, int step, int count, int radius)
    {
        Span<byte> before = stackalloc byte[count];
        for (var i = 0; i < count; i++)
        {
            before[i] = values[i * step];
        }

        var sum = 0;
        for (var i = -radius; i <= radius; i++)
        {
            sum += before[Math.Clamp(i, 0, count - 1)];
        }

        var size = (2 * radius) + 1;
        for (var i = 0; i < count; i++)
        {
            values[i * step] = (byte)((sum + (size / 2)) / size);
            sum += before[Math.Min(count - 1, i + radius + 1)] - before[Math.Max(0, i - radius)];
        }
    }

    private RawFrame Copy()
    {
        var copy = new RawFrame(Width, Height);
        copy.CopyFrom(_pixels);
        return copy;
    }
}
