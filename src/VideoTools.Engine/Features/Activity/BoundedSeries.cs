// Method: every value has a bin of its own until the bins are full; then neighbours are joined in pairs, and from there on each bin takes
// twice as many values, and so on. Sums are whole numbers, so that joining loses nothing but the borders inside of a bin.
// Units: the caller's. Cost: an addition a value; memory: 24 bytes a bin, whatever the length of the video.
namespace VideoTools.Engine.Features.Activity;

/// <summary>Values along a video, summed in a bounded number of bins.</summary>
internal sealed class BoundedSeries
{
    /// <summary>Most bins: 36 minutes at 30 frames a second, or 35 minutes of sound, before values share a bin.</summary>
    public const int StandardCapacity = 1 << 16;

    private readonly int _capacity;
    private readonly List<long> _starts = [];
    private readonly List<long> _totals = [];
    private readonly List<long> _counts = [];
    private int _inLast;

    /// <summary>An empty series.</summary>
    /// <param name="capacity">Most bins, an even number.</param>
    public BoundedSeries(int capacity = StandardCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity % 2, 0);
        _capacity = capacity;
    }

    /// <summary>Values a bin takes.</summary>
    public int ValuesPerBin { get; private set; } = 1;

    /// <summary>Where each bin starts.</summary>
    public ValueList<long> Starts => new(_starts);

    /// <summary>The sums.</summary>
    public ValueList<long> Totals => new(_totals);

    /// <summary>What the sums are over.</summary>
    public ValueList<long> Counts => new(_counts);

    /// <summary>Adds the next value.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="total">Its value.</param>
    /// <param name="count">What it is over.</param>
    public void Add(long start, long total, long count)
    {
        if (_starts.Count > 0 && _inLast < ValuesPerBin)
        {
            _inLast++;
            _totals[^1] += total;
            _counts[^1] += count;
            return;
        }

        if (_starts.Count == _capacity)
        {
            Halve();
            Add(start, total, count);
            return;
        }

        _inLast = 1;
        _starts.Add(start);
        _totals.Add(total);
        _counts.Add(count);
    }

    private void Halve()
    {
        for (var i = 0; i < _capacity / 2; i++)
        {
            _starts[i] = _starts[2 * i];
            _totals[i] = _totals[2 * i] + _totals[(2 * i) + 1];
            _counts[i] = _counts[2 * i] + _counts[(2 * i) + 1];
        }

        foreach (var list in new[] { _starts, _totals, _counts })
        {
            list.RemoveRange(_capacity / 2, _capacity / 2);
        }

        ValuesPerBin *= 2;
        _inLast = ValuesPerBin;
    }
}
