// What draws the eye in one frame, block by block (8 x 8 pixels of the small frame), 0 to 1.
// Method: after Itti, Koch and Niebur 1998, the cues that cost little. Own motion: what neither the frame before nor the one after
// explains by the camera's motion (both, so that the place that was left does not count), above the usual rest of this frame. Colour
// contrast: mean distance of a block's colour to all others (global contrast, Cheng et al. 2011), at half the size. Detail: edges above
// the usual. Motion counts most; a weak preference for the middle decides where nothing else does. Bars draw nothing.
// Units: shares. Cost: about 0.2 ms besides the camera's motion.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Makes maps of frames of one size. Holds scratch.</summary>
internal sealed class SaliencyMap
{
    private const double MotionRange = 12;
    private const double MotionFloor = 1;
    private const double StillWeight = 0.4;
    private const double ColourRange = 24;
    private const double DetailRange = 12;
    private const double CentreWeight = 0.3;

    private readonly Thumbnail _luma;
    private readonly Thumbnail _chroma;
    private readonly float[] _y;
    private readonly float[] _u;
    private readonly float[] _v;
    private readonly int[] _edges;
    private readonly float[] _contrast;
    private readonly float[] _detail;
    private readonly float[] _sorted;

    /// <summary>Prepares for frames of one size.</summary>
    public SaliencyMap(int width, int height)
    {
        (Columns, Rows) = BlockActivity.Grid(width, height);
        (CoarseColumns, CoarseRows) = (Math.Max(1, Columns / 2), Math.Max(1, Rows / 2));
        _luma = new Thumbnail(width, height, CoarseColumns, CoarseRows);
        _chroma = new Thumbnail(Math.Max(1, width / 2), Math.Max(1, height / 2), CoarseColumns, CoarseRows);
        var cells = CoarseColumns * CoarseRows;
        (_y, _u, _v, _contrast) = (new float[cells], new float[cells], new float[cells], new float[cells]);
        (_edges, _detail, _sorted) = (new int[Columns * Rows], new float[Columns * Rows], new float[Columns * Rows]);
    }

    /// <summary>Blocks per row.</summary>
    public int Columns { get; }

    /// <summary>Rows of blocks.</summary>
    public int Rows { get; }

    /// <summary>Columns of the map at half the size.</summary>
    public int CoarseColumns { get; }

    /// <summary>Rows of the map at half the size.</summary>
    public int CoarseRows { get; }

    /// <summary>Writes the map of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="motion">What moved by itself in each block, levels a pixel; empty when nothing is known of it.</param>
    /// <param name="bars">Its bars, which are left out.</param>
    /// <param name="map">Takes a value a block.</param>
    public void Compute(VideoFrame frame, ReadOnlySpan<float> motion, BarEdges bars, Span<float> map)
    {
        Contrast(frame);
        Detail(frame);
        var floor = motion.IsEmpty ? 0 : Usual(motion) + MotionFloor;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var i = (row * Columns) + column;
                if (IsBar(row, column, frame, bars))
                {
                    map[i] = 0;
                    continue;
                }

                var coarse = (Math.Min(row / 2, CoarseRows - 1) * CoarseColumns) + Math.Min(column / 2, CoarseColumns - 1);
                var still = (0.6 * _contrast[coarse]) + (0.4 * _detail[i]);
                var moved = motion.IsEmpty ? 0 : Math.Clamp((motion[i] - floor) / MotionRange, 0, 1);
                var (x, y) = (((column + 0.5) / Columns) - 0.5, ((row + 0.5) / Rows) - 0.5);
                var centre = 1 - (CentreWeight * Math.Min(1, 2 * Math.Sqrt((x * x) + (y * y))));
                map[i] = (float)(Math.Min(1, moved + (StillWeight * still)) * centre);
            }
        }
    }

    /// <summary>The values of the blocks that are known, in order. Valid until the next call.</summary>
    public ReadOnlySpan<float> Known(ReadOnlySpan<float> motion)
    {
        var count = 0;
        foreach (var value in motion)
        {
            _sorted[count] = value;
            count += value >= 0 ? 1 : 0;
        }

        var known = _sorted.AsSpan(0, count);
        known.Sort();
        return known;
    }

    // The rest that noise, grain and parallax leave nearly everywhere: the median and its usual spread.
    private double Usual(ReadOnlySpan<float> motion)
    {
        var known = Known(motion);
        var median = known.IsEmpty ? 0 : known[known.Length / 2];
        return known.IsEmpty ? 0 : median + (2 * (median - known[known.Length / 10]));
    }

    private static bool IsBar(int row, int column, VideoFrame frame, BarEdges bars)
    {
        var (x, y) = ((column * CameraMotion.Block) + (CameraMotion.Block / 2), (row * CameraMotion.Block) + (CameraMotion.Block / 2));
        return bars.IsDark
            || (bars.IsLetterbox && (y < bars.Top || y >= frame.Height - bars.Bottom))
            || (bars.IsPillarbox && (x < bars.Left || x >= frame.Width - bars.Right));
    }

    private void Contrast(VideoFrame frame)
    {
        _luma.Compute(frame.Y, _y);
        _chroma.Compute(frame.U, _u);
        _chroma.Compute(frame.V, _v);
        var mean = 0.0;
        for (var i = 0; i < _contrast.Length; i++)
        {
            var sum = 0f;
            for (var j = 0; j < _contrast.Length; j++)
            {
                sum += (0.5f * Math.Abs(_y[i] - _y[j])) + Math.Abs(_u[i] - _u[j]) + Math.Abs(_v[i] - _v[j]);
            }

            _contrast[i] = sum / _contrast.Length;
            mean += _contrast[i] / _contrast.Length;
        }

        for (var i = 0; i < _contrast.Length; i++)
        {
            _contrast[i] = (float)Math.Clamp((_contrast[i] - mean) / ColourRange, 0, 1);
        }
    }

    private void Detail(VideoFrame frame)
    {
        BlockActivity.Edges(frame.Y, frame.Width, frame.Height, _edges);
        var mean = _edges.Length == 0 ? 0 : _edges.Average();
        for (var i = 0; i < _detail.Length; i++)
        {
            _detail[i] = (float)Math.Clamp((_edges[i] - mean) / 128 / DetailRange, 0, 1);
        }
    }
}
