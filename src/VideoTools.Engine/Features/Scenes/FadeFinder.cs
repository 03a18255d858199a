namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// Fades through a plain picture (black, white or any colour): the contrast sinks to nothing and comes back on another shot.
/// </summary>
// Model: during a fade a frame is (1 - p) times the shot plus p times a plain colour, so its contrast (deviation of the luma pixels) is
// (1 - p) times the shot's. From the first plain frame the finder walks back to where the contrast began to fall, and waits until
// it has risen again. The shots at both ends are then compared; if they are one shot, it was a dip, not a transition.
internal sealed class FadeFinder(FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, FadeFinderTuning tuning)
{
    private readonly FrameFeatures _before = new(grid);
    private readonly FrameFeatures _titled = new(grid);
    private readonly int _reach = Math.Max(tuning.ReachFrames, (int)(rate * tuning.ReachSeconds));
    private readonly int _briefly = Math.Max(tuning.BriefFrames, (int)Math.Round(rate * tuning.BriefSeconds));
    private readonly int _patience = Math.Max(tuning.PatienceFrames, (int)Math.Round(rate * tuning.PatienceSeconds));
    private State _state = State.Picture;
    private bool _hasBefore;
    private long _start;
    private FrameStamp _startStamp;
    private FrameStamp _plainFirst;
    private FrameStamp _plainMiddle;
    private readonly Queue<FrameStamp> _plain = new();
    private long _plainFirstNumber;
    private long _plainLastNumber;
    private float _plainLimit;
    private float _lowest;
    private float _highest;
    private long _highestAt;
    private bool _isAbruptStart;
    private float _earlyRise;

    private enum State
    {
        Picture,
        Plain,
        Rising,

        /// <summary>A shot of low contrast, not a fade.</summary>
        Dull,
    }

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
            case State.Picture when PlainBelow(Reference(number)) is var limit && Of(frame) < limit:
                _plainLimit = limit;
                Open(number, frame);
                return null;
            case State.Dull:
                _state = Of(frame) > _plainLimit ? State.Picture : State.Dull;
                return null;
            case State.Plain when Of(frame) > _plainLimit:
                _state = State.Rising;
                (_highest, _highestAt) = (Of(frame), number);
                _earlyRise = Of(frame);
                return null;
            case State.Plain when !tuning.IsTitled && IsOtherColour(number):
                return CloseAtOtherColour(number - 1);
            case State.Plain:
                _lowest = Math.Min(_lowest, Of(frame));
                if ((_lowest > tuning.PlainCertainly && number - _plainFirstNumber > _briefly)
                    || number - _plainFirstNumber > rate * tuning.LongestPlain)
                {
                    _state = State.Dull;
                    return null;
                }

                Extend(frame.Stamp);
                _plainLastNumber = number;
                return null;
            case State.Rising when Of(frame) <= _plainLimit:
                _state = State.Plain;
                _plainLastNumber = number;
                Extend(frame.Stamp);
                return null;
            case State.Rising:
                if (Of(frame) > _highest * tuning.Slope)
                {
                    (_highest, _highestAt) = (Of(frame), number);
                }

                if (number - _plainLastNumber <= tuning.AbruptFrames)
                {
                    _earlyRise = Math.Max(_earlyRise, Of(frame));
                }

                return number - _highestAt >= _patience || number - _plainLastNumber > _reach ? Close() : null;
            default:
                return null;
        }
    }

    /// <summary>No frame follows.</summary>
    public Passage? Complete() => _state switch
    {
        State.Plain when tuning.IsTitled => null,
        State.Rising => Close(),
        State.Plain when IsShot(_plainLastNumber) => null, // the video ends with a plain shot: the cut to it stands
        State.Plain => new Passage(_start, ring.Count, 0, null),
        _ => null,
    };

    private float Of(FrameFeatures frame) => tuning.IsTitled ? frame.Spread : frame.Contrast;

    private float PlainBelow(float reference) =>
        Math.Clamp(tuning.PlainShare * reference, tuning.PlainAtLeast, tuning.PlainAtMost);

    private float Reference(long number)
    {
        var highest = 0f;
        for (var i = Math.Max(ring.First, number - _reach); i < number; i++)
        {
            highest = Math.Max(highest, Of(ring[i]));
        }

        return highest;
    }

    private void Open(long number, FrameFeatures frame)
    {
        Restart(number, frame);
        var start = number;
        var oldest = Math.Max(ring.First, number - _reach);
        while (start > oldest && (Of(ring[start - 1]) > Of(ring[start]) * tuning.Slope
            || Of(ring[Math.Max(oldest, start - 2)]) > Of(ring[start]) * tuning.SlopeOverTwo))
        {
            start--;
        }

        _start = start;
        _startStamp = ring[start].Stamp;
        _hasBefore = start < number;
        var near = Math.Max(oldest, number - tuning.AbruptFrames);
        _isAbruptStart = number == 0 || number - start <= tuning.AbruptFrames
            || (Of(ring[near]) >= tuning.AbruptShare * Of(ring[start]) && Of(ring[near]) >= tuning.AbruptFactor * _plainLimit);
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

    /// <summary>
    /// True when the plain picture was cut to (or the video began with it), stayed, and was cut away from (or the video ended with it).
    /// </summary>
    private bool IsShot(long end) => _isAbruptStart
        && _plainLastNumber - _plainFirstNumber > rate * tuning.LongestAbrupt
        && (end - _plainLastNumber <= tuning.AbruptFrames
            || (_earlyRise >= tuning.AbruptShare * _highest && _earlyRise >= tuning.AbruptFactor * _plainLimit));

    /// <summary>True when the picture before was cut to from another colour: neither came nor went on by degrees.</summary>
    private bool IsOtherColour(long number)
    {
        if (number - 3 < Math.Max(ring.First, _plainFirstNumber))
        {
            return false;
        }

        var step = FrameFeatures.ColourDistance(ring[number - 2], ring[number - 1]);
        return step >= tuning.OtherColour
            && FrameFeatures.ColourDistance(ring[number - 3], ring[number - 2]) <= tuning.OtherColourSlope * step
            && FrameFeatures.ColourDistance(ring[number - 1], ring[number]) <= tuning.OtherColourSlope * step;
    }

    /// <summary>One plain picture is cut to another: the passage ends, and the next one begins, with a cut between them.</summary>
    private Passage? CloseAtOtherColour(long number)
    {
        var frame = ring[number];
        var passage = _isAbruptStart ? null : new Passage(_start, number - 1, 0, null);
        FeatureGrid.Copy(ring[number - 1], _before);
        (_hasBefore, _isAbruptStart) = (true, true);
        (_start, _startStamp) = (number + 1, frame.Stamp);
        Restart(number, frame);
        return passage;
    }

    /// <summary>
    /// True when what stands on the plain picture stands on another one as well: a title. A picture with a plain background has things of
    /// its own. Measure: the correlation of both over the rectangle that holds what stands on the plain one.
    /// </summary>
    private bool HasTitleOf(FrameFeatures other)
    {
        var ground = Median(_titled.Fine);
        int left = grid.Width, top = grid.Height, right = -1, bottom = -1;
        for (var cell = 0; cell < _titled.Fine.Length; cell++)
        {
            if (Math.Abs(_titled.Fine[cell] - ground) > tuning.TitleLevel)
            {
                (left, right) = (Math.Min(left, cell % grid.Width), Math.Max(right, cell % grid.Width));
                (top, bottom) = (Math.Min(top, cell / grid.Width), Math.Max(bottom, cell / grid.Width));
            }
        }

        double count = 0, sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                double p = _titled.Fine[(y * grid.Width) + x], q = other.Fine[(y * grid.Width) + x];
                (count, sumA, sumB, squareA, squareB, product) =
                    (count + 1, sumA + p, sumB + q, squareA + (p * p), squareB + (q * q), product + (p * q));
            }
        }

        var variances = (squareA - (sumA * sumA / Math.Max(1, count))) * (squareB - (sumB * sumB / Math.Max(1, count)));
        return variances > 0 && product - (sumA * sumB / count) >= tuning.TitleMatch * Math.Sqrt(variances);
    }

    private static float Median(float[] cells)
    {
        var sorted = (float[])cells.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private void Restart(long number, FrameFeatures frame)
    {
        _state = State.Plain;
        _plainFirst = _plainMiddle = frame.Stamp;
        _plain.Clear();
        _plain.Enqueue(frame.Stamp);
        _plainLastNumber = _plainFirstNumber = number;
        _lowest = Of(frame);
        if (tuning.IsTitled)
        {
            FeatureGrid.Copy(frame, _titled);
        }
    }

    private Passage? Close()
    {
        _state = State.Picture;
        var end = ring[_highestAt];
        var slope = rate * tuning.ShortestSlope;
        if (tuning.IsTitled && (_plainFirstNumber - _start < slope || _highestAt - _plainLastNumber < slope || !_hasBefore
            || !(HasTitleOf(_before) || HasTitleOf(end))))
        {
            return null;
        }
        if (IsShot(_highestAt))
        {
            return null; // cut to a plain picture that stays, and away from it: a shot of its own
        }

        if (!_hasBefore)
        {
            return new Passage(_start, _highestAt, 0, null);
        }

        var length = _plainLastNumber - _plainFirstNumber;

        var unlikeness = matcher.Dissimilarity(_before, end);
        var change = matcher.Coverage + Palette.Distance(_before, end);
        var neededChange = length <= _briefly ? tuning.FlashChange : tuning.MinimumChange;
        var boundary = unlikeness < tuning.MinimumUnlikeness || change < neededChange ? null : new SceneBoundary
        {
            Frame = _plainMiddle,
            TransitionStart = _startStamp,
            TransitionEnd = end.Stamp,
            Kind = TransitionKind.Fade,
            Score = unlikeness,
            Confidence = Scenes.Confidence.Of(
                TransitionKind.Fade, Math.Min(unlikeness / tuning.MinimumUnlikeness, change / neededChange)),
        };
        return new Passage(_start, _highestAt, (_start + _highestAt) / 2, boundary);
    }

    /// <summary>Frames from the beginning of the fall to the end of the rise.</summary>
    public sealed record Passage(long Start, long End, long Middle, SceneBoundary? Boundary);
}
