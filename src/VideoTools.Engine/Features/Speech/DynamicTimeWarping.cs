// Method: the cheapest path through a matrix from its first to its last cell, by steps down, right, or both: dynamic programming.
// Ties go to the diagonal, then down. Source: Sakoe and Chiba 1978.
// Units: any cost. Cost: rows x columns steps; 224 x 1500 take about 2 ms.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Aligns two sequences in order.</summary>
internal static class DynamicTimeWarping
{
    /// <summary>The first column of the path in each row: the moment a row's turn comes.</summary>
    /// <param name="cost">Rows x columns values, row by row.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    public static int[] RowStarts(ReadOnlySpan<float> cost, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cost.Length, rows * columns);
        const byte diagonal = 0;
        const byte down = 1;
        const byte right = 2;
        var steps = new byte[rows * columns];
        var above = new double[columns];
        var current = new double[columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var best = row == 0 && column == 0 ? 0 : double.PositiveInfinity;
                var step = diagonal;
                if (row > 0 && column > 0)
                {
                    best = above[column - 1];
                }

                if (row > 0 && above[column] < best)
                {
                    (best, step) = (above[column], down);
                }

                if (column > 0 && current[column - 1] < best)
                {
                    (best, step) = (current[column - 1], right);
                }

                current[column] = best + cost[(row * columns) + column];
                steps[(row * columns) + column] = step;
            }

            (above, current) = (current, above);
        }

        var starts = new int[rows];
        for (var (row, column) = (rows - 1, columns - 1); ;)
        {
            starts[row] = column;
            if (row == 0 && column == 0)
            {
                return starts;
            }

            var step = steps[(row * columns) + column];
            row -= step != right ? 1 : 0;
            column -= step != down ? 1 : 0;
        }
    }
}
