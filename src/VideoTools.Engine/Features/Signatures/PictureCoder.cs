// Codes pictures one after another.
// Method: cells far from the mean (MostDeviation mean deviations) are drawn in, so that a logo or a lamp does not rule a dark picture;
// then the 64 lowest frequencies inside of the black bars. They grow weaker with their height, about as its inverse, in pictures of
// things; weighted with their height to the power Whitening they compete as equals, and the stronger half counts. A picture whose
// frequencies together deviate less than PlainLevel is plain. Change is the distance of two pictures' frequencies, without their mean:
// light that goes up or down is no change. Units: luma levels; change in 1/24 of a doubling, so that neither noise nor cuts rule.
// Cost: see LowFrequencies.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Signatures;

/// <summary>Makes codes of small luma grids.</summary>
internal sealed class PictureCoder
{
    /// <summary>Cells of a grid, in each direction.</summary>
    public const int GridSize = 64;

    private const double Whitening = 0.75;
    private const double PlainLevel = 3;
    private const double MostDeviation = 2.5;
    private const double ChangeUnits = 24;

    private static readonly float[] Weights =
        [.. LowFrequencies.Frequencies.Select(frequency => (float)Math.Pow(frequency, Whitening))];

    private readonly LowFrequencies _frequencies = new(GridSize, GridSize);
    private readonly float[] _coefficients = new float[LowFrequencies.Count];
    private readonly float[] _strengths = new float[LowFrequencies.Count];
    private readonly float[] _grid = new float[GridSize * GridSize];
    private readonly int[] _order = new int[LowFrequencies.Count];
    private float[] _previous = [];

    /// <summary>Codes the next picture.</summary>
    /// <param name="grid">Its grid of cell means.</param>
    /// <param name="area">Where the picture lies between its bars, 0 to 1.</param>
    /// <param name="change">How much it differs from the one before; 0 for the first.</param>
    public PictureCode Next(
        ReadOnlySpan<float> grid, (double Left, double Top, double Right, double Bottom) area, out byte change)
    {
        DrawIn(grid, area);
        _frequencies.Compute(_grid, area.Left, area.Top, area.Right, area.Bottom, _coefficients);
        change = Change();
        var energy = 0.0;
        for (var i = 0; i < _coefficients.Length; i++)
        {
            energy += _coefficients[i] * _coefficients[i];
            _strengths[i] = -Math.Abs(_coefficients[i]) * Weights[i];
            _order[i] = i;
        }

        if (energy < PlainLevel * PlainLevel)
        {
            return default;
        }

        Array.Sort(_strengths, _order);
        var (signs, strong) = (0UL, 0UL);
        foreach (var i in _order.AsSpan(0, PictureCode.StrongCount))
        {
            strong |= 1UL << i;
            signs |= _coefficients[i] < 0 ? 1UL << i : 0;
        }

        return new PictureCode(signs, strong);
    }

    // Bars are left as they are: they are not looked at.
    private void DrawIn(ReadOnlySpan<float> grid, (double Left, double Top, double Right, double Bottom) area)
    {
        var (left, right) = ((int)Math.Ceiling(area.Left * GridSize), (int)(area.Right * GridSize));
        var (top, bottom) = ((int)Math.Ceiling(area.Top * GridSize), (int)(area.Bottom * GridSize));
        var count = Math.Max(1, (right - left) * (bottom - top));
        var (sum, deviation) = (0f, 0f);
        for (var row = top; row < bottom; row++)
        {
            foreach (var value in grid.Slice((row * GridSize) + left, right - left))
            {
                sum += value;
            }
        }

        var mean = sum / count;
        for (var row = top; row < bottom; row++)
        {
            foreach (var value in grid.Slice((row * GridSize) + left, right - left))
            {
                deviation += Math.Abs(value - mean);
            }
        }

        var most = (float)(MostDeviation * deviation / count);
        for (var i = 0; i < _grid.Length; i++)
        {
            _grid[i] = Math.Clamp(grid[i], mean - most, mean + most);
        }
    }

    private byte Change()
    {
        if (_previous.Length == 0)
        {
            _previous = [.. _coefficients];
            return 0;
        }

        var sum = 0.0;
        for (var i = 0; i < _coefficients.Length; i++)
        {
            var difference = _coefficients[i] - _previous[i];
            sum += difference * difference;
        }

        _coefficients.CopyTo(_previous, 0);
        return (byte)Math.Min(255, Math.Round(ChangeUnits * Math.Log2(1 + Math.Sqrt(sum))));
    }
}
