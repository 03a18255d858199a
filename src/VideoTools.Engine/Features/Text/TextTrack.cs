using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>A text that is being followed: its readings, its look, where it was seen last.</summary>
internal sealed class TextTrack
{
    private readonly TextTrackerTuning _tuning;
    private readonly Dictionary<string, (double Sum, double Best, RotatedBox Box, int Order)> _readings = new(StringComparer.Ordinal);
    private TextPatch? _patch;
    private int _patchX;
    private int _patchY;

    /// <summary>Starts a track at the picture that shows the text.</summary>
    public TextTrack(TextLine line, VideoFrame small, double scale, long startPts, TextTrackerTuning tuning)
    {
        _tuning = tuning;
        StartPts = startPts;
        FirstBox = line.Box;
        Box = line.Box;
        Add(line, small, scale);
    }

    /// <summary>PTS of the first frame that shows it.</summary>
    public long StartPts { get; set; }

    /// <summary>Where it was read first.</summary>
    public RotatedBox FirstBox { get; }

    /// <summary>Where it is now, in pixels of the large picture.</summary>
    public RotatedBox Box { get; private set; }

    /// <summary>Pictures it was read in.</summary>
    public int ReadCount { get; private set; }

    /// <summary>Readings in a row that missed it although the picture still shows it.</summary>
    public int Missed { get; set; }

    /// <summary>The reading with the highest sum of confidences; ties go to the one that was read first.</summary>
    public (string Text, double Confidence, RotatedBox Box) Reading
    {
        get
        {
            var best = _readings.OrderByDescending(r => r.Value.Sum).ThenBy(r => r.Value.Order).First();
            return (best.Key, best.Value.Best, best.Value.Box);
        }
    }

    /// <summary>Takes a reading.</summary>
    /// <param name="line">The line.</param>
    /// <param name="small">The small picture of the same time.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    public void Add(TextLine line, VideoFrame small, double scale)
    {
        var (sum, best, box, order) = _readings.GetValueOrDefault(line.Text, (0, 0, line.Box, _readings.Count));
        _readings[line.Text] = (sum + line.Confidence, Math.Max(best, line.Confidence), line.Confidence > best ? line.Box : box, order);
        ReadCount++;
        Missed = 0;
        Box = line.Box;
        var (left, top, right, bottom) = line.Box.Bounds();
        _patch = TextPatch.Cut(small, left * scale, top * scale, right * scale, bottom * scale);
        (_patchX, _patchY) = (_patch?.Left ?? 0, _patch?.Top ?? 0);
    }

    /// <summary>Goes back in time from the picture it was read in.</summary>
    /// <param name="frames">Small pictures, the last one being that picture.</param>
    /// <returns>Index of the earliest picture that shows it without a break.</returns>
    public int FollowBack(IReadOnlyList<VideoFrame> frames)
    {
        var index = frames.Count - 1;
        var (x, y) = (_patchX, _patchY);
        while (index > 0 && _patch is not null)
        {
            (var correlation, x, y) = _patch.Find(frames[index - 1], x, y, _tuning.Reach);
            if (correlation < _tuning.Shown)
            {
                break;
            }

            index--;
        }

        return index;
    }

    /// <summary>Goes on in time from the picture it was seen last in, and moves along.</summary>
    /// <param name="frames">Small pictures after that one, in order.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    /// <returns>Index of the first picture that does not show it; their number when all do.</returns>
    public int FollowOn(IReadOnlyList<VideoFrame> frames, double scale)
    {
        if (_patch is null)
        {
            return 0;
        }

        for (var index = 0; index < frames.Count; index++)
        {
            var (correlation, x, y) = _patch.Find(frames[index], _patchX, _patchY, _tuning.Reach);
            if (correlation < _tuning.Shown)
            {
                return index;
            }

            Box = Box with { CenterX = Box.CenterX + ((x - _patchX) / scale), CenterY = Box.CenterY + ((y - _patchY) / scale) };
            (_patchX, _patchY) = (x, y);
        }

        return frames.Count;
    }
}
