using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// The default detector: hard cuts, dissolves, wipes and fades, told apart from flashes, flicker, camera movement and fast objects.
/// </summary>
// Method: frames become the pictures that are seen (ShownPictures), these cell means (FeatureGrid) in a ring of 3.2 s. FrameMatcher says
// how unlike two pictures are with movement and exposure allowed for. CutFinder looks at neighbouring pictures with eight of look-ahead,
// FadeFinder at the contrast, GradualFinder at windows up to 2.3 s. A fade overrules cuts inside it; cuts bound the windows of the gradual
// finder. A gradual transition overrules weak cuts that are only part of its change. TurnFinder strikes out what is a camera's turn. Where
// LivePart finds a film in a canvas, the ring is filled anew with that part, and it is judged alone. Boundaries leave in order, 1.5 to 3 s
// late. Unit of the score: unlikeness, 0 to 1.
// Cost: 0.1 to 0.4 ms CPU per frame of 320x180; 8 MB for the latest pictures.
internal sealed class HybridDetector : ISceneDetector
{
    /// <summary>The threshold is a factor on all decision levels: 1 is the default, lower finds more.</summary>
    public const double DefaultThreshold = 1.0;

    /// <summary>Pictures behind a cut that must be known before it bounds the windows of gradual transitions.</summary>
    private const int KnownAhead = 5;

    private readonly double _rate;
    private readonly double _threshold;
    private readonly double _minimumSeconds;
    private readonly List<(long Number, SceneBoundary Boundary)> _pending = [];
    private readonly List<Bound> _bounds = [];
    private readonly HybridTuning _tuning;
    private readonly bool _isFast;
    private ShownPictures? _shown;
    private PictureStore _store = null!;
    private PictureStore? _late;
    private LivePart _live = null!;
    private TurnFinder _turns = null!;
    private RegionFinders _at = null!;
    private GradualCandidate? _best;
    private long _mixedUntil = -1;
    private long _left = -1;
    private long _faded = -1;
    private long _nextCentre;
    private int _apart;
    private int _stride;
    private long _gradualDone;
    private Rational _timeBase;
    private double _lastSeconds = double.NegativeInfinity;

    /// <summary>For one file.</summary>
    /// <param name="rate">Average frames per second.</param>
    /// <param name="threshold">Factor on the decision levels, see <see cref="DefaultThreshold"/>.</param>
    /// <param name="minimumSeconds">Boundaries closer than this to the one before are left out; 0 for none.</param>
    /// <param name="tuning">Its constants; null for those in use.</param>
    public HybridDetector(double rate, double threshold, double minimumSeconds, HybridTuning? tuning = null)
    {
        _tuning = tuning ?? HybridTuning.Default;
        _rate = ShownPictures.PictureRate(Math.Clamp(rate, 1, 240));
        _isFast = ShownPictures.IsFast(rate);
        _threshold = threshold;
        _minimumSeconds = minimumSeconds;
    }

    public string Name => nameof(SceneDetector.Hybrid);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        if (_shown is null)
        {
            Start(frame);
        }

        var decision = _shown!.Next(frame);
        if (!decision.IsPicture)
        {
            // Only the last frame of all is ever looked at again.
            (_late ??= new PictureStore(1)).Add(frame, decision.Entry, isHeld: false);
            return;
        }

        for (var i = 0; i < decision.Again; i++)
        {
            var (held, entry, _) = _store[_store.Count - 1];
            Take(held, entry, isHeld: true);
        }

        Take(frame, decision.Entry, isHeld: false);
        if (_isFast || _late is not null)
        {
            _shown.Keep(frame);
        }

        Flush(found, last: false);
    }

    public void Complete(Action<SceneBoundary> found)
    {
        if (_shown is null)
        {
            return;
        }

        if (_late is { Count: > 0 } late && late[late.Count - 1].Frame is var frame && frame.Index > _store[_store.Count - 1].Frame.Index)
        {
            Take(frame, FrameStamp.Of(frame), isHeld: false);
        }

        var last = _store.Count - 1;
        for (var number = Math.Max(1, last - CutFinder.LookAhead + 2); number <= last; number++)
        {
            JudgeCut(number);
        }

        if (_at.Fades.Complete() is { } passage)
        {
            AddPassage(passage);
        }

        while (_nextCentre <= last)
        {
            ExamineCentre(_nextCentre, last);
            _nextCentre += _stride;
        }

        Flush(found, last: true);
    }

    private void Start(VideoFrame frame)
    {
        _timeBase = frame.TimeBase;
        _stride = Math.Max(1, (int)Math.Round(_rate / _tuning.CentresPerSecond));
        _apart = Math.Max(2, (int)Math.Round(_rate * _tuning.ApartSeconds));
        _shown = new ShownPictures(frame.Width, frame.Height);
        _store = new PictureStore(RegionFinders.Capacity(_rate, _tuning));
        _live = new LivePart(frame.Width, frame.Height, _tuning.Live);
        _turns = new TurnFinder(_store, frame.Width, frame.Height, _tuning.Turns);
        _at = new RegionFinders(frame.Width, frame.Height, null, _rate, _threshold, _tuning);
    }

    /// <summary>Takes the next picture and judges what it decides.</summary>
    private void Take(VideoFrame picture, FrameStamp entry, bool isHeld)
    {
        _store.Add(picture, entry, isHeld);
        if (!isHeld && _live.Update(picture))
        {
            Reframe();
        }

        _at.Add(picture, entry, isHeld);
        var number = _store.Count - 1;
        if (_at.Fades.Update() is { } passage)
        {
            AddPassage(passage);
            _faded = passage.End;
        }

        if (_at.TitledFades.Update() is { Boundary: not null } titled && _at.Fades.OpenSince is null && titled.Start > _faded)
        {
            AddPassage(titled);
        }

        JudgeCut(number - CutFinder.LookAhead + 1);
        var known = number - CutFinder.LookAhead + KnownAhead;
        while (_nextCentre <= known - _at.Gradual.LookAhead)
        {
            ExamineCentre(_nextCentre, known);
            _nextCentre += _stride;
        }
    }

    /// <summary>
    /// Another part of the picture counts: the latest pictures are looked at again, and what has not left yet is judged anew.
    /// </summary>
    private void Reframe()
    {
        var newest = _store.Count - 1;
        var frame = _store[newest].Frame;
        _at = new RegionFinders(frame.Width, frame.Height, _live.Region, _rate, _threshold, _tuning, _store.First);
        for (var number = _store.First; number < newest; number++)
        {
            var (picture, entry, isHeld) = _store[number];
            _at.Add(picture, entry, isHeld);
            _at.Fades.Update();
            _at.TitledFades.Update();
        }

        if (_live.Region is null)
        {
            return;
        }

        for (var number = Math.Max(_store.First + 1, _left + 1); number < newest - CutFinder.LookAhead + 1; number++)
        {
            if (!_bounds.Exists(bound => number >= bound.Start - _apart && number <= bound.End + _apart))
            {
                JudgeCut(number);
            }
        }
    }

    private void JudgeCut(long number)
    {
        if (number < 1 || number <= _mixedUntil
            || _bounds.Exists(bound => bound.IsSpan && number >= bound.Start && number <= bound.End))
        {
            return;
        }

        if (_at.Cuts.Judge(number) is not { } cut || !_live.Vouches(_store, cut.First - 1, cut.Last)
            || _turns.IsStep(cut.First - 1, cut.Last))
        {
            return;
        }

        _mixedUntil = cut.Last;
        _bounds.Add(new Bound(cut.First, cut.Last, IsSpan: false, IsWeak: cut.Unlikeness < _tuning.WeakCut));
        Insert(cut.Number, SceneBoundary.Cut(_at.Ring[cut.Number].Entry, cut.Unlikeness, Confidence.Of(TransitionKind.Cut, cut.Ratio)));
    }

    /// <summary>A fade, or a dip within a shot: no cut inside it counts.</summary>
    private void AddPassage(FadeFinder.Passage passage)
    {
        _bounds.RemoveAll(bound => bound.Start >= passage.Start && bound.End <= passage.End);
        _bounds.Add(new Bound(passage.Start, passage.End, IsSpan: true, IsWeak: false));
        _pending.RemoveAll(pending => pending.Number >= passage.Start && pending.Number <= passage.End);
        _best = _best is { } best && best.End >= passage.Start && best.Start <= passage.End ? null : _best;
        if (passage.Boundary is { } boundary)
        {
            Insert(passage.Middle, boundary);
        }
    }

    private void ExamineCentre(long centre, long newest)
    {
        // Everything that is known bounds the window: cuts, fades, an unfinished fade.
        long from = _at.Ring.First, to = newest;
        foreach (var bound in _bounds)
        {
            if (bound.IsWeak)
            {
                continue; // may turn out to be a jump inside a gradual transition, see Overrules
            }

            if (bound.IsSpan ? bound.End <= centre : bound.Start <= centre)
            {
                from = Math.Max(from, bound.End);
            }
            else
            {
                to = Math.Min(to, bound.IsSpan ? bound.Start : bound.Start - 1);
            }
        }

        if (_at.Fades.OpenSince is { } open)
        {
            to = Math.Min(to, open);
        }

        var candidate = from < centre && centre < to ? _at.Gradual.Examine(centre, from, to) : null;
        if (_best is not null && centre >= _best.End + _apart)
        {
            Accept(_best);
            _best = null;
        }

        if (candidate is not null && candidate.Start >= _gradualDone + _apart && Overrules(candidate)
            && (_best is null || candidate.Quality > _best.Quality))
        {
            _best = candidate;
        }
    }

    /// <summary>
    /// True when the cuts inside a candidate are but a part of its change: a dissolve whose frames are unevenly spaced in time jumps.
    /// </summary>
    private bool Overrules(GradualCandidate candidate)
    {
        var whole = FrameFeatures.Distance(_at.Ring[candidate.First], _at.Ring[candidate.Last]);
        foreach (var bound in _bounds)
        {
            // Without calm frames at both ends nothing shows that the change is over with the candidate.
            if (bound.IsWeak && bound.Start > candidate.First && bound.End <= candidate.Last
                && (candidate.Start == candidate.First || candidate.End == candidate.Last
                    || FrameFeatures.Distance(_at.Ring[bound.Start - 1], _at.Ring[bound.End]) > _tuning.WeakCutShare * whole))
            {
                return false;
            }
        }

        return true;
    }

    private void Accept(GradualCandidate candidate)
    {
        if (!_live.Vouches(_store, candidate.Start, candidate.End)
            || (candidate.Kind == TransitionKind.Wipe && _turns.IsTurn(candidate.Start, candidate.End)))
        {
            return;
        }

        _gradualDone = candidate.End;
        _bounds.RemoveAll(bound => bound.IsWeak && bound.Start >= candidate.Start && bound.Start <= candidate.End);
        _pending.RemoveAll(pending => pending.Boundary.Kind == TransitionKind.Cut
            && pending.Number >= candidate.Start && pending.Number <= candidate.End);
        _bounds.Add(new Bound(candidate.Start, candidate.End, IsSpan: true, IsWeak: false));
        Insert(candidate.Middle, candidate.ToBoundary());
    }

    private void Insert(long number, SceneBoundary boundary)
    {
        var at = _pending.FindIndex(other => other.Number > number);
        _pending.Insert(at < 0 ? _pending.Count : at, (number, boundary));
    }

    /// <summary>Reports what nothing that follows can change any more.</summary>
    private void Flush(Action<SceneBoundary> found, bool last)
    {
        var safe = last
            ? long.MaxValue
            : Math.Min(
                Math.Min(_nextCentre, _best?.Start ?? long.MaxValue),
                Math.Min(_at.Fades.OpenSince ?? long.MaxValue, _at.TitledFades.OpenSince ?? long.MaxValue));
        while (_pending.Count > 0 && _pending[0].Number < safe)
        {
            var number = _pending[0].Number;
            if (!last && _bounds.Exists(bound => bound.IsWeak && bound.Start <= number && number <= bound.End)
                && number >= _nextCentre - _at.Gradual.LookAhead)
            {
                break;
            }

            var boundary = _pending[0].Boundary;
            _left = Math.Max(_left, number);
            _pending.RemoveAt(0);
            var seconds = MediaTime.ToSeconds(boundary.Frame.Pts, _timeBase);
            if (seconds - _lastSeconds >= _minimumSeconds)
            {
                _lastSeconds = seconds;
                found(boundary);
            }
        }

        _bounds.RemoveAll(bound => bound.End < _store.First);
    }

    private readonly record struct Bound(long Start, long End, bool IsSpan, bool IsWeak);
}
