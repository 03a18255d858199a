// The known values of one measure, kept sorted so that quantiles can be had at any time. New values wait in a list of their own and are
// merged when somebody asks: adding costs O(1), asking O(p log p + n) for p new values among n. Sums run over the sorted values, so a
// mean does not depend on the order in which videos came.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Measures;

/// <summary>Values that come in one by one, and their spread.</summary>
internal sealed class MeasureColumn
{
    private readonly List<double> _pending = [];
    private double[] _sorted = [];

    /// <summary>Known values.</summary>
    public int Count => _sorted.Length + _pending.Count;

    /// <summary>The smallest value; null without values.</summary>
    public double? Minimum => Sorted() is [var first, ..] ? first : null;

    /// <summary>The largest value; null without values.</summary>
    public double? Maximum => Sorted() is [.., var last] ? last : null;

    /// <summary>Adds a value; null, which is a missing one, is passed over.</summary>
    public void Add(double? value)
    {
        if (value is { } number)
        {
            _pending.Add(number);
        }
    }

    /// <summary>The median; null without values.</summary>
    public double? Median() => Count == 0 ? null : Quantile.Of(Sorted(), 0.5);

    /// <summary>Mean, median and quartiles.</summary>
    public MeasureSpread Spread()
    {
        var sorted = Sorted();
        return sorted.Length == 0
            ? default
            : new MeasureSpread(
                sorted.Sum() / sorted.Length, Quantile.Of(sorted, 0.5), Quantile.Of(sorted, 0.25), Quantile.Of(sorted, 0.75));
    }

    private double[] Sorted()
    {
        if (_pending.Count == 0)
        {
            return _sorted;
        }

        _pending.Sort();
        var merged = new double[Count];
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            merged[k] = j == _pending.Count || (i < _sorted.Length && _sorted[i] <= _pending[j]) ? _sorted[i++] : _pending[j++];
        }

        _pending.Clear();
        return _sorted = merged;
    }
}
