// Method: is a see-through sign in a mean picture, whatever is behind it? The strokes are the pixels that stand out of the sign's mean
// picture most, to the brighter or the darker side. Elsewhere, the mean over the strokes minus the mean over the rest of the place is
// compared with the same at places some pixels away: where the sign is, its own place stands out of those by several standard
// deviations. Texture behind it does not have the form of letters, so it counts alike at all places.
// Units: pixels of the small picture, luma levels. Cost: place x shifts, about 0.3 ms.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>The strokes of a sign.</summary>
internal sealed class TextStrokes
{
    private const int ReachX = 8;
    private const int ReachY = 5;
    private const int Near = 2;
    private const double StandsOut = 1.0; // standard deviations of the place
    private const double SureOfItself = 5;
    private const double Sure = 3.5; // standard deviations of the other places
    private const double LeastContrast = 1 / 8.0;

    private readonly bool[] _strokes;
    private readonly int _left;
    private readonly int _top;
    private readonly int _width;
    private readonly int _height;
    private readonly int _sign;
    private double _contrast;

    private TextStrokes(bool[] strokes, int sign, int left, int top, int width, int height)
    {
        (_strokes, _sign, _left, _top, _width, _height) = (strokes, sign, left, top, width, height);
    }

    /// <summary>Takes the strokes from a mean of pictures that show the sign; null where it has none that stand out.</summary>
    public static TextStrokes? Cut(VideoFrame mean, int left, int top, int width, int height)
    {
        var area = TextPatch.Area(mean, left, top, width, height);
        var spread = Math.Sqrt(area.Average(v => (double)v * v));
        TextStrokes? best = null;
        var bestScore = SureOfItself;
        foreach (var sign in new[] { 1, -1 })
        {
            var strokes = new TextStrokes([.. area.Select(v => v * sign > StandsOut * spread)], sign, left, top, width, height);
            var (contrast, score) = strokes.Measure(mean);
            if (score > bestScore)
            {
                (best, bestScore, strokes._contrast) = (strokes, score, contrast);
            }
        }

        return best;
    }

    /// <summary>True when a mean of other pictures shows the sign.</summary>
    public bool AreIn(VideoFrame mean)
    {
        var (contrast, score) = Measure(mean);
        return score >= Sure && contrast >= _contrast * LeastContrast;
    }

    private (double Contrast, double Score) Measure(VideoFrame mean)
    {
        var (wide, high) = (_width + (2 * ReachX), _height + (2 * ReachY));
        var area = TextPatch.Area(mean, _left - ReachX, _top - ReachY, wide, high);
        var (own, sum, squares, count) = (0.0, 0.0, 0.0, 0);
        for (var dy = 0; dy <= 2 * ReachY; dy++)
        {
            for (var dx = 0; dx <= 2 * ReachX; dx++)
            {
                var contrast = Contrast(area, wide, dx, dy);
                if (dx == ReachX && dy == ReachY)
                {
                    own = contrast;
                }
                else if (Math.Max(Math.Abs(dx - ReachX), Math.Abs(dy - ReachY)) > Near)
                {
                    sum += contrast;
                    squares += contrast * contrast;
                    count++;
                }
            }
        }

        var middle = sum / count;
        return (own, (own - middle) / Math.Sqrt(Math.Max(1e-3, (squares / count) - (middle * middle))));
    }

    private double Contrast(float[] area, int wide, int dx, int dy)
    {
        double on = 0, off = 0;
        var count = 0;
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                var value = area[((y + dy) * wide) + x + dx];
                if (_strokes[(y * _width) + x])
                {
                    on += value;
                    count++;
                }
                else
                {
                    off += value;
                }
            }
        }

        return count == 0 || count == _strokes.Length ? 0 : _sign * ((on / count) - (off / (_strokes.Length - count)));
    }
}
