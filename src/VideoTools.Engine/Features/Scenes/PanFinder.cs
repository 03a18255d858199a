using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Tells a camera that turns fast over one scenery: each picture is the one before, displaced, and it goes on in one direction.
/// </summary>
// Method: the displacement of the second picture that correlates best with the first (normalized correlation over the common part, at
// least a quarter of the picture), searched at an eighth of the analysis size and refined at half of it, where detail that a cell mean of
// FrameMatcher loses still tells. Source of the measure: Lewis 1995, "Fast normalized cross-correlation". Cost: some ms; only what looks
// like a transition is asked.
internal sealed class PanFinder
{
    /// <summary>Displacements that are refined.</summary>
    private const int Tried = 6;

    /// <summary>Correlation in place from which no displacement is looked for, and what one must be better by.</summary>
    private const double SurelyStill = 0.98, Better = 0.01;

    private readonly Thumbnail _coarse;
    private readonly Thumbnail _fine;
    private readonly int _factor;
    private readonly float[][] _small;
    private readonly float[][] _large;

    /// <summary>For pictures of one size.</summary>
    public PanFinder(int width, int height)
    {
        var (fineWidth, fineHeight) = (Math.Max(1, width / 2), Math.Max(1, height / 2));
        _factor = Math.Max(1, Math.Min(4, Math.Min(fineWidth, fineHeight) / 8));
        _fine = new Thumbnail(width, height, fineWidth / _factor * _factor, fineHeight / _factor * _factor);
        _coarse = new Thumbnail(width, height, _fine.Width / _factor, _fine.Height / _factor);
        _small = [new float[_coarse.Width * _coarse.Height], new float[_coarse.Width * _coarse.Height]];
        _large = [new float[_fine.Width * _fine.Height], new float[_fine.Width * _fine.Height]];
    }

    /// <summary>How the second picture is displaced against the first.</summary>
    public Shift Between(VideoFrame a, VideoFrame b)
    {
        _coarse.Compute(a.Y, _small[0]);
        _coarse.Compute(b.Y, _small[1]);
        _fine.Compute(a.Y, _large[0]);
        _fine.Compute(b.Y, _large[1]);

        // Plain pictures and stripes match themselves displaced, too: what stands still does not move.
        var still = Correlation(_large[0], _large[1], _fine.Width, _fine.Height, 0, 0);
        if (still >= SurelyStill)
        {
            return new Shift(0, 0, still);
        }

        var coarse = new List<(int X, int Y, double Match)>();
        Search(_small, _coarse.Width, _coarse.Height, (0, 0), (_coarse.Width * 3 / 4, _coarse.Height * 3 / 4), coarse.Add);
        coarse.Sort((first, second) => second.Match.CompareTo(first.Match));

        // Detail decides between the best few: at an eighth of the size textures look alike.
        var best = (X: 0, Y: 0, Match: -1.0);
        var tried = new List<(int X, int Y)>();
        foreach (var (x, y, _) in coarse)
        {
            if (tried.Exists(other => Math.Abs(other.X - x) <= 1 && Math.Abs(other.Y - y) <= 1))
            {
                continue;
            }

            Search(
                _large, _fine.Width, _fine.Height, (x * _factor, y * _factor), (_factor, _factor),
                found => best = found.Match > best.Match ? found : best);
            tried.Add((x, y));
            if (tried.Count == Tried)
            {
                break;
            }
        }

        return best.Match > still + Better
            ? new Shift((double)best.X / _fine.Width, (double)best.Y / _fine.Height, best.Match)
            : new Shift(0, 0, still);
    }

    /// <summary>The correlation at each displacement around one that leaves a quarter of the picture in common.</summary>
    private static void Search(
        float[][] pictures, int width, int height, (int X, int Y) at, (int X, int Y) reach, Action<(int X, int Y, double Match)> found)
    {
        for (var dy = Math.Max(at.Y - reach.Y, -height + 1); dy <= Math.Min(at.Y + reach.Y, height - 1); dy++)
        {
            for (var dx = Math.Max(at.X - reach.X, -width + 1); dx <= Math.Min(at.X + reach.X, width - 1); dx++)
            {
                if ((width - Math.Abs(dx)) * (height - Math.Abs(dy)) * 4 >= width * height)
                {
                    found((dx, dy, Correlation(pictures[0], pictures[1], width, height, dx, dy)));
                }
            }
        }
    }

    /// <summary>Normalized correlation of a(x, y) and b(x + dx, y + dy) where both are.</summary>
    private static double Correlation(float[] a, float[] b, int width, int height, int dx, int dy)
    {
        int left = Math.Max(0, -dx), right = Math.Min(width, width - dx), top = Math.Max(0, -dy), bottom = Math.Min(height, height - dy);
        float sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var y = top; y < bottom; y++)
        {
            var first = a.AsSpan((y * width) + left, right - left);
            var second = b.AsSpan(((y + dy) * width) + left + dx, right - left);
            for (var x = 0; x < first.Length; x++)
            {
                float p = first[x] - 128, q = second[x] - 128;
                sumA += p;
                sumB += q;
                squareA += p * p;
                squareB += q * q;
                product += p * q;
            }
        }

        double count = (right - left) * (bottom - top);
        var varianceA = (squareA / count) - (sumA / count * (sumA / count));
        var varianceB = (squareB / count) - (sumB / count * (sumB / count));
        if (varianceA < 4 || varianceB < 4)
        {
            return 0; // nothing to tell
        }

        return ((product / count) - (sumA / count * (sumB / count))) / Math.Sqrt(varianceA * varianceB);
    }

    /// <summary>A displacement.</summary>
    /// <param name="X">In widths of the picture.</param>
    /// <param name="Y">In heights of the picture.</param>
    /// <param name="Match">Normalized correlation of the common part, -1 to 1.</param>
    public readonly record struct Shift(double X, double Y, double Match)
    {
        /// <summary>Length, the larger of both parts.</summary>
        public double Length => Math.Max(Math.Abs(X), Math.Abs(Y));

        /// <summary>True when the other goes the same way: the same direction, at least a quarter as far and at most four times.</summary>
        public bool GoesOn(Shift other)
        {
            var dot = (X * other.X) + (Y * other.Y);
            var (own, its) = (Math.Sqrt((X * X) + (Y * Y)), Math.Sqrt((other.X * other.X) + (other.Y * other.Y)));
            return dot > 0.8 * own * its && its >= 0.25 * own && its <= 4 * own;
        }
    }
}
