// Finds the most frequent colour over any number of frames.
// Method: a 32x32x32 histogram of Y, U, V (cells of 8 levels) that also sums each cell's samples. The winner is the cell with the
// largest count smoothed by a 3x3x3 tent (1, 1/2 along one axis, 1/4, 1/8), so that a colour on a cell border is not split and
// lost; the colour is the mean of the samples in the winner and its neighbours, about +-12 levels around. One sample a chroma
// pixel on every second chroma row, alternating from frame to frame. Ties: the smaller cell index.
// Memory: 1 MB, whatever the length. Cost: about 2 ns per sample, 7200 samples per 320x180 frame.
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Counts the colours of YUV 4:2:0 frames.</summary>
internal sealed class ColorHistogram
{
    private const int Side = 32;
    private const int Shift = 3;

    // Count, sum of Y, sum of U, sum of V of each cell: one aligned 32-byte update per sample.
    private readonly long[] _cells = new long[Side * Side * Side * 4];
    private int _firstRow;

    /// <summary>Samples counted.</summary>
    public long SampleCount { get; private set; }

    /// <summary>Adds half of the chroma rows of a frame.</summary>
    /// <param name="y">Luma, <paramref name="width"/> pixels per row.</param>
    /// <param name="u">Blue-difference chroma, half the width.</param>
    /// <param name="v">Red-difference chroma, half the width.</param>
    /// <param name="width">Luma pixels per row.</param>
    public void Add(ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, int width)
    {
        var chromaWidth = width / 2;
        var rows = u.Length / chromaWidth;
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        for (var row = rows > 1 ? _firstRow : 0; row < rows; row += 2)
        {
            var luma = y.Slice(row * 2 * width, width);
            var blue = u.Slice(row * chromaWidth, chromaWidth);
            var red = v.Slice(row * chromaWidth, chromaWidth);
            for (var x = 0; x < blue.Length; x++)
            {
                int sampleY = luma[x * 2];
                int sampleU = blue[x];
                int sampleV = red[x];
                var cell = (nuint)(((((sampleY >> Shift) * Side) + (sampleU >> Shift)) * Side) + (sampleV >> Shift)) * 4;
                (Vector256.LoadUnsafe(ref cells, cell) + Vector256.Create(1L, sampleY, sampleU, sampleV)).StoreUnsafe(ref cells, cell);
            }

            SampleCount += blue.Length;
        }

        _firstRow ^= 1;
    }

    /// <summary>The most frequent colour as mean Y, U, V, and its share of all samples; null without samples.</summary>
    public (double Y, double U, double V, double Share)? GetDominant()
    {
        if (SampleCount == 0)
        {
            return null;
        }

        var winner = 0;
        long best = -1;
        for (var cell = 0; cell < Side * Side * Side; cell++)
        {
            // No sample in it: its neighbours describe themselves.
            if (_cells[cell * 4] == 0)
            {
                continue;
            }

            var (_, smoothed) = Gather(cell);
            if (smoothed > best)
            {
                best = smoothed;
                winner = cell;
            }
        }

        var (sums, _) = Gather(winner);
        double count = sums[0];
        return (sums[1] / count, sums[2] / count, sums[3] / count, count / SampleCount);
    }

    private (Vector256<long> Sums, long Smoothed) Gather(int cell)
    {
        var (cy, cu, cv) = (cell / (Side * Side), cell / Side % Side, cell % Side);
        var sums = Vector256<long>.Zero;
        long smoothed = 0;
        for (var y = Math.Max(0, cy - 1); y <= Math.Min(Side - 1, cy + 1); y++)
        {
            for (var u = Math.Max(0, cu - 1); u <= Math.Min(Side - 1, cu + 1); u++)
            {
                for (var v = Math.Max(0, cv - 1); v <= Math.Min(Side - 1, cv + 1); v++)
                {
                    var values = Vector256.Create(_cells, (((y * Side) + u) * Side + v) * 4);
                    sums += values;

                    // Weights in eighths: halved for each axis along which the neighbour lies apart.
                    smoothed += values[0] * (8 >> (Math.Abs(y - cy) + Math.Abs(u - cu) + Math.Abs(v - cv)));
                }
            }
        }

        return (sums, smoothed);
    }
}
