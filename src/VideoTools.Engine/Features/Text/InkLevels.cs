// Method: Otsu, "A threshold selection method from gray-level histograms" (1979): of all ways to part the values the one whose parts'
// means lie farthest apart; the same for three parts. Units: grey values 0 to 255. Cost: linear in the pixels, and 256 x 256 for three.
namespace VideoTools.Engine.Features.Text;

/// <summary>Which grey values are ink, and which are ground.</summary>
/// <param name="Ink">The mean of ink.</param>
/// <param name="Ground">From here on everything is ground: half as far beyond the threshold as ink is before it.</param>
internal readonly record struct InkLevels(double Ink, double Ground)
{
    private const int Levels = 256;

    /// <summary>Two parts; the smaller one is ink.</summary>
    public static InkLevels Otsu(ReadOnlySpan<byte> pixels)
    {
        var sums = new Sums(pixels);
        var (best, threshold) = (-1.0, 0);
        for (var level = 0; level < Levels - 1; level++)
        {
            var between = sums.Weight(0, level) + sums.Weight(level + 1, Levels - 1);
            if (sums.Count(0, level) > 0 && sums.Count(level + 1, Levels - 1) > 0 && between > best)
            {
                (best, threshold) = (between, level);
            }
        }

        return sums.Count(0, threshold) * 2 <= pixels.Length ? Dark(sums, threshold) : Bright(sums, threshold);
    }

    /// <summary>Three parts: the brightest as ink, and the darkest.</summary>
    public static IReadOnlyList<InkLevels> Extremes(ReadOnlySpan<byte> pixels)
    {
        var sums = new Sums(pixels);
        var (best, low, high) = (-1.0, 0, 1);
        for (var first = 0; first < Levels - 2; first++)
        {
            for (var second = first + 1; second < Levels - 1; second++)
            {
                var between = sums.Weight(0, first) + sums.Weight(first + 1, second) + sums.Weight(second + 1, Levels - 1);
                if (between > best)
                {
                    (best, low, high) = (between, first, second);
                }
            }
        }

        return [Bright(sums, high), Dark(sums, low)];
    }

    private static InkLevels Dark(Sums sums, int threshold)
    {
        var ink = sums.Mean(0, threshold);
        return new InkLevels(ink, threshold + ((threshold - ink) / 2));
    }

    private static InkLevels Bright(Sums sums, int threshold)
    {
        var ink = sums.Mean(threshold + 1, Levels - 1);
        return new InkLevels(ink, threshold - ((ink - threshold) / 2));
    }

    // Numbers and sums of the values up to each level.
    private sealed class Sums
    {
        private readonly long[] _counts = new long[Levels + 1];
        private readonly long[] _values = new long[Levels + 1];

        public Sums(ReadOnlySpan<byte> pixels)
        {
            foreach (var value in pixels)
            {
                _counts[value + 1]++;
            }

            for (var level = 0; level < Levels; level++)
            {
                _values[level + 1] = _values[level] + (_counts[level + 1] * level);
                _counts[level + 1] += _counts[level];
            }
        }

        public long Count(int from, int to) => _counts[to + 1] - _counts[from];

        public double Mean(int from, int to) =>
            Count(from, to) is > 0 and var count ? (double)(_values[to + 1] - _values[from]) / count : from;

        // A part's share of the variance between the parts, but for what is the same for every way to part.
        public double Weight(int from, int to)
        {
            var sum = (double)(_values[to + 1] - _values[from]);
            return Count(from, to) is > 0 and var count ? sum * sum / count : 0;
        }
    }
}
