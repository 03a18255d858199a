namespace VideoTools.Engine.Features.Scenes;

/// <summary>Fades through a plain picture (black, white or any colour): the contrast sinks to nothing and comes back on another shot.</summary>
// Model: during a fade a frame is (1 - p) times the shot plus p times a plain colour, so its contrast (deviation of the luma pixels) is
// (1 - p) times the shot's. From the first plain frame the finder walks back to where the contrast began to fall, and waits until
// it has risen again. The shots at both ends are then compared; if they are one shot, it was a dip, not a transition.
internal sealed class FadeFinder(FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate)
{
    private const float PlainShare = 0.1f;
    private const float PlainAtMost = 4f;
    private const float PlainAtLeast = 0.8f;
    private const float PlainCertainly = 1.6f;
    private const double MinimumUnlikeness = 0.2;
    private const double MinimumChange = 0.6;
    private const double FlashChange = 0.95;
    private const double LongestAbrupt = 0.3;

    private readonly FrameFeatures _before = new(grid);
    private readonly int _reach = Math.Max(4, (int)(rate * 1.5));
    private readonly int _briefly = Math.Max(3, (int)Math.Round(rate * 0.16));
    private readonly int _patience = Math.Max(2, (int)Math.Round(rate * 0.1));
    private State _state = State.Picture;
    private bool _hasBefore;
    private long _start;
    private FrameStamp _startStamp;
    private FrameStamp _plainFirst;
    private FrameStamp _plainMiddle;
    private readonly Queue<FrameStamp> _plain = new();
    private long _plainFirstNumber;
    private long _plainLastNumber;
    private float _lowest;
    private float _highest;
    private long _highestAt;

    private enum State
    {
        Picture,
        Plain,
        Rising,

        /// <summary>A shot of low contrast, not a fade.</summary>
        Dull,
    }

    public Action<long, string>? Trace { get; set; }

    /// <summary>First frame of a fade that has begun and not ended; nothing from there on is certain. Null when there is none.</summary>
    public long? OpenSince => _state is State.Picture or State.Dull ? null : _start;

    /// <summary>Takes note of the newest frame.</summary>
    /// <returns>The extent of a plain passage that ended: a fade, or a dip (Boundary null) in which no cut counts.</returns>
    public Passage? Update()
    {
        var number = ring.Count - 1;
        var frame = ring[number];
        switch (_state)
        {
            case State.Picture when IsPlain(frame.Contrast, Reference(number)):
                Open(number, frame);
                return null;
            case State.Dull:
                _state = frame.Contrast > PlainLimit ? State.Picture : State.Dull;
                return null;
            case State.Plain when frame.Contrast > PlainLimit:
                _state = State.Rising;
                (_highest, _highestAt) = (frame.Contrast, number);
                return null;
            case State.Plain:
                _lowest = Math.Min(_lowest, frame.Contrast);
                if (_lowest > PlainCertainly && number - _plainFirstNumber > _briefly)
                {
                    _state = State.Dull;
                    return null;
                }

                Extend(frame.Stamp);
                _plainLastNumber = number;
                return null;
            case State.Rising when frame.Contrast <= PlainLimit:
                _state = State.Plain;
                _plainLastNumber = number;
                Extend(frame.Stamp);
                return null;
            case State.Rising:
                if (frame.Contrast > _highest * 1.015f)
                {
                    (_highest, _highestAt) = (frame.Contrast, number);
                }

                return number - _highestAt >= _patience || number - _plainLastNumber > _reach ? Close() : null;
            default:
                return null;
        }
    }

    /// <summary>No frame follows.</summary>
    public Passage? Complete() => _state switch
    {
        State.Rising => Close(),
        State.Plain when IsShot(_plainLastNumber) => null, // the video ends with a plain shot: the cut to it stands
        State.Plain => new Passage(_start, ring.Count, 0, null),
        _ => null,
    };

    private float PlainLimit { get; set; }

    private static bool IsPlain(float deviation, float reference) =>
        deviation < Math.Clamp(PlainShare * reference, PlainAtLeast, PlainAtMost);

    private float Reference(long number)
    {
        var highest = 0f;
        for (var i = Math.Max(ring.First, number - _reach); i < number; i++)
        {
            highest = Math.Max(highest, ring[i].Contrast);
        }

        return highest;
    }

    private void Open(long number, FrameFeatures frame)
    {
        PlainLimit = Math.Clamp(PlainShare * Reference(number), PlainAtLeast, PlainAtMost);
        _state = State.Plain;
        _plainFirst = _plainMiddle = frame.Stamp;
        _plain.Clear();
        _plain.Enqueue(frame.Stamp);
        _plainLastNumber = _plainFirstNumber = number;
        _lowest = frame.Contrast;

        var start = number;
        var oldest = Math.Max(ring.First, number - _reach);
        while (start > oldest && (ring[start - 1].Contrast > ring[start].Contrast * 1.015f || ring[Math.Max(oldest, start - 2)].Contrast > ring[start].Contrast * 1.03f))
        {
            start--;
        }

        _start = start;
        _startStamp = ring[start].Stamp;
        _hasBefore = start < number;
        if (_hasBefore)
        {
            FeatureGrid.Copy(ring[start], _before);
        }
    }

    /// <summary>Keeps the stamps of the later half of the plain frames only, so that the middle one is at hand.</summary>
    private void Extend(FrameStamp stamp)
    {
        _plain.Enqueue(stamp);
        var middle = (_plainFirst.Index + stamp.Index + 1) / 2;
        while (_plain.Count > 1 && _plain.Peek().Index < middle)
        {
            _plain.Dequeue();
        }

        _plainMiddle = _plain.Peek();
    }

    /// <summary>True when the plain picture was cut to, stayed, and was cut away from (or the video ended with it).</summary>
    private bool IsShot(long end) => _hasBefore
        && _plainLastNumber - _plainFirstNumber > rate * LongestAbrupt && _plainFirstNumber - _start <= 2 && end - _plainLastNumber <= 2;

    private Passage? Close()
    {
        _state = State.Picture;
        var end = ring[_highestAt];
        if (!_hasBefore)
        {
            return new Passage(_start, _highestAt, 0, null);
        }

        var length = _plainLastNumber - _plainFirstNumber;
        if (IsShot(_highestAt))
        {
            return null; // cut to a plain picture that stays, and away from it: a shot of its own
        }

        var unlikeness = matcher.Dissimilarity(_before, end);
        Trace?.Invoke(_plainLastNumber, FormattableString.Invariant($"fade {_start}..{_highestAt} unlike {unlikeness:0.000} cover {matcher.Coverage:0.00} pal {Palette.Distance(_before, end):0.00}"));
        var change = matcher.Coverage + Palette.Distance(_before, end);
        var boundary = unlikeness < MinimumUnlikeness || change < (length <= _briefly ? FlashChange : MinimumChange) ? null : new SceneBoundary
        {
            Frame = _plainMiddle,
            TransitionStart = _startStamp,
            TransitionEnd = end.Stamp,
            Kind = TransitionKind.Fade,
            Score = unlikeness,
            Confidence = SceneBoundary.ConfidenceOfRatio(unlikeness / MinimumUnlikeness),
        };
        return new Passage(_start, _highestAt, (_start + _highestAt) / 2, boundary);
    }

    /// <summary>Frames from the beginning of the fall to the end of the rise.</summary>
    public sealed record Passage(long Start, long End, long Middle, SceneBoundary? Boundary);
}
