using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Turns the frames of a file into the pictures that decisions are made on, so that these are made in seconds and not in frames: at
/// most 46 a second of frames that come faster, and several of a frame that is held long.
/// </summary>
// Method: a frame that comes less than 1/46 s after the last picture is passed over (60 and 120 frames a second become 30 and 40, 50 and
// 100 become 25 and 33); between which of the frames passed over a change fell is found from small copies of them: the first that is
// nearer to the new picture than to the old. A frame held for 0.4 s or longer (slides, pictures at 1 frame a second) counts several
// times: its calm is seen as that of a shot. Rates of 2.5 to 46 frames a second pass as they are. Cost: 0.02 ms a frame passed over.
internal sealed class ShownPictures
{
    /// <summary>Least time between two pictures in seconds.</summary>
    private const double ShortestSeconds = 1 / 46.0;

    /// <summary>A frame that is shown for as long counts several times, in seconds.</summary>
    private const double HeldSeconds = 0.4;

    /// <summary>How often more it counts.</summary>
    private const int HeldTimes = 7;

    private readonly Thumbnail _luma;
    private readonly Thumbnail _chroma;
    private readonly int _cells;
    private readonly List<(FrameStamp Stamp, float[] Small)> _passed = [];
    private readonly Stack<float[]> _spare = new();
    private float[] _last;
    private float[] _next;
    private double _lastSeconds = double.NegativeInfinity;
    private double _newestSeconds;

    /// <summary>For frames of one size.</summary>
    public ShownPictures(int width, int height)
    {
        var (columns, rows) = (Math.Min(32, width), Math.Min(32, height));
        _cells = columns * rows;
        _luma = new Thumbnail(width, height, columns, rows);
        _chroma = new Thumbnail(Math.Max(1, width / 2), Math.Max(1, height / 2), columns, rows);
        (_last, _next) = (new float[3 * _cells], new float[3 * _cells]);
    }

    /// <summary>Pictures a second that frames of a rate become.</summary>
    public static double PictureRate(double frameRate) =>
        frameRate / Math.Max(1, Math.Ceiling((frameRate * ShortestSeconds) - 1e-9));

    /// <summary>Takes the next frame.</summary>
    /// <returns>Whether it is a picture, how often the one before counts again, and at which frame the change between both fell.</returns>
    public Decision Next(VideoFrame frame)
    {
        var elapsed = frame.Seconds - _lastSeconds;
        var sinceNewest = frame.Seconds - _newestSeconds;
        _newestSeconds = frame.Seconds;
        if (elapsed is >= 0 and < ShortestSeconds)
        {
            var small = _spare.TryPop(out var free) ? free : new float[3 * _cells];
            Shrink(frame, small);
            _passed.Add((FrameStamp.Of(frame), small));
            return default;
        }

        // Where nothing was passed over, the small copy is made only when the next frame comes too early: at common rates never.
        var entry = FrameStamp.Of(frame);
        if (_passed.Count > 0)
        {
            Shrink(frame, _next);
            entry = FirstOfNew(entry);
        }

        var isFirst = double.IsNegativeInfinity(_lastSeconds);
        _lastSeconds = frame.Seconds;
        return new Decision(true, !isFirst && sinceNewest >= HeldSeconds ? HeldTimes : 0, entry);
    }

    /// <summary>Notes the newest picture; needed only where frames come fast, see <see cref="IsFast"/>.</summary>
    public void Keep(VideoFrame picture) => Shrink(picture, _last);

    /// <summary>True when frames of a rate are passed over.</summary>
    public static bool IsFast(double frameRate) => PictureRate(frameRate) < frameRate - 1e-6;

    private FrameStamp FirstOfNew(FrameStamp picture)
    {
        double whole = 0;
        for (var i = 0; i < _last.Length; i++)
        {
            whole += (_next[i] - _last[i]) * (_next[i] - _last[i]);
        }

        var found = picture;
        var isFound = false;
        foreach (var (stamp, small) in _passed)
        {
            double along = 0;
            for (var i = 0; i < small.Length && !isFound; i++)
            {
                along += (small[i] - _last[i]) * (_next[i] - _last[i]);
            }

            if (!isFound && along >= 0.5 * whole)
            {
                (found, isFound) = (stamp, true);
            }

            _spare.Push(small);
        }

        _passed.Clear();
        return found;
    }

    private void Shrink(VideoFrame frame, float[] small)
    {
        _luma.Compute(frame.Y, small.AsSpan(0, _cells));
        _chroma.Compute(frame.U, small.AsSpan(_cells, _cells));
        _chroma.Compute(frame.V, small.AsSpan(2 * _cells, _cells));
    }

    /// <summary>What becomes of a frame.</summary>
    /// <param name="IsPicture">True when decisions look at it.</param>
    /// <param name="Again">How often the picture before it counts again, because it was held.</param>
    /// <param name="Entry">The first frame that is nearer to this picture than to the one before.</param>
    public readonly record struct Decision(bool IsPicture, int Again, FrameStamp Entry);
}
