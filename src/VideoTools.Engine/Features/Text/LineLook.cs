// Method: a line is kept as it looks: its box as an upright grey picture of Rows rows. Two looks are compared at the same places of the
// picture (the detector's boxes differ by some pixels from picture to picture, the letters do not), piece by piece, by normalised
// cross-correlation: the lowest piece says whether anything changed, and a piece around a letter whether that letter did. So one
// changed digit counts, which a correlation over the whole line does not see. A height beside the line is kept too: there a letter that
// one of the two readings lacks is, or is not.
// Units: pixels of the picture for boxes, correlation -1 to 1. Cost: about 1 ms to cut a line out, 0.2 ms to compare two.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>The look of a line in a large picture.</summary>
internal sealed class LineLook
{
    /// <summary>Rows of the look.</summary>
    public const int Rows = 24;

    // The network's longest line has 4,096 columns at 48 rows.
    private const int MaximumColumns = 2048;

    // Of a piece, in columns: half a height.
    private const int PieceColumns = Rows / 2;

    // Standard deviation (-1 to 1 is the range of values) below which a piece shows nothing.
    private const double Flat = 0.04;

    private const double MaximumTurn = 0.1; // radians

    private readonly float[] _values;

    // The line with its margins.
    private readonly RotatedBox _area;
    private readonly int _columns;
    private readonly double _lineWidth;

    private LineLook(float[] values, int columns, RotatedBox area, double lineWidth)
    {
        (_values, _columns, _area, _lineWidth) = (values, columns, area, lineWidth);
    }

    private double Margin => (1 - (_lineWidth / _area.Width)) / 2 * _columns;

    /// <summary>Cuts a lying box out.</summary>
    /// <param name="still">An <see cref="FrameFormat.Rgb24"/> picture.</param>
    /// <param name="box">Where.</param>
    public static LineLook Cut(VideoFrame still, RotatedBox box)
    {
        var area = box with { Width = Math.Max(1, box.Width) + (2 * box.Height), Height = Math.Max(1, box.Height) };
        var columns = Math.Clamp((int)Math.Round(Rows * area.Width / area.Height), 4, MaximumColumns);
        var planes = new float[3 * Rows * columns];
        QuadSampler.FillBgr(still.Y, still.Width, still.Height, area, planes, columns, columns, Rows);

        // Green stands for luma.
        return new LineLook(planes.AsSpan(Rows * columns, Rows * columns).ToArray(), columns, area, box.Width);
    }

    /// <summary>The lowest correlation of a piece; -1 where one line is longer than the other by more than a piece.</summary>
    public double LowestLikeness(LineLook other)
    {
        if (IsTurned(other) || EndsApart(other) || other.EndsApart(this))
        {
            return -1;
        }

        var theirs = Sample(other);
        var (lowest, end) = (1.0, (int)(_columns - Margin));
        for (var start = (int)Margin; start + (PieceColumns / 2) <= end; start += PieceColumns)
        {
            lowest = Math.Min(lowest, Correlate(theirs, start, Math.Min(end, start + PieceColumns)) ?? 1);
        }

        return lowest;
    }

    /// <summary>
    /// The correlations around places of this line, half a height wide; null where neither look shows anything and where the other one
    /// does not reach.
    /// </summary>
    /// <param name="other">The other look.</param>
    /// <param name="positions">Along this line, 0 to 1.</param>
    public IReadOnlyList<double?> LikenessAt(LineLook other, IEnumerable<float> positions)
    {
        if (IsTurned(other))
        {
            return [.. positions.Select(_ => (double?)null)];
        }

        var theirs = Sample(other);
        return [.. positions.Select(At)];

        double? At(float position)
        {
            var middle = Margin + (position * (_columns - (2 * Margin)));
            var (start, end) = ((int)Math.Max(0, middle - (PieceColumns / 2)), (int)Math.Min(_columns, middle + (PieceColumns / 2)));
            return Place(other, start, Rows / 2).Column < -1 || Place(other, end - 1, Rows / 2).Column > other._columns
                ? null
                : Correlate(theirs, start, end);
        }
    }

    private bool IsTurned(LineLook other) => Math.Abs(_area.Angle - other._area.Angle) > MaximumTurn;

    private bool EndsApart(LineLook other)
    {
        var (start, _) = Place(other, (int)Margin, Rows / 2);
        var (end, _) = Place(other, (int)(_columns - Margin) - 1, Rows / 2);
        return start < other.Margin - PieceColumns || end > other._columns - other.Margin + PieceColumns;
    }

    // Column and row of the other look at which it shows what this one shows at a column and row.
    private (double Column, double Row) Place(LineLook other, int column, int row)
    {
        var (sin, cos) = Math.SinCos(_area.Angle);
        var (u, v) = ((((column + 0.5) / _columns) - 0.5) * _area.Width, (((row + 0.5) / Rows) - 0.5) * _area.Height);
        var x = _area.CenterX + (u * cos) - (v * sin) - other._area.CenterX;
        var y = _area.CenterY + (u * sin) + (v * cos) - other._area.CenterY;
        (sin, cos) = Math.SinCos(other._area.Angle);
        var (along, across) = ((x * cos) + (y * sin), (y * cos) - (x * sin));
        return ((((along / other._area.Width) + 0.5) * other._columns) - 0.5, (((across / other._area.Height) + 0.5) * Rows) - 0.5);
    }

    // The other look at the places of this one; its edges repeat.
    private float[] Sample(LineLook other)
    {
        var result = new float[_values.Length];
        var (x0, y0) = Place(other, 0, 0);
        var (x1, y1) = Place(other, 1, 0);
        var (x2, y2) = Place(other, 0, 1);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var x = Math.Clamp(x0 + (column * (x1 - x0)) + (row * (x2 - x0)), 0, other._columns - 1);
                var y = Math.Clamp(y0 + (column * (y1 - y0)) + (row * (y2 - y0)), 0, Rows - 1);
                var (left, top) = ((int)x, (int)y);
                var (fx, fy) = ((float)(x - left), (float)(y - top));
                var (right, below) = (left + 1 < other._columns ? 1 : 0, top + 1 < Rows ? other._columns : 0);
                var at = (top * other._columns) + left;
                var above = other._values[at] + (fx * (other._values[at + right] - other._values[at]));
                var under = other._values[at + below] + (fx * (other._values[at + below + right] - other._values[at + below]));
                result[(row * _columns) + column] = above + (fy * (under - above));
            }
        }

        return result;
    }

    private double? Correlate(float[] theirs, int start, int end)
    {
        double sum = 0, theirSum = 0, square = 0, theirSquare = 0, product = 0;
        for (var row = 0; row < Rows; row++)
        {
            for (var at = (row * _columns) + start; at < (row * _columns) + end; at++)
            {
                double a = _values[at], b = theirs[at];
                sum += a;
                theirSum += b;
                square += a * a;
                theirSquare += b * b;
                product += a * b;
            }
        }

        var count = Rows * (end - start);
        var (spread, theirSpread) = ((square / count) - Squared(sum / count), (theirSquare / count) - Squared(theirSum / count));
        var isFlat = Math.Max(spread, theirSpread) < Flat * Flat;
        return isFlat ? null
            : Math.Min(spread, theirSpread) < Flat * Flat / 16 ? 0
            : ((product / count) - (sum / count * (theirSum / count))) / Math.Sqrt(spread * theirSpread);
    }

    private static double Squared(double value) => value * value;
}
