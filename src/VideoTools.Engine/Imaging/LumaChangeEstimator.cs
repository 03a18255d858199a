// Finds the brightness change that the whole picture shares (flicker, exposure, a fade) so that it does not count as motion.
// Method: luma pairs on a regular grid (about 3600), clipped ones left out where enough others remain. Two models: an offset (the
// median change) and a gain with offset (weighted Theil-Sen slope through the median changes of 16 luma bands, Sen 1968; medians
// because a moving object must not pull the answer). A model holds only if at least InlierShare of the pairs obey it within
// InlierTolerance levels and it explains clearly more pairs than "nothing changed"; otherwise nothing is taken out. A change
// that only part of the picture shows is an object, not a flicker.
// Units: luma levels. Cost: some 10 us a frame pair, whatever the picture size.
namespace VideoTools.Engine.Imaging;

/// <summary>Estimates <see cref="LumaChange"/> between two pictures of one size. Holds scratch: one instance a thread.</summary>
internal sealed class LumaChangeEstimator
{
    private const int TargetSamples = 3600;
    private const int Bands = 16;
    private const int Levels = 511;
    private const int MaximumGain = 64;
    private const int InlierTolerance = 2;
    private const double InlierShare = 0.6;
    private const double ClearlyMore = 0.05;

    private readonly int _width;
    private readonly int _height;
    private readonly int _step;
    private readonly byte[] _before;
    private readonly short[] _delta;
    private readonly int[] _histogram = new int[Levels];
    private readonly int[] _bandHistograms = new int[Bands * Levels];
    private readonly int[] _bandCounts = new int[Bands];
    private readonly long[] _bandLuma = new long[Bands];

    /// <summary>Prepares for pictures of one size.</summary>
    public LumaChangeEstimator(int width, int height)
    {
        _width = width;
        _height = height;
        _step = Math.Max(1, (int)Math.Sqrt((double)width * height / TargetSamples));
        var count = ((width + _step - 1) / _step) * ((height + _step - 1) / _step);
        _before = new byte[count];
        _delta = new short[count];
    }

    /// <summary>The shared change; <see cref="LumaChange.None"/> where there is none that is clear.</summary>
    public LumaChange Estimate(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current)
    {
        var count = Sample(previous, current, skipClipped: true);
        if (count < _before.Length / 4)
        {
            count = Sample(previous, current, skipClipped: false);
        }

        var offset = new LumaChange(0, Median(_histogram, count));
        var unchanged = CountInliers(LumaChange.None, count);
        var best = LumaChange.None;
        var inliers = unchanged + (int)(ClearlyMore * count);
        if (Accept(offset, count, ref inliers))
        {
            best = offset;
        }

        if (inliers < count)
        {
            var affine = FitGain(count);
            if (affine is { } gain && Accept(gain, count, ref inliers))
            {
                best = gain;
            }
        }

        return best;
    }

    private bool Accept(LumaChange model, int count, ref int inliersToBeat)
    {
        var inliers = CountInliers(model, count);
        if (inliers < InlierShare * count || inliers <= inliersToBeat)
        {
            return false;
        }

        // A gain has to earn its second parameter.
        inliersToBeat = inliers + (int)(ClearlyMore * count);
        return true;
    }

    private int Sample(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, bool skipClipped)
    {
        Array.Clear(_histogram);
        Array.Clear(_bandHistograms);
        Array.Clear(_bandCounts);
        Array.Clear(_bandLuma);
        var count = 0;
        for (var y = 0; y < _height; y += _step)
        {
            var before = previous.Slice(y * _width, _width);
            var now = current.Slice(y * _width, _width);
            for (var x = 0; x < before.Length; x += _step)
            {
                int p = before[x];
                int c = now[x];
                if (skipClipped && (Math.Min(p, c) <= 17 || Math.Max(p, c) >= 234))
                {
                    continue;
                }

                var level = c - p + 255;
                var band = p >> 4;
                _histogram[level]++;
                _bandHistograms[(band * Levels) + level]++;
                _bandCounts[band]++;
                _bandLuma[band] += p;
                _before[count] = (byte)p;
                _delta[count++] = (short)(c - p);
            }
        }

        return count;
    }

    private LumaChange? FitGain(int count)
    {
        Span<double> luma = stackalloc double[Bands];
        Span<int> change = stackalloc int[Bands];
        Span<int> weight = stackalloc int[Bands];
        var used = 0;
        for (var band = 0; band < Bands; band++)
        {
            if (_bandCounts[band] * 32 < count || _bandCounts[band] == 0)
            {
                continue;
            }

            luma[used] = (double)_bandLuma[band] / _bandCounts[band];
            change[used] = Median(_bandHistograms.AsSpan(band * Levels, Levels), _bandCounts[band]);
            weight[used++] = _bandCounts[band];
        }

        // Two points always lie on a line: that proves nothing.
        if (used < 3)
        {
            return null;
        }

        var slopes = new List<(double Value, int Weight)>(used * used / 2);
        for (var i = 0; i < used; i++)
        {
            for (var j = i + 1; j < used; j++)
            {
                slopes.Add(((change[j] - change[i]) / (luma[j] - luma[i]), Math.Min(weight[i], weight[j])));
            }
        }

        var gain = (int)Math.Round(WeightedMedian(slopes) * 256);
        if (Math.Abs(gain) > MaximumGain)
        {
            return null;
        }

        slopes.Clear();
        for (var i = 0; i < used; i++)
        {
            slopes.Add((change[i] - (gain * luma[i] / 256), weight[i]));
        }

        return new LumaChange(gain, (int)Math.Round(WeightedMedian(slopes)));
    }

    private int CountInliers(LumaChange model, int count)
    {
        var inliers = 0;
        for (var i = 0; i < count; i++)
        {
            var expected = model.Predict(_before[i]) - _before[i];
            inliers += Math.Abs(_delta[i] - expected) <= InlierTolerance ? 1 : 0;
        }

        return inliers;
    }

    private static int Median(ReadOnlySpan<int> histogram, int count)
    {
        var half = (count + 1) / 2;
        var seen = 0;
        for (var level = 0; level < histogram.Length; level++)
        {
            seen += histogram[level];
            if (seen >= half)
            {
                return level - 255;
            }
        }

        return 0;
    }

    private static double WeightedMedian(List<(double Value, int Weight)> values)
    {
        values.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        var half = (values.Sum(static v => (long)v.Weight) + 1) / 2;
        long seen = 0;
        foreach (var (value, weight) in values)
        {
            seen += weight;
            if (seen >= half)
            {
                return value;
            }
        }

        return 0;
    }
}
