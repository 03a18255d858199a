// Method: time is divided into stretches of half a second, and again at every break (a cut, a flash); of each stretch the best frame that
// passes the gates is noted, the first of equals. When there are too many notes, stretches get twice as long and the best of each stays;
// where breaks are so frequent that this makes no room, they count no longer.
// Units: PTS. Cost: a comparison a frame, a signature where a frame is better than those before it in its stretch.
// Memory: at most 16384 notes of some 230 bytes, 4 MB; that is 2 h 16 min at half a second.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>Notes the frames that may be chosen, a bounded number.</summary>
/// <param name="limits">The gates.</param>
/// <param name="capacity">Most notes.</param>
internal sealed class FrameCandidates(FrameLimits limits, int capacity = 1 << 14)
{
    private const double ShortestSeconds = 0.5;

    private readonly List<FrameNote> _notes = [];
    private FrameSignature.Maker? _maker;
    private Rational _timeBase;
    private double _stretchSeconds = ShortestSeconds;
    private FrameNote? _best;
    private long _stretch = long.MinValue;
    private int _run;
    private bool _ignoresBreaks;
    private double _activity;
    private int _count;

    /// <summary>Notes kept now.</summary>
    public int Count => _notes.Count;

    /// <summary>Looks at the next frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="measures">How good it is.</param>
    /// <param name="isBreak">True where it is unlike the one before.</param>
    public void Add(VideoFrame frame, FrameMeasures measures, bool isBreak)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _maker ??= new FrameSignature.Maker(frame.Width, frame.Height);
        _timeBase = frame.TimeBase;
        var stretch = StretchOf(frame.Pts);
        isBreak &= !_ignoresBreaks;
        if (stretch != _stretch || isBreak)
        {
            Close();
            _stretch = stretch;
            _run += isBreak ? 1 : 0;
        }

        _activity += measures.Activity;
        _count++;
        if (limits.Pass(measures) && (_best is null || measures.Quality > _best.Quality))
        {
            _best = new FrameNote(frame.Index, frame.Pts, measures, _maker.Make(frame)) { Run = _run };
        }
    }

    /// <summary>Takes the notes of all frames before a number; they are kept no longer.</summary>
    public IReadOnlyList<FrameNote> TakeBefore(long frame)
    {
        var taken = _notes.TakeWhile(note => note.Frame < frame).ToList();
        _notes.RemoveRange(0, taken.Count);
        if (_notes.Count == 0 && _best is { } best && best.Frame < frame)
        {
            taken.Add(best with { StretchActivity = _activity / _count });
            _best = null;
        }

        return taken;
    }

    private long StretchOf(long pts) => (long)Math.Floor(MediaTime.ToSeconds(pts, _timeBase) / _stretchSeconds);

    private void Close()
    {
        if (_best is { } best)
        {
            if (_notes.Count == capacity)
            {
                Thin();
            }

            _notes.Add(best with { StretchActivity = _activity / _count });
        }

        (_best, _activity, _count) = (null, 0, 0);
    }

    private void Thin()
    {
        _stretchSeconds *= 2;
        Join();
        if (_notes.Count > capacity * 3 / 4)
        {
            _ignoresBreaks = true;
            Join();
        }

        while (_notes.Count > capacity * 3 / 4)
        {
            _stretchSeconds *= 2;
            Join();
        }
    }

    // Of each stretch the best note stays.
    private void Join()
    {
        var kept = 0;
        for (var i = 0; i < _notes.Count;)
        {
            var (best, activity, first) = (_notes[i], _notes[i].StretchActivity, i);
            for (i++; i < _notes.Count && AreOne(_notes[first], _notes[i]); i++)
            {
                best = _notes[i].Quality > best.Quality ? _notes[i] : best;
                activity += _notes[i].StretchActivity;
            }

            _notes[kept++] = best with { StretchActivity = activity / (i - first) };
        }

        _notes.RemoveRange(kept, _notes.Count - kept);
    }

    private bool AreOne(FrameNote left, FrameNote right) =>
        (_ignoresBreaks || left.Run == right.Run) && StretchOf(left.Pts) == StretchOf(right.Pts);
}
