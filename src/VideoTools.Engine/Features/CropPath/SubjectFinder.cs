// Subjects of one map.
// Method: the map is smoothed by 1-2-1 both ways; blocks above a share of its peak (and above what any picture has) that touch are one
// region (8-neighbours). Its box holds all but the outermost TrimShare of its weight on every side, in the unsmoothed map, so that one
// block of noise does not widen it. Strength: its summed weight against that of an object that fills FullArea of the picture, the less
// the lower its peak.
// Units: shares of the picture. Cost: about 20 us.
namespace VideoTools.Engine.Features.CropPath;

/// <summary>Cuts maps into subjects.</summary>
internal sealed class SubjectFinder(int columns, int rows)
{
    private const int Most = 4;
    private const double PeakShare = 0.35;
    private const double LeastPeak = 0.12;
    private const double TrimShare = 0.01;
    private const double FullArea = 0.03;
    private const double LeastStrength = 0.02;

    // What only stands out has a low peak however large it is; what moves has a peak of 1.
    private const double StillShare = 0.3;

    private readonly float[] _smooth = new float[columns * rows];
    private readonly int[] _stack = new int[columns * rows];
    private readonly bool[] _seen = new bool[columns * rows];
    private readonly double[] _acrossX = new double[columns];
    private readonly double[] _acrossY = new double[rows];

    /// <summary>The subjects of a map, strongest first, at most four.</summary>
    public IReadOnlyList<SubjectBox> Find(ReadOnlySpan<float> map)
    {
        Smooth(map);
        var peak = _smooth.Length == 0 ? 0 : _smooth.Max();
        if (peak < LeastPeak)
        {
            return [];
        }

        var threshold = Math.Max(PeakShare * peak, LeastPeak / 2);
        Array.Clear(_seen);
        List<SubjectBox> found = [];
        for (var i = 0; i < _smooth.Length; i++)
        {
            if (!_seen[i] && _smooth[i] >= threshold && Region(map, i, threshold) is { Strength: >= LeastStrength } box)
            {
                found.Add(box);
            }
        }

        return [.. found.OrderByDescending(box => box.Strength).Take(Most)];
    }

    private SubjectBox Region(ReadOnlySpan<float> map, int start, double threshold)
    {
        Array.Clear(_acrossX);
        Array.Clear(_acrossY);
        var (count, weight, peak) = (0, 0.0, 0.0);
        _stack[count++] = start;
        _seen[start] = true;
        while (count > 0)
        {
            var at = _stack[--count];
            var (x, y) = (at % columns, at / columns);
            weight += map[at];
            peak = Math.Max(peak, map[at]);
            _acrossX[x] += map[at];
            _acrossY[y] += map[at];
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(rows - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(columns - 1, x + 1); nx++)
                {
                    var next = (ny * columns) + nx;
                    if (!_seen[next] && _smooth[next] >= threshold)
                    {
                        _seen[next] = true;
                        _stack[count++] = next;
                    }
                }
            }
        }

        var (left, right, middleX) = Extent(_acrossX, weight);
        var (top, bottom, middleY) = Extent(_acrossY, weight);
        var strength = Math.Min(1, weight / (FullArea * columns * rows)) * (StillShare + ((1 - StillShare) * peak));
        return new SubjectBox(left, top, right, bottom, middleX, middleY, strength);
    }

    private static (double Low, double High, double Middle) Extent(double[] across, double weight)
    {
        var (low, high, sum, middle) = (0, across.Length, 0.0, 0.0);
        for (var i = 0; i < across.Length; i++)
        {
            middle += (i + 0.5) * across[i];
        }

        while (low < across.Length - 1 && (sum += across[low]) < TrimShare * weight)
        {
            low++;
        }

        for (sum = 0; high > low + 1 && (sum += across[high - 1]) < TrimShare * weight;)
        {
            high--;
        }

        return ((double)low / across.Length, (double)high / across.Length, weight <= 0 ? 0.5 : middle / weight / across.Length);
    }

    private void Smooth(ReadOnlySpan<float> map)
    {
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var sum = 0f;
                for (var dy = -1; dy <= 1; dy++)
                {
                    var row = Math.Clamp(y + dy, 0, rows - 1) * columns;
                    var line = map[row + Math.Max(0, x - 1)] + (2 * map[row + x]) + map[row + Math.Min(columns - 1, x + 1)];
                    sum += dy == 0 ? 2 * line : line;
                }

                _smooth[(y * columns) + x] = sum / 16;
            }
        }
    }
}
