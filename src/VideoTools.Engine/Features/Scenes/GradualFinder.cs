namespace VideoTools.Engine.Features.Scenes;

/// <summary>Dissolves and wipes: windows whose ends show different shots and whose frames in between mix the two.</summary>
// Method: around each centre, windows of 0.2 to 2.3 s. Both ends must be unlike (FrameMatcher), the frames in between must lie on the line
// between them (BlendModel). A dissolve: one progress for all cells, and less structure in the middle than at the ends, since two
// unrelated pictures at half strength cancel (the variance parabola). A wipe: every cell at one end or the other, each changing in one
// burst (FrontModel). A push has its own model (SlideCourse). Movement that goes on outside the window counts against it.
internal sealed class GradualFinder
{
    private readonly FeatureRing _ring;
    private readonly FrameMatcher _matcher;
    private readonly BlendModel _model;
    private readonly SlideCourse _slide;
    private readonly FrontModel _front;
    private readonly GradualFinderTuning _tuning;
    private readonly int[] _halfWidths;
    private readonly double _threshold;
    private readonly int _minimumContext;
    private readonly int _shortWipe;
    private readonly int _shortDissolve;
    private readonly int _shortestSlide;

    /// <summary>For one video.</summary>
    /// <param name="ring">The latest frames.</param>
    /// <param name="matcher">Compares frames.</param>
    /// <param name="grid">Sizes of the features.</param>
    /// <param name="rate">Frames per second.</param>
    /// <param name="threshold">Factor on the unlikeness and quality that are needed; 1 is the default.</param>
    /// <param name="tuning">The decision levels.</param>
    public GradualFinder(
        FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, double threshold, GradualFinderTuning tuning)
    {
        _ring = ring;
        _matcher = matcher;
        _model = new BlendModel(grid);
        _slide = new SlideCourse(ring, grid, tuning);
        _front = new FrontModel(grid);
        _tuning = tuning;
        _threshold = threshold;
        _halfWidths = [.. tuning.HalfLengths.Select(length => Math.Max(2, (int)Math.Round(length * rate))).Distinct()];
        _shortestSlide = (int)(rate * tuning.ShortestSlideSeconds);
        _shortDissolve = (int)(rate * tuning.ShortDissolveSeconds);
        _shortWipe = (int)(rate * tuning.ShortWipeSeconds);
        _minimumContext = Math.Max(2, (int)Math.Round(rate * tuning.ContextSeconds));
    }

    /// <summary>Frames that must follow the centre of the longest window.</summary>
    public int LookAhead => _halfWidths[^1] + _minimumContext;

    /// <summary>The best window around a centre, or null.</summary>
    /// <param name="centre">Number of the frame in the middle.</param>
    /// <param name="from">First frame of the stretch without a known boundary.</param>
    /// <param name="to">Last frame of that stretch.</param>
    public GradualCandidate? Examine(long centre, long from, long to)
    {
        GradualCandidate? best = null;
        foreach (var half in _halfWidths)
        {
            long first = centre - half, last = centre + half;
            if (first < from || last > to)
            {
                break;
            }

            if (Fit(first, centre, last, from, to) is { } candidate && (best is null || candidate.Quality > best.Quality))
            {
                best = candidate;
            }
        }

        return best;
    }

    private GradualCandidate? Fit(long first, long centre, long last, long from, long to)
    {
        FrameFeatures a = _ring[first], x = _ring[centre], b = _ring[last];
        var whole = FrameFeatures.Distance(a, b);
        if (whole < _tuning.MinimumDistance || _matcher.ArePlain(a, b))
        {
            return null;
        }

        // The middle frame of a mixture lies between the two ends; that of a slide is unlike both.
        double before = FrameFeatures.Distance(a, x) / whole, after = FrameFeatures.Distance(x, b) / whole;
        if (before + after < _tuning.MixtureDetour)
        {
            return Math.Abs(before - after) < _tuning.MixtureLopsidedness ? FitMixture(first, centre, last, from, to) : null;
        }

        return centre - first >= _shortestSlide && before > _tuning.SlideHalfDistance && after > _tuning.SlideHalfDistance
            && _slide.IsPossible(a, x, b, whole) ? FitSlide(first, centre, last, from, to) : null;
    }

    private GradualCandidate? FitMixture(long first, long centre, long last, long from, long to)
    {
        FrameFeatures a = _ring[first], x = _ring[centre], b = _ring[last];
        _model.CellNoise = _matcher.NoiseFloor * FrameFeatures.PlaneCount;
        _model.Begin(a, b);
        var middle = _model.Measure(a, x, b);
        if (middle.Progress < _tuning.EarliestMiddle || middle.Progress > _tuning.LatestMiddle
            || middle.Residual > _tuning.MaximumResidual)
        {
            return null;
        }

        var unlike = _matcher.Dissimilarity(a, b);
        if (unlike < _tuning.DissolveUnlikeness * _threshold)
        {
            return null;
        }

        var course = Follow(a, b, first, last);
        var ends = ((1 - middle.Progress) * Structure(a, a, b)) + (middle.Progress * Structure(b, a, b));
        var structure = Structure(x, a, b) / Math.Max(_tuning.MinimumStructure, ends);
        if (Classify(a, b, course, 1 - structure, unlike) is not { } kind)
        {
            return null;
        }

        var quality = unlike - (_tuning.ResidualWeight * course.Residual) - (_tuning.BackwardsWeight * course.Backwards)
            - Unrest(first, last, from, to);
        return quality < _tuning.MinimumQuality * _threshold
            ? null
            : new GradualCandidate(_ring[course.Start], x, _ring[course.End])
            {
                First = first,
                Last = last,
                Kind = kind,
                Quality = quality,
                Ratio = quality / _tuning.MinimumQuality,
                Unlikeness = unlike,
            };
    }

    private GradualCandidate? FitSlide(long first, long centre, long last, long from, long to)
    {
        var unlike = _matcher.Dissimilarity(_ring[first], _ring[last]);
        if (unlike < _tuning.WipeUnlikeness * _threshold)
        {
            return null;
        }

        foreach (var fit in _slide.Fits(first, centre, last))
        {
            var quality = fit.IsClear ? unlike - fit.Residual - fit.Backwards - Unrest(first, last, from, to) : 0;
            if (fit.IsClear && quality >= _tuning.MinimumQuality * _threshold)
            {
                return new GradualCandidate(_ring[fit.Start], _ring[centre], _ring[fit.End])
                {
                    First = first,
                    Last = last,
                    Kind = TransitionKind.Wipe,
                    Quality = quality,
                    Ratio = quality / _tuning.MinimumQuality,
                    Unlikeness = unlike,
                };
            }
        }

        return null;
    }

    /// <summary>What the windows before and after say against a transition: movement that goes on as before is none.</summary>
    private double Unrest(long first, long last, long from, long to)
    {
        // Over a short window the context reaches a little farther, else any piece of a longer change would look like one of its own.
        var lag = Math.Max(last - first, _minimumContext);
        return _tuning.UnrestWeight * Math.Max(Context(first, Math.Max(from, first - lag)), Context(last, Math.Min(to, last + lag)));
    }

    private double Context(long near, long far) =>
        near == far ? 0 : _matcher.Dissimilarity(_ring[near], _ring[far]);

    /// <summary>Follows the change from frame to frame (every second or third of a long window).</summary>
    private Course Follow(FrameFeatures a, FrameFeatures b, long first, long last)
    {
        var stride = Math.Max(1, (int)((last - first) / _tuning.FollowedFrames));
        double residual = 0, mixed = 0, backwards = 0, previous = 0;
        var inner = 0;
        long start = first, end = last;
        for (var i = first + stride; i < last; i += stride)
        {
            var fit = _model.Measure(a, _ring[i], b);
            backwards += Math.Max(0, previous - fit.Progress);
            previous = fit.Progress;
            if (fit.Progress < _tuning.OldUntil && end == last)
            {
                start = i;
            }

            if (fit.Progress > _tuning.NewFrom && end == last)
            {
                end = i;
            }

            if (fit.Progress > _tuning.InnerFrom && fit.Progress < _tuning.InnerUntil)
            {
                residual += fit.Residual;
                mixed += fit.Mixed / (fit.Progress * (1 - fit.Progress));
                inner++;
            }
        }

        return new Course(start, end, residual / Math.Max(1, inner), mixed / Math.Max(1, inner), backwards);
    }

    private TransitionKind? Classify(FrameFeatures a, FrameFeatures b, Course course, double dip, double unlike)
    {
        if (IsDissolve(course, dip))
        {
            return TransitionKind.Dissolve;
        }

        if (unlike < _tuning.WipeUnlikeness * _threshold)
        {
            return null;
        }

        var isWipe = (course.Mixed <= _tuning.WipeMixed && IsWipe(course, unlike)) || _slide.IsSlide(a, b, course.Start, course.End);
        return isWipe ? TransitionKind.Wipe : null;
    }

    private bool IsDissolve(Course course, double dip) =>
        course.Mixed >= _tuning.DissolveMixed && dip >= _tuning.DissolveDip && course.Mixed + dip >= _tuning.DissolveEvidence
        && (course.End - course.Start >= _shortDissolve
            || (course.Mixed >= _tuning.ShortDissolveMixed && course.Residual <= _tuning.ShortDissolveResidual));

    private bool IsWipe(Course course, double unlike)
    {
        var front = _front.Measure(_ring, course.Start, course.End);
        var path = 0.0;
        for (var i = course.Start + 1; i <= course.End; i++)
        {
            path += _ring[i].Step;
        }

        var margin = course.End - course.Start < _shortWipe ? _tuning.ShortWipeMargin : _tuning.WipeMargin;
        return front >= _tuning.WipeFront && front - course.Mixed >= margin && path < _tuning.WipePath * unlike;
    }

    /// <summary>Mean variance of the blocks, without those of a writing over a dark picture that stays.</summary>
    private double Structure(FrameFeatures frame, FrameFeatures a, FrameFeatures b)
    {
        double sum = 0;
        for (var block = 0; block < frame.BlockVariance.Length; block++)
        {
            sum += _matcher.IsGlaring(a, b, block) ? 0 : frame.BlockVariance[block];
        }

        return sum / frame.BlockVariance.Length;
    }

    private readonly record struct Course(long Start, long End, double Residual, double Mixed, double Backwards);
}
