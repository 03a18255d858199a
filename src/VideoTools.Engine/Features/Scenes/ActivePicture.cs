using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>The part of the frame that has ever shown anything: without the black bars above, below or beside a picture.</summary>
// Method: a border row or column joins as soon as its mean luma rises above black. It never leaves, so a dark scene doesn't shrink the
// area. Cost: only the rows and columns outside it are looked at.
internal sealed class ActivePicture
{
    private const int Black = 24;

    private readonly int _width;
    private readonly int _height;
    private int _top;
    private int _bottom;
    private int _left;
    private int _right;

    public ActivePicture(int width, int height)
    {
        (_width, _height) = (width, height);
        (_left, _top) = (width, height);
    }

    /// <summary>The area in shares of the frame's sides; the whole frame while nothing has been shown.</summary>
    public (double Left, double Top, double Right, double Bottom) Share => _bottom <= _top || _right <= _left
        ? (0, 0, 1, 1)
        : ((double)_left / _width, (double)_top / _height, (double)_right / _width, (double)_bottom / _height);

    /// <summary>Lets the area grow.</summary>
    public void Update(ReadOnlySpan<byte> luma)
    {
        for (var y = 0; y < Math.Min(_top, _height); y++)
        {
            if (IsLit(luma.Slice(y * _width, _width)))
            {
                (_top, _bottom) = (y, Math.Max(_bottom, y + 1));
                break;
            }
        }

        for (var y = _height - 1; y >= Math.Max(_bottom, 0); y--)
        {
            if (IsLit(luma.Slice(y * _width, _width)))
            {
                _bottom = y + 1;
                break;
            }
        }

        for (var x = 0; x < Math.Min(_left, _width); x++)
        {
            if (IsColumnLit(luma, x))
            {
                (_left, _right) = (x, Math.Max(_right, x + 1));
                break;
            }
        }

        for (var x = _width - 1; x >= Math.Max(_right, 0); x--)
        {
            if (IsColumnLit(luma, x))
            {
                _right = x + 1;
                break;
            }
        }
    }

    /// <summary>Root of the summed variances of luma and chroma inside the area.</summary>
    public float Contrast(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red) => _bottom <= _top || _right <= _left
        ? 0
        : (float)Math.Sqrt(
            Variance(luma, _width, _left, _top, _right, _bottom)
            + Variance(blue, _width / 2, (_left + 1) / 2, (_top + 1) / 2, _right / 2, _bottom / 2)
            + Variance(red, _width / 2, (_left + 1) / 2, (_top + 1) / 2, _right / 2, _bottom / 2));

    private static double Variance(ReadOnlySpan<byte> plane, int stride, int left, int top, int right, int bottom)
    {
        if (right <= left || bottom <= top)
        {
            return 0;
        }

        long sum = 0, squares = 0;
        for (var y = top; y < bottom; y++)
        {
            var (rowSum, rowSquares) = LumaStatistics.Sums(plane.Slice((y * stride) + left, right - left));
            sum += rowSum;
            squares += rowSquares;
        }

        double count = (double)(right - left) * (bottom - top);
        return Math.Max(0, (squares / count) - (sum / count * (sum / count)));
    }

    private static bool IsLit(ReadOnlySpan<byte> row)
    {
        var sum = 0;
        foreach (var value in row)
        {
            sum += value;
        }

        return sum > Black * row.Length;
    }

    private bool IsColumnLit(ReadOnlySpan<byte> luma, int x)
    {
        var sum = 0;
        for (var y = 0; y < _height; y++)
        {
            sum += luma[(y * _width) + x];
        }

        return sum > Black * _height;
    }
}
