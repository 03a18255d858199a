namespace VideoTools.Engine.Features.Scenes;

/// <summary>Dissolves and wipes: windows whose ends show different shots and whose frames in between mix the two.</summary>
// Method: around each centre, windows of 0.2 to 2.3 s. Both ends must be unlike (FrameMatcher), the frames in between must lie on the line
// between them (BlendModel). A dissolve: one progress for all cells, and less structure in the middle than at the ends, since two
// unrelated pictures at half strength cancel (the variance parabola). A wipe: every cell at one end or the other, each changing in one
// burst (FrontModel). A push has its own model (SlideModel). Movement that goes on outside the window counts against it.
internal sealed class GradualFinder
{
    private static readonly double[] HalfLengths = [0.1, 0.18, 0.3, 0.45, 0.65, 0.9, 1.15];

    private const double MaximumResidual = 0.3;
    private const double DissolveUnlikeness = 0.5;
    private const double DissolveMixed = 0.65;
    private const double DissolveDip = 0.17;
    private const double DissolveEvidence = 1.08;
    private const double WipeFront = 0.2;
    private const double WipeUnlikeness = 0.6;
    private const double WipeMixed = 0.45;
    private const double WipePath = 3;
    private const double MinimumQuality = 0.25;
    private const double MinimumDistance = 20;
    private const double SlideResidual = 0.25;
    private const double SlideSeam = 3;

    private readonly FeatureRing _ring;
    private readonly FrameMatcher _matcher;
    private readonly BlendModel _model;
    private readonly SlideModel _slide;
    private readonly FrontModel _front;
    private readonly int[] _halfWidths;
    private readonly double _threshold;
    private readonly int _minimumContext;
    private readonly int _shortWipe;
    private readonly int _shortDissolve;
    private readonly int _shortestSlide;
    private string _note = "";

    public GradualFinder(FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, double threshold)
    {
        _ring = ring;
        _matcher = matcher;
        _model = new BlendModel(grid);
        _slide = new SlideModel(grid);
        _front = new FrontModel(grid);
        _threshold = threshold;
        _halfWidths = [.. HalfLengths.Select(length => Math.Max(2, (int)Math.Round(length * rate))).Distinct()];
        _shortestSlide = (int)(rate * 0.28);
        _shortDissolve = (int)(rate * 0.25);
        _shortWipe = (int)(rate * 0.4);
        _minimumContext = Math.Max(2, (int)Math.Round(rate * 0.3));
    }

    /// <summary>Frames that must follow the centre of the longest window.</summary>
    public int LookAhead => _halfWidths[^1] + _minimumContext;

    public Action<long, string>? Trace { get; set; }

    /// <summary>The best window around a centre, or null.</summary>
    /// <param name="centre">Number of the frame in the middle.</param>
    /// <param name="from">First frame of the stretch without a known boundary.</param>
    /// <param name="to">Last frame of that stretch.</param>
    public Candidate? Examine(long centre, long from, long to)
    {
        Candidate? best = null;
        foreach (var half in _halfWidths)
        {
            long first = centre - half, last = centre + half;
            if (first < from || last > to)
            {
                break;
            }

            FrameFeatures a = _ring[first], x = _ring[centre], b = _ring[last];
            var whole = FrameFeatures.Distance(a, b);
            if (whole < MinimumDistance)
            {
                continue;
            }

            // The middle frame of a mixture lies between the two ends; that of a slide is unlike both.
            double before = FrameFeatures.Distance(a, x) / whole, after = FrameFeatures.Distance(x, b) / whole;
            var candidate = before + after < 1.4
                ? Math.Abs(before - after) < 0.45 ? FitMixture(first, centre, last, from, to) : null
                : half >= _shortestSlide && before > 0.4 && after > 0.4 && _slide.Quick(a, x, b) < whole * 0.4 ? FitSlide(first, centre, last, from, to) : null;
            if (candidate is not null && (best is null || candidate.Quality > best.Quality))
            {
                best = candidate;
            }
        }

        return best;
    }

    private Candidate? FitMixture(long first, long centre, long last, long from, long to)
    {
        FrameFeatures a = _ring[first], x = _ring[centre], b = _ring[last];
        _model.CellNoise = _matcher.NoiseFloor * FrameFeatures.PlaneCount;
        _model.Begin(a, b);
        var middle = _model.Measure(a, x, b);
        if (middle.Progress is < 0.33 or > 0.67 || middle.Residual > MaximumResidual)
        {
            return null;
        }

        var unlike = _matcher.Dissimilarity(a, b);
        if (unlike < DissolveUnlikeness * _threshold)
        {
            return null;
        }

        var course = Follow(a, b, first, last);
        var structure = Structure(x) / Math.Max(1e-3, ((1 - middle.Progress) * Structure(a)) + (middle.Progress * Structure(b)));
        var kind = Classify(a, b, course, 1 - structure, unlike);
        var info = Trace is null ? "" : FormattableString.Invariant(
            $"[{first},{last}] {kind} unlike {unlike:0.00} res {course.Residual:0.000} mixed {course.Mixed:0.00} dip {1 - structure:0.00} back {course.Backwards:0.00} ext {course.Start}..{course.End} {_note}");
        if (kind is null)
        {
            Trace?.Invoke(centre, info);
            return null;
        }

        var quality = unlike - (1.5 * course.Residual) - (0.5 * course.Backwards) - Unrest(first, last, from, to);
        Trace?.Invoke(centre, info + FormattableString.Invariant($" q {quality:0.00}"));
        return quality < MinimumQuality * _threshold ? null
            : new Candidate(_ring[course.Start], x, _ring[course.End], kind.Value, quality, unlike) { First = first, Last = last, Info = info };
    }

    /// <summary>What the windows before and after say against a transition: movement that goes on as before is none.</summary>
    private double Unrest(long first, long last, long from, long to)
    {
        // Over a short window the context reaches a little farther, else any piece of a longer change would look like one of its own.
        var lag = Math.Max(last - first, _minimumContext);
        return 0.7 * Math.Max(Context(first, Math.Max(from, first - lag)), Context(last, Math.Min(to, last + lag)));
    }

    /// <summary>A push: old and new picture move together, with a seam between them.</summary>
    private Candidate? FitSlide(long first, long centre, long last, long from, long to)
    {
        FrameFeatures a = _ring[first], x = _ring[centre], b = _ring[last];
        var unlike = _matcher.Dissimilarity(a, b);
        if (unlike < WipeUnlikeness * _threshold)
        {
            return null;
        }

        var whole = FrameFeatures.Distance(a, b);
        foreach (var direction in Enum.GetValues<SlideModel.Direction>())
        {
            var (share, rest) = _slide.Measure(a, x, b, direction);
            if (share is < 0.25 or > 0.75 || rest > SlideResidual * whole || _slide.Seam(x, direction, share) < SlideSeam)
            {
                continue;
            }

            double residual = 0, backwards = 0, previous = 0, seam = 0;
            long start = first, end = last;
            var inner = 0;
            for (var i = first + 1; i < last; i++)
            {
                (share, rest) = _slide.Measure(a, _ring[i], b, direction);
                if (share <= 0.03 && end == last)
                {
                    start = i;
                }

                if (share >= 0.97 && end == last)
                {
                    end = i;
                }

                if (share is > 0.15 and < 0.85)
                {
                    inner++;
                    residual += rest / whole;
                    seam += _slide.Seam(_ring[i], direction, share);
                    backwards += Math.Max(0, previous - share);
                    previous = share;
                }
            }

            (residual, seam) = (residual / Math.Max(1, inner), seam / Math.Max(1, inner));
            var quality = unlike - residual - backwards - Unrest(first, last, from, to);
            var info = Trace is null ? "" : FormattableString.Invariant(
                $"[{first},{last}] slide {direction} unlike {unlike:0.00} res {residual:0.00} seam {seam:0.0} inner {inner} back {backwards:0.00} ext {start}..{end} q {quality:0.00}");
            Trace?.Invoke(centre, info);
            if (inner >= 3 && residual < SlideResidual && seam > SlideSeam && quality >= MinimumQuality * _threshold)
            {
                return new Candidate(_ring[start], x, _ring[end], TransitionKind.Wipe, quality, unlike) { First = first, Last = last, Info = info };
            }
        }

        return null;
    }

    /// <summary>Follows the change from frame to frame (every second or third of a long window).</summary>
    private Course Follow(FrameFeatures a, FrameFeatures b, long first, long last)
    {
        var stride = Math.Max(1, (int)((last - first) / 20));
        double residual = 0, mixed = 0, backwards = 0, previous = 0;
        var inner = 0;
        long start = first, end = last;
        for (var i = first + stride; i < last; i += stride)
        {
            var fit = _model.Measure(a, _ring[i], b);
            backwards += Math.Max(0, previous - fit.Progress);
            previous = fit.Progress;
            if (fit.Progress < 0.1 && end == last)
            {
                start = i;
            }

            if (fit.Progress > 0.9 && end == last)
            {
                end = i;
            }

            if (fit.Progress is > 0.15 and < 0.85)
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
        _note = "";
        if (course.Mixed >= DissolveMixed && dip >= DissolveDip && course.Mixed + dip >= DissolveEvidence
            && (course.End - course.Start >= _shortDissolve || (course.Mixed >= 0.85 && course.Residual <= 0.06)))
        {
            return TransitionKind.Dissolve;
        }

        if (unlike < WipeUnlikeness * _threshold)
        {
            return null;
        }

        if (course.Mixed <= WipeMixed)
        {
            var front = _front.Measure(_ring, course.Start, course.End);
            var path = 0.0;
            for (var i = course.Start + 1; i <= course.End; i++)
            {
                path += _ring[i].Step;
            }

            // Over a few frames a burst of three is nothing special.
            var needed = course.End - course.Start < _shortWipe ? 0.2 : -0.2;
            _note = Trace is null ? "" : FormattableString.Invariant($"front {front:0.00} path {path / unlike:0.0}");
            if (front >= WipeFront && front - course.Mixed >= needed && path < WipePath * unlike)
            {
                return TransitionKind.Wipe;
            }
        }

        return IsSlide(a, b, course) ? TransitionKind.Wipe : null;
    }

    private bool IsSlide(FrameFeatures a, FrameFeatures b, Course course)
    {
        var length = course.End - course.Start;
        if (length < 4)
        {
            return false;
        }

        var whole = FrameFeatures.Distance(a, b);
        var best = (Residual: double.MaxValue, Rise: 0.0, Seam: 0.0);
        foreach (var direction in Enum.GetValues<SlideModel.Direction>())
        {
            double residual = 0, previous = 0, rise = 1, seam = 0;
            for (var quarter = 1; quarter <= 3; quarter++)
            {
                var x = _ring[course.Start + (length * quarter / 4)];
                var (share, rest) = _slide.Measure(a, x, b, direction);
                residual += rest / whole / 3;
                rise = Math.Min(rise, share - previous);
                previous = share;
                seam += _slide.Seam(x, direction, share) / 3;
            }

            if (residual < best.Residual)
            {
                best = (residual, rise, seam);
            }
        }

        _note += Trace is null ? "" : FormattableString.Invariant($" slide {best.Residual:0.00} {best.Rise:0.00} {best.Seam:0.0}");
        return best.Residual < SlideResidual && best.Rise > 0.08 && best.Seam > SlideSeam;
    }

    private static double Structure(FrameFeatures frame)
    {
        double sum = 0;
        foreach (var variance in frame.BlockVariance)
        {
            sum += variance;
        }

        return sum / frame.BlockVariance.Length;
    }

    /// <summary>How unlike frames of one side are over up to the same distance: movement that goes on is no transition.</summary>
    private double Context(long near, long far) =>
        near == far ? 0 : _matcher.Dissimilarity(_ring[near], _ring[far]);

    private readonly record struct Course(long Start, long End, double Residual, double Mixed, double Backwards);

    /// <summary>A possible transition.</summary>
    public sealed class Candidate(FrameFeatures start, FrameFeatures middle, FrameFeatures end, TransitionKind kind, double quality, double unlikeness)
    {
        // Stamps and numbers are copied: the ring reuses the features.
        private readonly (FrameStamp Start, FrameStamp Middle, FrameStamp End) _stamps = (start.Stamp, middle.Stamp, end.Stamp);

        public long Start { get; } = start.Number;

        public long Middle { get; } = middle.Number;

        public long End { get; } = end.Number;

        /// <summary>The numbers behind the decision, for error analysis.</summary>
        public string Info { get; init; } = "";

        /// <summary>First frame of the window.</summary>
        public required long First { get; init; }

        /// <summary>Last frame of the window.</summary>
        public required long Last { get; init; }

        public double Quality { get; } = quality;

        public SceneBoundary ToBoundary() => new()
        {
            Frame = _stamps.Middle,
            TransitionStart = _stamps.Start,
            TransitionEnd = _stamps.End,
            Kind = kind,
            Score = unlikeness,
            Confidence = Math.Clamp(0.5 + Quality, 0, 1),
        };
    }
}
