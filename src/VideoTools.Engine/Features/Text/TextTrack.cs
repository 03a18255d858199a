using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>A text that is being followed: its readings, its look, where it was seen last.</summary>
internal sealed class TextTrack
{
    // What was read, how often and how surely; the line that was surest, and the newest.
    private sealed record Votes(double Sum, TextLine Best, TextLine Newest, int Order, int Count = 0, int Lacking = 0);

    private readonly TextTrackerTuning _tuning;
    private readonly Dictionary<string, Votes> _readings = new(StringComparer.Ordinal);
    private string? _ticker;
    private TextPatch? _patch;
    private TextStrokes? _strokes;
    private int _patchX;
    private int _patchY;
    private double? _firstSeconds;

    /// <summary>Starts a track at the picture that shows the text.</summary>
    public TextTrack(TextLine line, VideoFrame small, double scale, long startPts, TextTrackerTuning tuning)
    {
        _tuning = tuning;
        StartPts = startPts;
        FirstBox = line.Box;
        Box = line.Box;
        Add(line, small, scale);
        StageSeconds = small.Seconds;
    }

    /// <summary>PTS of the first frame that shows it.</summary>
    public long StartPts { get; set; }

    /// <summary>Where it was read first.</summary>
    public RotatedBox FirstBox { get; private set; }

    /// <summary>Where it is now, in pixels of the large picture.</summary>
    public RotatedBox Box { get; private set; }

    /// <summary>Pictures it was read in.</summary>
    public int ReadCount { get; private set; }

    /// <summary>PTS of the last picture it was read in.</summary>
    public long ReadPts { get; private set; }

    /// <summary>Second of that picture.</summary>
    public double ReadSeconds { get; private set; }

    /// <summary>Readings in a row that missed it although the picture still shows it.</summary>
    public int Missed { get; set; }

    /// <summary>Second since which it says what it says: a text that grows says more from time to time.</summary>
    public double StageSeconds { get; private set; }

    /// <summary>PTS of the first picture that does not show it any more; null while it is there.</summary>
    public long? AbsentPts { get; private set; }

    /// <summary>True when it has been absent for longer than a blink.</summary>
    public bool IsGone { get; private set; }

    /// <summary>PTS of the picture it was seen in last.</summary>
    public long SeenPts { get; private set; }

    /// <summary>Seconds it was followed for, from its first reading to the picture it was seen in last.</summary>
    public double SeenSeconds { get; private set; }

    /// <summary>True for a text that runs through the picture and is longer than what shows of it.</summary>
    public bool IsTicker => _ticker is not null;

    /// <summary>True when it was followed back as far as it goes.</summary>
    public bool IsStartKnown { get; private set; }

    /// <summary>True when it is not where it was read first.</summary>
    public bool HasMoved => Math.Max(Math.Abs(Box.CenterX - FirstBox.CenterX), Math.Abs(Box.CenterY - FirstBox.CenterY))
        > Math.Max(Math.Min(Box.Width, Box.Height), 1) / 2;

    /// <summary>The reading with the highest sum of confidences, each times that of its least sure letter; ties go to the first.</summary>
    public (string Text, double Confidence, RotatedBox Box) Reading
    {
        get
        {
            var (text, votes) = Winner;
            return (_ticker ?? text, votes.Best.Confidence, votes.Best.Box);
        }
    }

    /// <summary>What gave that reading.</summary>
    public TextEngine Engine => Winner.Value.Best.Engine;

    /// <summary>True when pictures with that reading show something that it lacks, mostly.</summary>
    public bool IsLacking => Winner.Value is { } votes && votes.Lacking * 2 >= votes.Count;

    /// <summary>The newest line with that reading.</summary>
    public TextLine Line => Winner.Value.Newest;

    private KeyValuePair<string, Votes> Winner =>
        _readings.OrderByDescending(r => r.Value.Sum).ThenBy(r => r.Value.Order).First();

    /// <summary>Takes a reading.</summary>
    /// <param name="line">The line.</param>
    /// <param name="small">The small picture of the same time.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    public void Add(TextLine line, VideoFrame small, double scale)
    {
        var votes = _readings.GetValueOrDefault(line.Text, new Votes(0, line, line, _readings.Count));
        _readings[line.Text] = votes with
        {
            Count = votes.Count + 1, Lacking = votes.Lacking + (line.IsLacking ? 1 : 0),
            Sum = votes.Sum + WeightOf(line), Best = line.Confidence > votes.Best.Confidence ? line : votes.Best, Newest = line,
        };
        See(line, small, scale);
    }

    /// <summary>Takes a reading that says all that was read before, and more.</summary>
    public void Grow(TextLine line, VideoFrame small, double scale)
    {
        _readings.Clear();
        StageSeconds = small.Seconds;
        FirstBox = line.Box;
        Add(line, small, scale);
    }

    /// <summary>Takes a reading of a ticker.</summary>
    /// <param name="whole">What is known of its text now.</param>
    /// <param name="line">The line.</param>
    /// <param name="small">The small picture of the same time.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    public void Roll(string whole, TextLine line, VideoFrame small, double scale)
    {
        _ticker = whole;
        Grow(line, small, scale);
    }

    /// <summary>Takes a reading of a part of it: it is there, but the reading does not count.</summary>
    public void See(TextLine line, VideoFrame small, double scale)
    {
        ReadCount++;
        (ReadPts, ReadSeconds) = (small.Pts, small.Seconds);
        Missed = 0;
        (AbsentPts, IsGone) = (null, false);
        Box = line.Box;
        var (left, top, right, bottom) = line.Box.Bounds();
        _patch = TextPatch.Cut(small, left * scale, top * scale, right * scale, bottom * scale);
        (_patchX, _patchY) = (_patch?.Left ?? 0, _patch?.Top ?? 0);
        SeenUntil(small);
    }

    /// <summary>Goes back in time from the picture it was read in; past blinks, and pictures that only show it in their mean.</summary>
    /// <param name="frames">Small pictures, the last one being that picture.</param>
    /// <returns>Index of the earliest picture that shows it.</returns>
    public int FollowBack(IReadOnlyList<VideoFrame> frames)
    {
        var index = frames.Count - 1;
        var (x, y) = (_patchX, _patchY);
        while (index > 0 && _patch is not null)
        {
            var found = index - 1;
            for (; found >= 0 && frames[index].Seconds - frames[found].Seconds <= _tuning.Blink; found--)
            {
                var (correlation, nextX, nextY) = _patch.Find(frames[found], x, y, _tuning.Reach);
                if (correlation >= (found == index - 1 ? _tuning.Shown : _tuning.ShownAgain))
                {
                    (x, y) = (nextX, nextY);
                    break;
                }
            }

            if (found >= 0 && frames[index].Seconds - frames[found].Seconds <= _tuning.Blink)
            {
                index = found;
            }
            else if (index >= _tuning.MeanFrames && ShowsInMean(frames, index - _tuning.MeanFrames))
            {
                index -= _tuning.MeanFrames;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    /// <summary>Goes on back through means of pictures, for a text that stays at its place.</summary>
    /// <param name="shown">Pictures that show it, for the mean that the others are compared with; asked again while they are few.</param>
    /// <param name="before">Means of the time before them, newest first.</param>
    /// <returns>PTS of the first picture that shows it; null when the mean before does not.</returns>
    public long? FollowBack(IReadOnlyList<VideoFrame> shown, IEnumerable<VideoFrame> before)
    {
        if (_patch is null || HasMoved || IsStartKnown || shown.Count < _tuning.MeanFrames)
        {
            return null;
        }

        IsStartKnown = true;
        _strokes = _patch.StrokesIn(PictureMeans.Of(shown), _patchX, _patchY);
        long? start = null;
        var missed = 0;
        foreach (var window in _strokes is null ? [] : before)
        {
            if (_strokes!.AreIn(window))
            {
                (start, missed) = (window.Pts, 0);
            }
            else if (++missed > 1)
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Goes on in time from the picture it was seen last in, and moves along.</summary>
    /// <param name="frames">Small pictures, in order.</param>
    /// <param name="from">Index of the first one after the picture it was seen in last.</param>
    /// <param name="scale">Small pixels in a large pixel.</param>
    public void Follow(IReadOnlyList<VideoFrame> frames, int from, double scale)
    {
        for (var index = from; index < frames.Count; index++)
        {
            if (Move(frames[index], scale, _tuning.Shown))
            {
                continue;
            }

            if (index + _tuning.MeanFrames <= frames.Count && ShowsInMean(frames, index))
            {
                index += _tuning.MeanFrames - 1;
                SeenUntil(frames[index]);
                continue;
            }

            var next = index + 1;
            while (next < frames.Count && frames[next].Seconds - frames[index].Seconds <= _tuning.Blink 
                && !Move(frames[next], scale, _tuning.ShownAgain))
            {
                next++;
            }

            if (next == frames.Count || frames[next].Seconds - frames[index].Seconds > _tuning.Blink)
            {
                AbsentPts = frames[index].Pts;
                IsGone = _patch is null || frames[^1].Seconds - frames[index].Seconds > _tuning.Blink;
                return;
            }

            index = next;
        }

        AbsentPts = null;
    }

    // A line is as good as its least sure letter; one that was not read again says nothing new, unless it was sure.
    private double WeightOf(TextLine line) =>
        line.IsRepeat && line.LeastProbability < _tuning.SureLetter ? 0 : line.Confidence * line.LeastProbability;

    private bool Move(VideoFrame frame, double scale, double level)
    {
        if (_patch is null)
        {
            return false;
        }

        var (correlation, x, y) = _patch.Find(frame, _patchX, _patchY, _tuning.Reach);
        if (correlation < level)
        {
            return false;
        }

        Box = Box with { CenterX = Box.CenterX + ((x - _patchX) / scale), CenterY = Box.CenterY + ((y - _patchY) / scale) };
        (_patchX, _patchY) = (x, y);
        SeenUntil(frame);
        return true;
    }

    private bool ShowsInMean(IReadOnlyList<VideoFrame> frames, int from)
    {
        if (_patch is null || HasMoved)
        {
            return false;
        }

        var mean = PictureMeans.Of([.. frames.Skip(from).Take(_tuning.MeanFrames)]);
        return _patch.Find(mean, _patchX, _patchY, 0).Correlation >= _tuning.ShownInMean || _strokes?.AreIn(mean) == true;
    }

    private void SeenUntil(VideoFrame frame)
    {
        SeenPts = frame.Pts;
        _firstSeconds ??= frame.Seconds;
        SeenSeconds = frame.Seconds - _firstSeconds.Value;
    }
}
