// Rows of standardised features, column by column so that one vector instruction works on several rows at once. A column is (x - mean) /
// standard deviation (of the rows at hand, divisor n); a column without spread, or with values too large to be squared, is all 0. A
// missing value becomes 0 AFTER standardising, which is the mean: the row then counts as average in what is not known of it. A 0 before
// standardising would make "text not analysed" the same as "no text at all" and build clusters out of what was skipped. Distances are
// added feature by feature within a lane and never across lanes, so results do not depend on the width of the vectors. Cost: O(n d).
using System.Numerics;

namespace VideoTools.Engine.Numerics;

/// <summary>Standardised features of some rows.</summary>
internal sealed class FeatureMatrix
{
    private readonly double[][] _columns;

    private FeatureMatrix(int count, double[][] columns) => (Count, _columns) = (count, columns);

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Features.</summary>
    public int Dimension => _columns.Length;

    /// <summary>Rows in memory: a whole number of vectors; those beyond <see cref="Count"/> are 0.</summary>
    public int PaddedCount => _columns.Length == 0 ? 0 : _columns[0].Length;

    /// <summary>Standardises features.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="features">The values of each feature in the order of the rows; null where one is missing.</param>
    public static FeatureMatrix Standardise(int count, IEnumerable<IEnumerable<double?>> features) =>
        new(count, [.. features.Select(values => Standardise([.. values]))]);

    /// <summary>Values as they are, row by row.</summary>
    public static FeatureMatrix OfRows(IReadOnlyList<double[]> rows)
    {
        var columns = Enumerable.Range(0, rows[0].Length).Select(f =>
        {
            var column = new double[Pad(rows.Count)];
            for (var i = 0; i < rows.Count; i++)
            {
                column[i] = rows[i][f];
            }

            return column;
        });
        return new FeatureMatrix(rows.Count, [.. columns]);
    }

    /// <summary>One feature of all rows, padded.</summary>
    public ReadOnlySpan<double> Column(int feature) => _columns[feature];

    /// <summary>One row.</summary>
    public double[] Row(int row) => [.. _columns.Select(c => c[row])];

    /// <summary>Some of the rows, in the order given; a row may come several times.</summary>
    public FeatureMatrix Take(IReadOnlyList<int> rows)
    {
        var columns = _columns.Select(source =>
        {
            var column = new double[Pad(rows.Count)];
            for (var i = 0; i < rows.Count; i++)
            {
                column[i] = source[rows[i]];
            }

            return column;
        });
        return new FeatureMatrix(rows.Count, [.. columns]);
    }

    /// <summary>Squared distances of all rows to a point.</summary>
    /// <param name="point">As many numbers as features.</param>
    /// <param name="distances">Takes <see cref="PaddedCount"/> numbers.</param>
    public void SquaredDistances(ReadOnlySpan<double> point, Span<double> distances)
    {
        for (var i = 0; i < PaddedCount; i += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var f = 0; f < _columns.Length; f++)
            {
                var difference = new Vector<double>(_columns[f], i) - new Vector<double>(point[f]);
                sum += difference * difference;
            }

            sum.CopyTo(distances[i..]);
        }
    }

    /// <summary>Rows that differ from all before them, up to a limit.</summary>
    public int DistinctCount(int limit)
    {
        var seen = new List<double[]>();
        for (var i = 0; i < Count && seen.Count < limit; i++)
        {
            var row = Row(i);
            if (!seen.Exists(s => s.AsSpan().SequenceEqual(row)))
            {
                seen.Add(row);
            }
        }

        return seen.Count;
    }

    private static int Pad(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    private static double[] Standardise(double?[] values)
    {
        var column = new double[Pad(values.Length)];
        var known = values.Where(v => v is not null).Select(v => v!.Value).ToArray();
        if (known.Length == 0)
        {
            return column;
        }

        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / known.Length);
        if (!double.IsFinite(deviation) || deviation <= 1e-12 * Math.Max(1, Math.Abs(mean)))
        {
            return column;
        }

        for (var i = 0; i < values.Length; i++)
        {
            column[i] = values[i] is { } value ? (value - mean) / deviation : 0;
        }

        return column;
    }
}
