// Method: first the least and largest number, then how many numbers fall into each of 2048 bins between them. Percentile: the range that
// all but one number in 100,000 at either end lies in. Entropy: of the symmetric limits that keep at least 128 bins, the one whose
// cut-off histogram differs least (Kullback-Leibler divergence) from the same histogram in 256 levels.
// Source: the calibration of TensorRT (Migacz, 8-bit inference with TensorRT, 2017). Units: those of the value. Cost: two passes over
// the numbers; 16 KiB a value, however many frames.
namespace VideoTools.Engine.Quantization;

/// <summary>What a value was over the calibration frames.</summary>
internal sealed class ValueHistogram
{
    private const int BinCount = 2048;
    private const int Levels = 256;
    private const int Step = 16;
    private const double CutShare = 1e-5;

    private readonly long[] _bins = new long[BinCount];
    private float _least;
    private float _largest;

    /// <summary>The first pass.</summary>
    public void Widen(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            // Neither is true of what is no number.
            if (value < _least)
            {
                _least = value;
            }
            else if (value > _largest)
            {
                _largest = value;
            }
        }
    }

    /// <summary>The second pass.</summary>
    public void Count(ReadOnlySpan<float> values)
    {
        var perUnit = BinCount / Math.Max(1e-12, (double)_largest - _least);
        foreach (var value in values)
        {
            _bins[Math.Clamp((int)((value - _least) * perUnit), 0, BinCount - 1)]++;
        }
    }

    /// <summary>The range for a byte.</summary>
    public ValueRange Range(CalibrationMethod method)
    {
        var (least, largest) = method switch
        {
            CalibrationMethod.Percentile => Percentile(),
            CalibrationMethod.Entropy => Entropy(),
            _ => (_least, _largest),
        };
        return ValueRange.Of(least, largest);
    }

    private double Edge(int bin) => _least + (((double)_largest - _least) * bin / BinCount);

    private (double Least, double Largest) Percentile()
    {
        var allowed = (long)(_bins.Sum() * CutShare);
        var (first, last) = (0, BinCount - 1);
        for (var cut = _bins[first]; cut <= allowed && first < last; cut += _bins[first])
        {
            first++;
        }

        for (var cut = _bins[last]; cut <= allowed && last > first; cut += _bins[last])
        {
            last--;
        }

        return (Edge(first), Edge(last + 1));
    }

    private (double Least, double Largest) Entropy()
    {
        var zero = Math.Clamp((int)(-_least / Math.Max(1e-12, (double)_largest - _least) * BinCount), 0, BinCount - 1);
        var reach = Math.Max(zero, BinCount - 1 - zero);
        var (best, bestDivergence) = (reach, double.PositiveInfinity);
        for (var limit = Levels / 2; limit <= reach; limit += Step)
        {
            var (first, last) = (Math.Max(0, zero - limit), Math.Min(BinCount - 1, zero + limit));
            var divergence = Divergence(first, last);
            if (divergence < bestDivergence)
            {
                (best, bestDivergence) = (limit, divergence);
            }
        }

        return (Edge(Math.Max(0, zero - best)), Edge(Math.Min(BinCount, zero + best + 1)));
    }

    // Of the bins first to last with what lies outside put into the outermost, against the same in 256 levels.
    private double Divergence(int first, int last)
    {
        var count = last - first + 1;
        Span<double> kept = stackalloc double[BinCount];
        kept = kept[..count];
        for (var i = 0; i < count; i++)
        {
            kept[i] = _bins[first + i];
        }

        for (var i = 0; i < first; i++)
        {
            kept[0] += _bins[i];
        }

        for (var i = last + 1; i < BinCount; i++)
        {
            kept[^1] += _bins[i];
        }

        var (total, totalSpread) = (0.0, 0.0);
        foreach (var share in kept)
        {
            total += share;
        }

        Span<double> spread = stackalloc double[BinCount];
        spread = spread[..count];
        for (var level = 0; level < Levels; level++)
        {
            var (from, to) = (level * count / Levels, (level + 1) * count / Levels);
            var (sum, filled) = (0.0, 0);
            for (var i = from; i < to; i++)
            {
                sum += _bins[first + i];
                filled += kept[i] > 0 ? 1 : 0;
            }

            for (var i = from; i < to; i++)
            {
                spread[i] = kept[i] > 0 ? sum / filled : 0;
            }

            totalSpread += sum;
        }

        var divergence = 0.0;
        for (var i = 0; i < count && total > 0; i++)
        {
            if (kept[i] > 0)
            {
                // A bin that the levels lost costs as if a ten-thousandth of a number were there.
                divergence += kept[i] / total * Math.Log(kept[i] / total / (Math.Max(spread[i], 1e-4) / Math.Max(totalSpread, 1e-4)));
            }
        }

        return divergence;
    }
}
