// Bars of a stretch of video from the borders of its pictures.
// Method: the pairs (top, bottom) and (left, right) are counted. Bars are what pictures that show them clearly (BlackBars) agree on:
//   Widest  the widest pair that at least SomeShare of the lit pictures show, give or take a pixel: bars that come and go count while
//           they are there, so that a window inside of them never shows one
//   Common  the widest pair that is shown clearly and that nearly no picture contradicts: what is bar all the time
// Dark pictures neither show nor contradict. Memory: one count for every pair that occurred. Cost: constant a picture.
using VideoTools.Engine.Imaging;
using PairCounts = System.Collections.Generic.Dictionary<(int First, int Second), (int Count, int Clear)>;

namespace VideoTools.Engine.Features.Crop;

/// <summary>Counts black borders over time.</summary>
internal sealed class BarEvidence
{
    private const double SomeShare = 0.1;
    private const double NearlyAll = 0.95;

    private readonly PairCounts _rows = [];
    private readonly PairCounts _columns = [];
    private int _lit;

    /// <summary>Adds a picture.</summary>
    public void Add(BarEdges edges)
    {
        if (!edges.IsDark)
        {
            _lit++;
            Count(_rows, (edges.Top, edges.Bottom), edges.IsLetterbox);
            Count(_columns, (edges.Left, edges.Right), edges.IsPillarbox);
        }
    }

    /// <summary>The bars that are there for a part of the time at least.</summary>
    public PictureBars Widest() => Find((_, _) => true);

    /// <summary>The bars that are there all the time.</summary>
    public PictureBars Common() => Find(IsNeverContradicted);

    /// <summary>True when nearly no picture shows anything inside of these bars.</summary>
    public bool Allows(PictureBars bars) =>
        IsNeverContradicted(_rows, (bars.Top, bars.Bottom)) && IsNeverContradicted(_columns, (bars.Left, bars.Right));

    private static void Count(PairCounts counts, (int First, int Second) pair, bool isClear)
    {
        var (count, clear) = counts.GetValueOrDefault(pair);
        counts[pair] = (count + 1, clear + (isClear ? 1 : 0));
    }

    private PictureBars Find(Func<PairCounts, (int First, int Second), bool> accepts)
    {
        var (top, bottom) = Find(_rows, accepts);
        var (left, right) = Find(_columns, accepts);
        return new PictureBars(left, top, right, bottom);
    }

    private (int First, int Second) Find(
        PairCounts counts,
        Func<PairCounts, (int First, int Second), bool> accepts)
    {
        var needed = Math.Max(Math.Min(2, _lit), SomeShare * _lit);
        return counts
            .Where(pair => pair.Value.Clear > 0)
            .Where(pair => counts.Where(other => IsNear(other.Key, pair.Key)).Sum(other => other.Value.Clear) >= needed)
            .Select(pair => pair.Key)
            .Where(pair => accepts(counts, pair))
            .OrderByDescending(pair => pair.First + pair.Second)
            .ThenBy(pair => pair)
            .FirstOrDefault();
    }

    private bool IsNeverContradicted(PairCounts counts, (int First, int Second) pair) =>
        counts.Where(other => other.Key.First >= pair.First - 1 && other.Key.Second >= pair.Second - 1).Sum(other => other.Value.Count)
        >= NearlyAll * _lit;

    private static bool IsNear((int First, int Second) a, (int First, int Second) b) =>
        Math.Abs(a.First - b.First) <= 1 && Math.Abs(a.Second - b.Second) <= 1;
}
