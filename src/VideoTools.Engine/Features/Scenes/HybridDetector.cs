using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// The default detector: hard cuts, dissolves, wipes and fades, told apart from flashes, flicker, camera movement and fast objects.
/// </summary>
// Method: frames become cell means (FeatureGrid) in a ring of 3.2 s. FrameMatcher says how unlike two frames are with
// movement and exposure allowed for. CutFinder looks at neighbouring frames with five frames of look-ahead, FadeFinder at the
// contrast, GradualFinder at windows up to 2.3 s. A fade overrules cuts inside it; cuts bound the windows of the gradual finder.
// A gradual transition overrules weak cuts that are only part of its change. Boundaries leave in order, 1.5 to 3 s late. Unit of the
// score: unlikeness, 0 to 1.
// Cost: 0.1 to 0.4 ms CPU per frame of 320x180.
internal sealed class HybridDetector : ISceneDetector
{
    /// <summary>The threshold is a factor on all decision levels: 1 is the default, lower finds more.</summary>
    public const double DefaultThreshold = 1.0;

    private readonly double _rate;
    private readonly double _threshold;
    private readonly double _minimumSeconds;
    private readonly List<(long Number, SceneBoundary Boundary)> _pending = [];
    private readonly List<Bound> _bounds = [];
    private readonly HybridTuning _tuning;
    private readonly float[] _noise;
    private FeatureGrid? _grid;
    private FeatureRing _ring = null!;
    private FrameMatcher _matcher = null!;
    private CutFinder _cuts = null!;
    private FadeFinder _fades = null!;
    private GradualFinder _gradual = null!;
    private GradualCandidate? _best;
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
        _noise = new float[_tuning.NoiseFrames];
        _rate = Math.Clamp(rate, 1, 240);
        _threshold = threshold;
        _minimumSeconds = minimumSeconds;
    }

    public string Name => nameof(SceneDetector.Hybrid);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        if (_grid is null)
        {
            Start(frame);
        }

        var current = _ring.Add(frame);
        var number = current.Number;
        current.Step = number == 0 ? 0 : (float)_matcher.Dissimilarity(_ring[number - 1], current);
        LearnNoise(number);
        if (_fades.Update() is { } passage)
        {
            AddPassage(passage);
        }

        JudgeCut(number - CutFinder.LookAhead + 1);
        while (_nextCentre <= number - _gradual.LookAhead)
        {
            ExamineCentre(_nextCentre, number);
            _nextCentre += _stride;
        }

        Flush(found, last: false);
    }

    public void Complete(Action<SceneBoundary> found)
    {
        if (_grid is null)
        {
            return;
        }

        var last = _ring.Count - 1;
        for (var number = Math.Max(1, last - CutFinder.LookAhead + 2); number <= last; number++)
        {
            JudgeCut(number);
        }

        if (_fades.Complete() is { } passage)
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
        _grid = new FeatureGrid(frame.Width, frame.Height);
        _ring = new FeatureRing(_grid, Math.Max(_tuning.RingFrames, (int)Math.Ceiling(_rate * _tuning.RingSeconds)));
        _matcher = new FrameMatcher(_grid, _tuning.Matcher);
        _cuts = new CutFinder(_ring, _matcher, _threshold, _tuning.Cuts);
        _fades = new FadeFinder(_ring, _matcher, _grid, _rate, _tuning.Fades);
        _gradual = new GradualFinder(_ring, _matcher, _grid, _rate, _threshold, _tuning.Gradual);
    }

    /// <summary>
    /// The floor follows the median residual of the latest second or so: grain and compression differ from video to video.
    /// </summary>
    private void LearnNoise(long number)
    {
        if (number == 0)
        {
            return;
        }

        _noise[number % _noise.Length] = _matcher.MedianResidual;
        Span<float> sorted = stackalloc float[_noise.Length];
        var count = (int)Math.Min(number, _noise.Length);
        _noise.AsSpan(number < _noise.Length ? 1 : 0, count).CopyTo(sorted);
        sorted = sorted[..count];
        sorted.Sort();
        _matcher.NoiseFloor = Math.Clamp(_tuning.NoiseFactor * sorted[count / 2], _tuning.LowestNoise, _tuning.HighestNoise);
    }

    private void JudgeCut(long number)
    {
        if (number < 1 || _bounds.Exists(bound => bound.IsSpan && number >= bound.Start && number <= bound.End))
        {
            return;
        }

        var (unlikeness, needed) = _cuts.Judge(number);
        if (needed > 0)
        {
            _bounds.Add(new Bound(number, number, IsSpan: false, IsWeak: unlikeness < _tuning.WeakCut));
            Insert(number, SceneBoundary.Cut(_ring[number].Stamp, unlikeness, SceneBoundary.ConfidenceOfRatio(unlikeness / needed)));
        }
    }

    /// <summary>A fade, or a dip within a shot: no cut inside it counts.</summary>
    private void AddPassage(FadeFinder.Passage passage)
    {
        _bounds.RemoveAll(bound => bound.Start >= passage.Start && bound.End <= passage.End);
        _bounds.Add(new Bound(passage.Start, passage.End, IsSpan: true, IsWeak: false));
        _pending.RemoveAll(pending => pending.Number >= passage.Start && pending.Number <= passage.End);
        if (passage.Boundary is { } boundary)
        {
            Insert(passage.Middle, boundary);
        }
    }

    private void ExamineCentre(long centre, long newest)
    {
        // Everything that is known bounds the window: cuts, fades, an unfinished fade.
        long from = _ring.First, to = newest;
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

        if (_fades.OpenSince is { } open)
        {
            to = Math.Min(to, open);
        }

        var candidate = from < centre && centre < to ? _gradual.Examine(centre, from, to) : null;
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
        var whole = FrameFeatures.Distance(_ring[candidate.First], _ring[candidate.Last]);
        foreach (var bound in _bounds)
        {
            // Without calm frames at both ends nothing shows that the change is over with the candidate.
            if (bound.IsWeak && bound.Start > candidate.First && bound.Start <= candidate.Last
                && (candidate.Start == candidate.First || candidate.End == candidate.Last
                    || FrameFeatures.Distance(_ring[bound.Start - 1], _ring[bound.Start]) > _tuning.WeakCutShare * whole))
            {
                return false;
            }
        }

        return true;
    }

    private void Accept(GradualCandidate candidate)
    {
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
            : Math.Min(_nextCentre, Math.Min(_best?.Start ?? long.MaxValue, _fades.OpenSince ?? long.MaxValue));
        while (_pending.Count > 0 && _pending[0].Number < safe)
        {
            var number = _pending[0].Number;
            if (!last && _bounds.Exists(bound => bound.IsWeak && bound.Start == number) && number >= _nextCentre - _gradual.LookAhead)
            {
                break;
            }

            var boundary = _pending[0].Boundary;
            _pending.RemoveAt(0);
            var seconds = MediaTime.ToSeconds(boundary.Frame.Pts, _timeBase);
            if (seconds - _lastSeconds >= _minimumSeconds)
            {
                _lastSeconds = seconds;
                found(boundary);
            }
        }

        _bounds.RemoveAll(bound => bound.End < _ring.First);
    }

    private readonly record struct Bound(long Start, long End, bool IsSpan, bool IsWeak);
}
