// Method: is this text in that picture? The box of a text is cut out of the small luma picture with the local mean taken away (a 7 x 7
// box), so that strokes count and light does not, and compared by normalised cross-correlation at small shifts around the place where
// it is expected. Contrast must be at least a seventh of the original's, so that noise does not count as a faded text.
// Units: pixels of the small picture. Cost: box area x shifts; some 20 us.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>The look of a text in the small picture.</summary>
internal sealed class TextPatch
{
    private const int Radius = 3;
    private const double LeastContrast = 1 / 7.0;

    private readonly float[] _pattern;
    private readonly double _energy;
    private readonly int _width;
    private readonly int _height;

    private TextPatch(float[] pattern, double energy, int left, int top, int width, int height)
    {
        (_pattern, _energy, Left, Top, _width, _height) = (pattern, energy, left, top, width, height);
    }

    /// <summary>Left edge where it was cut out.</summary>
    public int Left { get; }

    /// <summary>Top edge where it was cut out.</summary>
    public int Top { get; }

    /// <summary>Cuts a patch out; null when the box is too small or has no strokes there.</summary>
    /// <param name="frame">The small picture of the time the text was read.</param>
    /// <param name="left">Box in pixels of the small picture.</param>
    /// <param name="top">Top of the box.</param>
    /// <param name="right">Right edge of the box.</param>
    /// <param name="bottom">Bottom of the box.</param>
    public static TextPatch? Cut(VideoFrame frame, double left, double top, double right, double bottom)
    {
        // Without the margin that the detector adds: a caption's background box would outvote its letters.
        var margin = Math.Min(bottom - top, right - left) * 0.12;
        var (x0, y0) = (Math.Max(0, (int)Math.Floor(left + margin)), Math.Max(0, (int)Math.Floor(top + margin)));
        var x1 = Math.Min(frame.Width, (int)Math.Ceiling(right - margin));
        var y1 = Math.Min(frame.Height, (int)Math.Ceiling(bottom - margin));
        return Cut(frame, x0, y0, x1 - x0, y1 - y0);
    }

    /// <summary>The strokes of the text in a mean of pictures; null where none stand out.</summary>
    /// <param name="mean">The mean picture.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    public TextStrokes? StrokesIn(VideoFrame mean, int x, int y) => TextStrokes.Cut(mean, x, y, _width, _height);

    private static TextPatch? Cut(VideoFrame frame, int x0, int y0, int width, int height)
    {
        if (width < 3 || height < 2)
        {
            return null;
        }

        var pattern = new float[width * height];
        HighPass(frame, x0, y0, width, height, pattern);
        var energy = Energy(pattern);
        return energy < width * height ? null : new TextPatch(pattern, energy, x0, y0, width, height);
    }

    /// <summary>Looks for it in another picture.</summary>
    /// <param name="frame">The small picture.</param>
    /// <param name="x">Where it is expected.</param>
    /// <param name="y">Where it is expected.</param>
    /// <param name="reach">Largest shift in pixels.</param>
    /// <returns>The best correlation, -1 to 1 (0 where the contrast is too low), and its place.</returns>
    public (double Correlation, int X, int Y) Find(VideoFrame frame, int x, int y, int reach)
    {
        var (best, bestX, bestY) = (double.NegativeInfinity, x, y);
        var (areaX, areaY) = (x - reach, y - reach);
        var (areaWidth, areaHeight) = (_width + (2 * reach), _height + (2 * reach));
        var area = new float[areaWidth * areaHeight];
        HighPass(frame, areaX, areaY, areaWidth, areaHeight, area);
        for (var dy = 0; dy <= 2 * reach; dy++)
        {
            for (var dx = 0; dx <= 2 * reach; dx++)
            {
                var correlation = Correlate(area, areaWidth, dx, dy);

                // The expected place wins a tie.
                var isCentre = dx == reach && dy == reach;
                if (correlation > best + 1e-9 || (isCentre && correlation >= best - 1e-9))
                {
                    (best, bestX, bestY) = (correlation, areaX + dx, areaY + dy);
                }
            }
        }

        return (best, bestX, bestY);
    }

    /// <summary>A part of a picture with the local mean taken away; outside of the picture its edge repeats.</summary>
    public static float[] Area(VideoFrame frame, int left, int top, int width, int height)
    {
        var result = new float[width * height];
        HighPass(frame, left, top, width, height, result);
        return result;
    }

    private double Correlate(float[] area, int areaWidth, int dx, int dy)
    {
        double product = 0, energy = 0;
        for (var row = 0; row < _height; row++)
        {
            var theirs = area.AsSpan(((row + dy) * areaWidth) + dx, _width);
            var ours = _pattern.AsSpan(row * _width, _width);
            for (var i = 0; i < theirs.Length; i++)
            {
                product += (double)ours[i] * theirs[i];
                energy += (double)theirs[i] * theirs[i];
            }
        }

        return energy < _energy * LeastContrast * LeastContrast ? 0 : product / Math.Sqrt(_energy * energy);
    }

    private static double Energy(float[] pattern)
    {
        double sum = 0;
        foreach (var value in pattern)
        {
            sum += (double)value * value;
        }

        return sum;
    }

    // Luma minus the mean of the 7 x 7 neighbourhood; outside of the picture its edge repeats.
    private static void HighPass(VideoFrame frame, int left, int top, int width, int height, float[] result)
    {
        var luma = frame.Y;
        var (wide, high) = (width + (2 * Radius), height + (2 * Radius));
        var sums = new int[(wide + 1) * (high + 1)];
        var area = new byte[wide * high];
        for (var y = 0; y < high; y++)
        {
            var source = luma.Slice(Math.Clamp(top + y - Radius, 0, frame.Height - 1) * frame.Width, frame.Width);
            var row = 0;
            for (var x = 0; x < wide; x++)
            {
                var value = source[Math.Clamp(left + x - Radius, 0, frame.Width - 1)];
                area[(y * wide) + x] = value;
                row += value;
                sums[((y + 1) * (wide + 1)) + x + 1] = sums[(y * (wide + 1)) + x + 1] + row;
            }
        }

        const int Count = ((2 * Radius) + 1) * ((2 * Radius) + 1);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (y1, x1) = (y + (2 * Radius) + 1, x + (2 * Radius) + 1);
                var (above, below) = (y * (wide + 1), y1 * (wide + 1));
                var sum = sums[below + x1] - sums[above + x1] - sums[below + x] + sums[above + x];
                result[(y * width) + x] = area[((y + Radius) * wide) + x + Radius] - ((float)sum / Count);
            }
        }
    }
}
