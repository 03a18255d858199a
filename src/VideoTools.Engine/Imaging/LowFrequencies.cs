// The lowest frequencies of a picture that is given as a small grid of cell means.
// Method: cosine transform (DCT-II) over an area of the grid, with cells that the border cuts counted by the part inside. The weights are
// integrals of the cosines over each cell, so that area and grid need not fit. Rows are summed in vectors, then columns.
// Units: levels; the squares of all coefficients but the first add up to the variance, as far as they reach. Cost: 9 x rows x columns
// multiplications, about 10 us for 64 x 64.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Cosine coefficients of grids of one size.</summary>
internal sealed class LowFrequencies
{
    /// <summary>Coefficients that are computed: those of the 64 lowest frequencies, without the mean.</summary>
    public const int Count = 64;

    // Frequencies 0 to 8 in each direction; the 64 lowest lie inside.
    private const int Orders = 9;

    // Neighbours in frequency are apart in the order, so that a run of the order is a fair sample of the picture.
    private const int Stride = 37;

    private static readonly (int Across, int Down)[] Order = MakeOrder();

    private readonly int _columns;
    private readonly int _rows;
    private readonly float[] _sums;
    private float[] _across = [];
    private float[] _down = [];
    private (double Left, double Top, double Right, double Bottom) _area = (-1, -1, -1, -1);

    /// <summary>For grids of one size, the columns a multiple of 8.</summary>
    public LowFrequencies(int columns, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % 8, 0);
        (_columns, _rows) = (columns, rows);
        _sums = new float[Orders * columns];
    }

    /// <summary>A bit for every coefficient whose sign changes when left and right are exchanged.</summary>
    public static ulong OddAcross { get; } = Order.Index().Aggregate(
        0UL, (bits, order) => bits | (order.Item.Across % 2 == 1 ? 1UL << order.Index : 0));

    /// <summary>Length of the frequency of each coefficient.</summary>
    public static IReadOnlyList<double> Frequencies { get; } =
        [.. Order.Select(order => Math.Sqrt((order.Across * order.Across) + (order.Down * order.Down)))];

    /// <summary>Computes the coefficients of an area.</summary>
    /// <param name="grid">Cell means, row by row.</param>
    /// <param name="left">Left border of the area, 0 to 1 of the width.</param>
    /// <param name="top">Upper border, 0 to 1 of the height.</param>
    /// <param name="right">Right border.</param>
    /// <param name="bottom">Lower border.</param>
    /// <param name="coefficients">Takes <see cref="Count"/> values.</param>
    public void Compute(ReadOnlySpan<float> grid, double left, double top, double right, double bottom, Span<float> coefficients) =>
        Compute(grid, (left, top, right, bottom), coefficients, Vector256.IsHardwareAccelerated);

    /// <summary>As above, choosing between the vector loop and its scalar twin.</summary>
    internal void Compute(
        ReadOnlySpan<float> grid,
        (double Left, double Top, double Right, double Bottom) area,
        Span<float> coefficients,
        bool vectorised)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(grid.Length, _columns * _rows);
        if (area != _area)
        {
            _area = area;
            _across = Weights(_columns, area.Left, area.Right);
            _down = Weights(_rows, area.Top, area.Bottom);
        }

        Array.Clear(_sums);
        for (var row = 0; row < _rows; row++)
        {
            for (var order = 0; order < Orders; order++)
            {
                AddRow(grid.Slice(row * _columns, _columns), _down[(order * _rows) + row], order, vectorised);
            }
        }

        for (var i = 0; i < Count; i++)
        {
            var (across, down) = Order[i];
            var sum = 0f;
            for (var x = 0; x < _columns; x++)
            {
                sum += _across[(across * _columns) + x] * _sums[(down * _columns) + x];
            }

            coefficients[i] = sum;
        }
    }

    private void AddRow(ReadOnlySpan<float> row, float weight, int order, bool vectorised)
    {
        if (weight == 0)
        {
            return;
        }

        var sums = _sums.AsSpan(order * _columns, _columns);
        var x = 0;
        if (vectorised)
        {
            ref var source = ref MemoryMarshal.GetReference(row);
            ref var target = ref MemoryMarshal.GetReference(sums);
            var factor = Vector256.Create(weight);
            for (; x < row.Length; x += 8)
            {
                var product = Vector256.LoadUnsafe(ref source, (nuint)x) * factor;
                (Vector256.LoadUnsafe(ref target, (nuint)x) + product).StoreUnsafe(ref target, (nuint)x);
            }
        }

        for (; x < row.Length; x++)
        {
            sums[x] += row[x] * weight;
        }
    }

    // The integral of each cosine over each cell's part inside, per length of the area; the factor makes squares add up to the variance.
    private static float[] Weights(int cells, double from, double to)
    {
        var weights = new float[Orders * cells];
        for (var order = 0; order < Orders; order++)
        {
            for (var cell = 0; cell < cells; cell++)
            {
                var start = Math.Clamp((((double)cell / cells) - from) / (to - from), 0, 1);
                var end = Math.Clamp((((double)(cell + 1) / cells) - from) / (to - from), 0, 1);
                weights[(order * cells) + cell] = order == 0
                    ? (float)(end - start)
                    : (float)(Math.Sqrt(2) * (Math.Sin(Math.PI * order * end) - Math.Sin(Math.PI * order * start)) / (Math.PI * order));
            }
        }

        return weights;
    }

    private static (int Across, int Down)[] MakeOrder()
    {
        var lowest = (
            from across in Enumerable.Range(0, Orders)
            from down in Enumerable.Range(0, Orders)
            where across + down > 0
            orderby (across * across) + (down * down), across
            select (across, down)).Take(Count).ToArray();
        return [.. Enumerable.Range(0, Count).Select(i => lowest[i * Stride % Count])];
    }
}
