// Local standard deviation of luma, the measure of detail.
// Method: sums and sums of squares of 4x4-pixel cells; a cell's value is the standard deviation over itself and its eight
// neighbours (12x12 pixels, fewer at the border): sqrt(n * sum(y^2) - sum(y)^2) / n, whole numbers up to the root. Wider than a
// gradient's 3x3, so that it says something else than the edges do: texture counts, a single outline hardly.
// Units: 1/64 level, rounded to nearest, 0 to 127.5 levels. Cost: two additions and a square per pixel, one square root per cell. The
// scalar twin gives the same bits.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Sums local standard deviations over frames of one size. Holds scratch: one instance per thread.</summary>
internal sealed class LocalDeviationMap
{
    /// <summary>Values per luma level.</summary>
    public const int UnitsPerLevel = 64;

    private const int CellSize = 4;
    private const int MaximumValue = 8160;

    private readonly int _width;
    private readonly int _height;
    private readonly int _cellColumns;
    private readonly int _cellRows;
    private readonly int _cellStride;
    private readonly AccumulatorMap _map;
    private readonly ushort[] _columnSums;
    private readonly uint[] _columnSquares;
    private readonly int[] _cellSums;
    private readonly int[] _cellSquares;
    private readonly int[] _columnCounts;
    private readonly int[] _rowCounts;

    /// <summary>Creates an empty map.</summary>
    public LocalDeviationMap(int width, int height)
    {
        _width = width;
        _height = height;
        _cellColumns = (width + CellSize - 1) / CellSize;
        _cellRows = (height + CellSize - 1) / CellSize;
        _map = new AccumulatorMap(_cellColumns, _cellRows, MaximumValue, rowPadding: true);

        // Columns behind the picture stay 0, so that a cell at the right border needs no case of its own.
        _columnSums = new ushort[_cellColumns * CellSize];
        _columnSquares = new uint[_cellColumns * CellSize];

        // A border of empty cells around the picture; the value of cell (i, j) lies at (j + 1) * stride + i + 1.
        _cellStride = _map.Stride + 32;
        _cellSums = new int[_cellStride * (_cellRows + 2)];
        _cellSquares = new int[_cellStride * (_cellRows + 2)];
        _columnCounts = CountNeighbours(width, _cellColumns, _map.Stride);
        _rowCounts = CountNeighbours(height, _cellRows, _cellRows);
    }

    /// <summary>Adds a picture.</summary>
    public void Add(ReadOnlySpan<byte> luma) => Add(luma, Vector256.IsHardwareAccelerated);

    /// <summary>The sums so far, added up over all pixels.</summary>
    public long Sum()
    {
        var cells = _map.GetTotals();
        ulong total = 0;
        for (var row = 0; row < _cellRows; row++)
        {
            var height = Math.Min(CellSize, _height - (row * CellSize));
            for (var column = 0; column < _cellColumns; column++)
            {
                total += cells[(row * _cellColumns) + column] * (ulong)(height * Math.Min(CellSize, _width - (column * CellSize)));
            }
        }

        return (long)total;
    }

    /// <summary>The sums so far, one value per pixel (each pixel of a cell has the cell's).</summary>
    public ulong[] GetTotals()
    {
        var cells = _map.GetTotals();
        var pixels = new ulong[_width * _height];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                pixels[(y * _width) + x] = cells[(y / CellSize * _cellColumns) + (x / CellSize)];
            }
        }

        return pixels;
    }

    internal void Add(ReadOnlySpan<byte> luma, bool vector)
    {
        if (luma.Length < _width * _height)
        {
            throw new ArgumentException("The picture is smaller than the size this map was made for.", nameof(luma));
        }

        for (var row = 0; row < _cellRows; row++)
        {
            var top = row * CellSize;
            var strip = luma.Slice(top * _width, Math.Min(CellSize, _height - top) * _width);
            var done = vector ? SumColumnsVector(strip) : 0;
            SumColumnsScalar(strip, done);
            SumCells(row);
        }

        var sums = _map.BeginFrame();
        for (var row = 0; row < _cellRows; row++)
        {
            var target = sums.Slice(row * _map.Stride, _map.Stride);
            if (vector)
            {
                AddRowVector(row, target);
            }
            else
            {
                AddRowScalar(row, target);
            }
        }
    }

    private static int[] CountNeighbours(int length, int cells, int size)
    {
        // Behind the picture 1, so that no lane divides by 0.
        var counts = new int[size];
        Array.Fill(counts, 1);
        for (var i = 0; i < cells; i++)
        {
            counts[i] = Math.Min(length, (i + 2) * CellSize) - Math.Max(0, (i - 1) * CellSize);
        }

        return counts;
    }

    private int SumColumnsVector(ReadOnlySpan<byte> strip)
    {
        ref var source = ref MemoryMarshal.GetReference(strip);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_columnSums);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_columnSquares);
        var whole = _width / 16 * 16;
        for (var x = 0; x < whole; x += 16)
        {
            var sum = Vector256<ushort>.Zero;
            var squares0 = Vector256<uint>.Zero;
            var squares1 = Vector256<uint>.Zero;
            for (var offset = x; offset < strip.Length; offset += _width)
            {
                var bytes = Vector128.LoadUnsafe(ref source, (nuint)offset);
                var (low, high) = Vector128.Widen(bytes);
                var values = Vector256.Create(low, high);
                sum += values;
                var (s0, s1) = Vector256.Widen(values * values);
                squares0 += s0;
                squares1 += s1;
            }

            sum.StoreUnsafe(ref sums, (nuint)x);
            squares0.StoreUnsafe(ref squares, (nuint)x);
            squares1.StoreUnsafe(ref squares, (nuint)x + 8);
        }

        return whole;
    }

    private void SumColumnsScalar(ReadOnlySpan<byte> strip, int first)
    {
        for (var x = first; x < _width; x++)
        {
            uint sum = 0;
            uint squares = 0;
            for (var offset = x; offset < strip.Length; offset += _width)
            {
                uint value = strip[offset];
                sum += value;
                squares += value * value;
            }

            _columnSums[x] = (ushort)sum;
            _columnSquares[x] = squares;
        }
    }

    private void SumCells(int row)
    {
        var sums = _cellSums.AsSpan(((row + 1) * _cellStride) + 1, _cellColumns);
        var squares = _cellSquares.AsSpan(((row + 1) * _cellStride) + 1, _cellColumns);
        for (var i = 0; i < sums.Length; i++)
        {
            var s = _columnSums.AsSpan(i * CellSize, CellSize);
            sums[i] = s[0] + s[1] + s[2] + s[3];
            var q = _columnSquares.AsSpan(i * CellSize, CellSize);
            squares[i] = (int)(q[0] + q[1] + q[2] + q[3]);
        }
    }

    private void AddRowScalar(int row, Span<ushort> target)
    {
        for (var i = 0; i < _cellColumns; i++)
        {
            var sum = 0;
            var squares = 0;
            for (var j = row; j < row + 3; j++)
            {
                var at = (j * _cellStride) + i;
                sum += _cellSums[at] + _cellSums[at + 1] + _cellSums[at + 2];
                squares += _cellSquares[at] + _cellSquares[at + 1] + _cellSquares[at + 2];
            }

            var count = _columnCounts[i] * _rowCounts[row];
            var deviation = MathF.Sqrt((count * squares) - (sum * sum)) / count * UnitsPerLevel;
            target[i] += (ushort)(int)(deviation + 0.5f);
        }
    }

    private void AddRowVector(int row, Span<ushort> target)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_cellSums);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_cellSquares);
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_columnCounts);
        ref var sum = ref MemoryMarshal.GetReference(target);
        var rows = Vector256.Create(_rowCounts[row]);
        var start = (nuint)row * (nuint)_cellStride;
        for (nuint i = 0; i < (nuint)target.Length; i += 16)
        {
            var low = Deviation(ref sums, ref squares, start + i, Vector256.LoadUnsafe(ref counts, i) * rows);
            var high = Deviation(ref sums, ref squares, start + i + 8, Vector256.LoadUnsafe(ref counts, i + 8) * rows);
            (Vector256.LoadUnsafe(ref sum, i) + Vector256.Narrow(low, high)).StoreUnsafe(ref sum, i);
        }
    }

    private Vector256<uint> Deviation(ref int sums, ref int squares, nuint at, Vector256<int> count)
    {
        var sum = Neighbourhood(ref sums, at);
        var variance = (count * Neighbourhood(ref squares, at)) - (sum * sum);
        var deviation = Vector256.Sqrt(Vector256.ConvertToSingle(variance)) / Vector256.ConvertToSingle(count)
            * Vector256.Create((float)UnitsPerLevel);
        return Vector256.ConvertToInt32Native(deviation + Vector256.Create(0.5f)).AsUInt32();
    }

    private Vector256<int> Neighbourhood(ref int cells, nuint at)
    {
        var sum = Vector256<int>.Zero;
        for (var j = 0; j < 3; j++, at += (nuint)_cellStride)
        {
            sum += Vector256.LoadUnsafe(ref cells, at) + Vector256.LoadUnsafe(ref cells, at + 1) + Vector256.LoadUnsafe(ref cells, at + 2);
        }

        return sum;
    }
}
