using System.Runtime.Intrinsics;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Says how unlike two frames are when camera movement, moving objects and exposure are allowed for: 0 same shot, towards 1 not.
/// </summary>
// Method: block matching on cell means. (1) The global displacement that fits best, searched over most of the frame at quarter size.
// (2) Each 8x8 block takes its best match within two cells around no displacement and around the global one, in luma and chroma, as it
// is and after a global gain that equalises mean and contrast; the better hypothesis counts. (3) A block's dissimilarity is its
// residual in proportion to residual plus variance; blocks weigh by how much they could tell (flat parts that agree, black bars:
// nothing). Blocks a displacement uncovers don't count, but cost a little. Cost: 5 to 40 us.
internal sealed class FrameMatcher(FeatureGrid grid, FrameMatcherTuning tuning)
{
    private const int PaddedStride = 48;

    private static readonly Vector128<byte> Columns = Vector128<byte>.Indices;
    private readonly float[] _residual = new float[grid.BlockCount];
    private readonly byte[] _padded = new byte[PaddedStride * 17];
    private readonly float[] _best = new float[grid.BlockCount];
    private double _coverage;
    private double _area;

    /// <summary>Dissimilarity that mere noise would cause; squared levels per cell. Blocks with a smaller residual agree.</summary>
    public float NoiseFloor { get; set; } = 1.5f;

    /// <summary>Median residual over the blocks of the latest comparison, squared levels per cell: noise and unmatched detail.</summary>
    public float MedianResidual { get; private set; }

    /// <summary>Share of the telling blocks that changed in the latest comparison, 0 to 1: a new shot changes nearly all.</summary>
    public double Coverage { get; private set; }

    /// <summary>Share of the picture that changed in the latest comparison, flat parts included and black ones not, 0 to 1.</summary>
    public double Area { get; private set; }

    /// <summary>True when both pictures are a colour and nothing else.</summary>
    public bool ArePlain(FrameFeatures a, FrameFeatures b) => a.Contrast < tuning.PlainContrast && b.Contrast < tuning.PlainContrast;

    public double Dissimilarity(FrameFeatures a, FrameFeatures b)
    {
        if (ArePlain(a, b))
        {
            return OfPlain(a, b);
        }

        var best = Evaluate(a, b, 0, 0, 1, 0);
        Keep();
        (Coverage, Area) = (_coverage, _area);
        if (best <= tuning.GoodEnough)
        {
            return best;
        }

        var gain = Math.Clamp(a.Deviation / Math.Max(b.Deviation, 0.5f), 1 / tuning.MaximumGain, tuning.MaximumGain);
        var offset = a.Mean - (gain * b.Mean);
        var sameExposure = Math.Abs(gain - 1) < tuning.SameGain && Math.Abs(a.Mean - b.Mean) < tuning.SameMean;
        if (!sameExposure)
        {
            Try(Evaluate(a, b, 0, 0, gain, offset));
        }

        var (x, y) = FindDisplacement(a, b);
        if ((x != 0 || y != 0) && best > tuning.GoodEnough)
        {
            Try(Evaluate(a, b, x, y, 1, 0));
            if (!sameExposure)
            {
                Try(Evaluate(a, b, x, y, gain, offset));
            }
        }

        Array.Sort(_best);
        MedianResidual = _best[_best.Length / 2];
        return best;

        void Try(double value)
        {
            if (value < best)
            {
                best = value;
                (Coverage, Area) = (_coverage, _area);
                Keep();
            }
        }
    }

    /// <summary>Two plain pictures have nothing but their colour, and no exposure is allowed for: black and white are two shots.</summary>
    private double OfPlain(FrameFeatures a, FrameFeatures b)
    {
        var distance = FrameFeatures.ColourDistance(a, b);
        var unlike = distance * distance / ((distance * distance) + (tuning.PlainDistance * tuning.PlainDistance));
        MedianResidual = 0;
        Coverage = Area = unlike >= 0.5 ? 1 : 0;
        return unlike;
    }

    private void Keep()
    {
        Array.Copy(_residual, _best, _best.Length);
        MedianResidual = 0;
    }

    /// <summary>
    /// The displacement with the least mean absolute difference of the tiny pictures; ties go to the first in reading order.
    /// </summary>
    private (int X, int Y) FindDisplacement(FrameFeatures a, FrameFeatures b)
    {
        int width = grid.Width / 4, height = grid.Height / 4;
        int reachX = width * 3 / 4, reachY = height * 3 / 4;
        for (var y = 0; y < height; y++)
        {
            b.Tiny.AsSpan(y * 16, width).CopyTo(_padded.AsSpan((y * PaddedStride) + 16));
        }

        var least = float.MaxValue;
        (int X, int Y) found = default;
        for (var dx = -reachX; dx <= reachX; dx++)
        {
            int left = Math.Max(0, -dx), right = Math.Min(width, width - dx);
            var mask = Vector128.Create(byte.MaxValue) & ~Vector128.LessThan(Columns, Vector128.Create((byte)left))
                & Vector128.LessThan(Columns, Vector128.Create((byte)right));
            for (var dy = -reachY; dy <= reachY; dy++)
            {
                int top = Math.Max(0, -dy), bottom = Math.Min(height, height - dy);
                Vector256<ushort> sums = default;
                for (var y = top; y < bottom; y++)
                {
                    var first = Vector128.LoadUnsafe(ref a.Tiny[y * 16]);
                    var second = Vector128.LoadUnsafe(ref _padded[((y + dy) * PaddedStride) + 16 + dx]);
                    var difference = (Vector128.Max(first, second) - Vector128.Min(first, second)) & mask;
                    sums += Vector256.WidenLower(difference.ToVector256Unsafe());
                }

                var cells = (right - left) * (bottom - top);
                var cost = (Vector256.Sum(sums) / (float)cells) + (tuning.ShiftPenalty * (1 - ((float)cells / (width * height))));
                if (cost < least)
                {
                    least = cost;
                    found = (dx, dy);
                }
            }
        }

        return (found.X * 4, found.Y * 4);
    }

    private double Evaluate(FrameFeatures a, FrameFeatures b, int baseX, int baseY, float gain, float offset)
    {
        double weights = 0, sum = 0, uncovered = 0, changed = 0, area = 0, lit = 0;
        for (var block = 0; block < _residual.Length; block++)
        {
            int x = block % grid.BlockColumns * FeatureGrid.Block, y = block / grid.BlockColumns * FeatureGrid.Block;
            if (!IsInside(x + baseX, y + baseY))
            {
                _residual[block] = 0;
                uncovered++;
                continue;
            }

            if (IsBlack(a, block, x, y) && IsBlack(b, block, x, y))
            {
                // Black in both: bars, night. It tells nothing, and a gain would only spoil it.
                _residual[block] = 0;
                continue;
            }

            var (residual, dx, dy) = Search(a, b, x, y, baseX, baseY, gain, offset);
            var colour = Chroma(a.Blue, b.Blue, x, y, dx, dy, 1) + Chroma(a.Red, b.Red, x, y, dx, dy, 1);
            if (gain != 1)
            {
                // Light scales the chroma as well, a camera's or a codec's brightness does not.
                colour = Math.Min(colour, Chroma(a.Blue, b.Blue, x, y, dx, dy, gain) + Chroma(a.Red, b.Red, x, y, dx, dy, gain));
            }

            residual += colour;
            _residual[block] = residual;
            if (residual <= NoiseFloor && IsGlaring(a, b, block))
            {
                continue; // a subtitle over a dark picture: it stays, and would outweigh all that changes
            }

            var variance = 0.5f * (a.BlockVariance[block] + (gain * gain * b.BlockVariance[block]));
            var information = residual + variance;
            var weight = information / (information + tuning.InformationFloor);
            var excess = Math.Max(0, residual - NoiseFloor);
            weights += weight;
            var dissimilarity = excess / (excess + variance + NoiseFloor);
            sum += weight * dissimilarity;
            changed += dissimilarity > tuning.ChangedBlock ? weight : 0;
            lit++;
            area += dissimilarity > tuning.ChangedBlock ? 1 : 0;
        }

        var covered = _residual.Length - uncovered;
        if (covered < _residual.Length * tuning.MinimumCovered)
        {
            return 1;
        }

        _area = area / Math.Max(lit, 1);
        _coverage = changed / (weights + (tuning.MinimumInformation * covered));
        var share = uncovered / _residual.Length;
        return ((1 - share) * sum / (weights + (tuning.MinimumInformation * covered))) + (share * tuning.UncoveredCost);
    }

    private (float Residual, int X, int Y) Search(
        FrameFeatures a, FrameFeatures b, int x, int y, int baseX, int baseY, float gain, float offset)
    {
        ref var source = ref a.Fine[(y * grid.Width) + x];
        var enough = NoiseFloor * tuning.EnoughShare * FeatureGrid.Block * FeatureGrid.Block;
        var least = float.MaxValue;
        (int X, int Y) found = default;

        // Rings around the base: most blocks are settled at its centre.
        for (var ring = 0; ring <= tuning.Reach && least > enough; ring++)
        {
            for (var dy = -ring; dy <= ring; dy++)
            {
                var step = Math.Abs(dy) == ring ? 1 : Math.Max(1, 2 * ring);
                for (var dx = -ring; dx <= ring; dx += step)
                {
                    int tx = x + baseX + dx, ty = y + baseY + dy;
                    if (!IsInside(tx, ty))
                    {
                        continue;
                    }

                    var distance = BlockDistance.Squared(
                        ref source, ref b.Fine[(ty * grid.Width) + tx], grid.Width, FeatureGrid.Block, gain, offset);
                    if (distance < least)
                    {
                        least = distance;
                        found = (baseX + dx, baseY + dy);
                    }
                }
            }
        }

        return (least / (FeatureGrid.Block * FeatureGrid.Block), found.X, found.Y);
    }

    /// <summary>True for a block with far more contrast than most of the picture has, in both pictures.</summary>
    public bool IsGlaring(FrameFeatures a, FrameFeatures b, int block) =>
        a.BlockVariance[block] > Glare(a) && b.BlockVariance[block] > Glare(b);

    private float Glare(FrameFeatures frame) => tuning.GlareFactor * Math.Max(frame.MedianVariance, tuning.GlareVariance);

    private bool IsInside(int x, int y) =>
        x >= 0 && y >= 0 && x + FeatureGrid.Block <= grid.Width && y + FeatureGrid.Block <= grid.Height;

    private bool IsBlack(FrameFeatures frame, int block, int x, int y) =>
        frame.BlockVariance[block] < tuning.BlackVariance && Mean(frame.Fine, x, y) < tuning.BlackLevel;

    private float Mean(float[] cells, int x, int y)
    {
        var sum = 0f;
        for (var row = 0; row < FeatureGrid.Block; row++)
        {
            foreach (var cell in cells.AsSpan(((y + row) * grid.Width) + x, FeatureGrid.Block))
            {
                sum += cell;
            }
        }

        return sum / (FeatureGrid.Block * FeatureGrid.Block);
    }

    private float Chroma(float[] a, float[] b, int x, int y, int dx, int dy, float gain)
    {
        const int Side = FeatureGrid.Block / 2;
        var stride = grid.Width / 2;
        var from = (y / 2 * stride) + (x / 2);
        var to = from + ((dy >> 1) * stride) + (dx >> 1);
        var sum = 0f;
        for (var row = 0; row < Side; row++, from += stride, to += stride)
        {
            for (var column = 0; column < Side; column++)
            {
                var difference = (a[from + column] - 128) - (gain * (b[to + column] - 128));
                sum += difference * difference;
            }
        }

        return sum / (Side * Side);
    }
}
