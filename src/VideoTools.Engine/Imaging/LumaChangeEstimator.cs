// Finds the brightness change that the whole picture shares (flicker, exposure, a fade) so that it does not count as motion.
// Method: luma pairs on a regular grid (about 1800), clipped ones left out where enough others remain. Three models: nothing
// changed; an offset (the median change); a gain with offset (weighted Theil-Sen slope through the median changes of 16 luma
// bands, Sen 1968). Medians, because a moving object must not pull the answer. A model is taken only if at least InlierShare of
// the pairs obey it within InlierTolerance levels and its cost (mean of min(|rest|, CostLimit)) is at most RequiredGain times the
// cost of the simpler model. A change that only part of the picture shows is an object, not a flicker.
// Units: luma levels. Cost: some 20 us per frame pair, whatever the picture size.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Estimates <see cref="LumaChange"/> between two pictures of one size. Holds scratch: one instance per thread.</summary>
internal sealed class LumaChangeEstimator
{
    private const int TargetSamples = 1800;
    private const int Bands = 16;
    private const int Levels = 511;
    private const int MaximumGain = 64;
    private const int InlierTolerance = 2;
    private const double InlierShare = 0.6;
    private const int CostLimit = 8;
    private const double RequiredGain = 0.8;

    // Below this mean rest nothing is worth removing: it is the rounding of the pictures.
    private const double NegligibleCost = 0.2;

    private readonly int _width;
    private readonly int _height;
    private readonly int _step;
    private readonly short[] _before;
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
        _before = new short[count];
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

        var best = LumaChange.None;
        var (cost, _) = Judge(best, count);
        if (cost <= NegligibleCost)
        {
            return best;
        }

        TryModel(new LumaChange(0, MedianChange(count)), count, ref best, ref cost);
        if (cost > NegligibleCost && FitGain(count) is { } gain)
        {
            TryModel(gain, count, ref best, ref cost);
        }

        return best;
    }

    private void TryModel(LumaChange model, int count, ref LumaChange best, ref double cost)
    {
        var (modelCost, inliers) = Judge(model, count);
        if (inliers >= InlierShare * count && modelCost <= RequiredGain * cost)
        {
            best = model;
            cost = modelCost;
        }
    }

    private int Sample(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> current, bool skipClipped)
    {
        var lowest = skipClipped ? 18 : 0;
        var range = skipClipped ? (uint)(233 - 18) : 255;
        var count = 0;
        for (var y = 0; y < _height; y += _step)
        {
            var before = previous.Slice(y * _width, _width);
            var now = current.Slice(y * _width, _width);
            for (var x = 0; x < before.Length; x += _step)
            {
                int p = before[x];
                int c = now[x];
                _before[count] = (short)p;
                _delta[count] = (short)(c - p);

                // Without a branch: whether a pixel is clipped cannot be foreseen. The next one overwrites it if it is.
                var kept = (uint)(p - lowest) <= range & (uint)(c - lowest) <= range;
                count += kept ? 1 : 0;
            }
        }

        return count;
    }

    private (double Cost, int Inliers) Judge(LumaChange model, int count)
    {
        var before = _before.AsSpan(0, count);
        var delta = _delta.AsSpan(0, count);
        var (cost, inliers) = Vector256.IsHardwareAccelerated ? JudgeVector(before, delta, model) : JudgeScalar(before, delta, model);
        return (count == 0 ? 0 : (double)cost / count, inliers);
    }

    internal static (int Cost, int Inliers) JudgeScalar(ReadOnlySpan<short> before, ReadOnlySpan<short> delta, LumaChange model)
    {
        var (cost, inliers) = (0, 0);
        for (var i = 0; i < before.Length; i++)
        {
            var rest = Math.Abs(before[i] + delta[i] - model.Predict(before[i]));
            cost += Math.Min(rest, CostLimit);
            inliers += rest <= InlierTolerance ? 1 : 0;
        }

        return (cost, inliers);
    }

    internal static (int Cost, int Inliers) JudgeVector(ReadOnlySpan<short> before, ReadOnlySpan<short> delta, LumaChange model)
    {
        ref var luma = ref MemoryMarshal.GetReference(before);
        ref var change = ref MemoryMarshal.GetReference(delta[..before.Length]);
        var gain = Vector256.Create((short)model.Gain256);
        var offset = Vector256.Create((short)model.Offset);
        var costs = Vector256<int>.Zero;
        var inliers = Vector256<short>.Zero;
        var whole = before.Length / 16 * 16;
        for (var i = 0; i < whole; i += 16)
        {
            var expected = ((Vector256.LoadUnsafe(ref luma, (nuint)i) * gain) + Vector256.Create((short)128) >> 8) + offset;
            var rest = Vector256.Abs(Vector256.LoadUnsafe(ref change, (nuint)i) - expected);
            var (low, high) = Vector256.Widen(Vector256.Min(rest, Vector256.Create((short)CostLimit)));
            costs += low + high;

            // A comparison gives -1 for true; a lane counts at most a sixteenth of the samples.
            inliers -= Vector256.LessThanOrEqual(rest, Vector256.Create((short)InlierTolerance));
        }

        var tail = JudgeScalar(before[whole..], delta[whole..], model);
        var (some, others) = Vector256.Widen(inliers);
        return (Vector256.Sum(costs) + tail.Cost, Vector256.Sum(some + others) + tail.Inliers);
    }

    private int MedianChange(int count)
    {
        Array.Clear(_histogram);
        foreach (var delta in _delta.AsSpan(0, count))
        {
            _histogram[delta + 255]++;
        }

        return Median(_histogram, count);
    }

    private LumaChange? FitGain(int count)
    {
        Array.Clear(_bandHistograms);
        Array.Clear(_bandCounts);
        Array.Clear(_bandLuma);
        for (var i = 0; i < count; i++)
        {
            var band = _before[i] >> 4;
            _bandHistograms[(band * Levels) + _delta[i] + 255]++;
            _bandCounts[band]++;
            _bandLuma[band] += _before[i];
        }

        Span<double> luma = stackalloc double[Bands];
        Span<int> change = stackalloc int[Bands];
        Span<int> weight = stackalloc int[Bands];
        var used = 0;
        for (var band = 0; band < Bands; band++)
        {
            if (_bandCounts[band] * 32 >= count && _bandCounts[band] > 0)
            {
                luma[used] = (double)_bandLuma[band] / _bandCounts[band];
                change[used] = Median(_bandHistograms.AsSpan(band * Levels, Levels), _bandCounts[band]);
                weight[used++] = _bandCounts[band];
            }
        }

        // Two points always lie on a line: that proves nothing.
        return used < 3 ? null : FitLine(luma[..used], change[..used], weight[..used]);
    }

    private static LumaChange? FitLine(ReadOnlySpan<double> luma, ReadOnlySpan<int> change, ReadOnlySpan<int> weight)
    {
        Span<double> values = stackalloc double[Bands * (Bands - 1) / 2];
        Span<int> weights = stackalloc int[Bands * (Bands - 1) / 2];
        var count = 0;
        for (var i = 0; i < luma.Length; i++)
        {
            for (var j = i + 1; j < luma.Length; j++)
            {
                values[count] = (change[j] - change[i]) / (luma[j] - luma[i]);
                weights[count++] = Math.Min(weight[i], weight[j]);
            }
        }

        var gain = (int)Math.Round(WeightedMedian(values[..count], weights[..count]) * 256);
        if (Math.Abs(gain) > MaximumGain)
        {
            return null;
        }

        for (var i = 0; i < luma.Length; i++)
        {
            values[i] = change[i] - (gain * luma[i] / 256);
            weights[i] = weight[i];
        }

        // Within +-255: a median change plus at most a quarter of the luma would reach further only for impossible pictures.
        var offset = (int)Math.Round(WeightedMedian(values[..luma.Length], weights[..luma.Length]));
        return new LumaChange(gain, Math.Clamp(offset, -255, 255));
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

    private static double WeightedMedian(Span<double> values, Span<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        values.Sort(weights);
        var seen = 0;
        for (var i = 0; i < values.Length; i++)
        {
            seen += weights[i];
            if (seen * 2 >= total)
            {
                return values[i];
            }
        }

        return 0;
    }
}
