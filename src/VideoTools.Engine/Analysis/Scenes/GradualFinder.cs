using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Analysis.Scenes;

/// <summary>Dissolves and wipes: windows whose ends show different shots and whose frames in between mix the two.</summary>
internal sealed class GradualFinder
{
    private static readonly double[] HalfLengths = [0.1, 0.18, 0.3, 0.45, 0.65, 0.9, 1.15];

    private readonly FeatureRing _ring;
    private readonly FrameMatcher _matcher;
    private readonly BlendModel _model;
    private readonly SlideModel _slide;
    private readonly FrontModel _front;
    private readonly int[] _halfWidths;
    private readonly double _threshold;
    private readonly int _minimumContext;

    public GradualFinder(FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, double threshold)
    {
        _ring = ring;
        _matcher = matcher;
        _model = new BlendModel(grid);
        _slide = new SlideModel(grid);
        _front = new FrontModel(grid);
        _threshold = threshold;
        _halfWidths = [.. HalfLengths.Select(length => Math.Max(2, (int)Math.Round(length * rate))).Distinct()];
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

            if (Quick(_ring[first], _ring[centre], _ring[last]) && Fit(first, centre, last, from, to) is { } candidate
                && (best is null || candidate.Quality > best.Quality))
            {
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>The middle frame is about equally far from both ends, and not farther than a mixture can be.</summary>
    private static bool Quick(FrameFeatures a, FrameFeatures x, FrameFeatures b)
    {
        var whole = Distance(a, b);
        if (whole < 20)
        {
            return false;
        }

        double before = Distance(a, x) / whole, after = Distance(x, b) / whole;
        return before + after < 1.4 && Math.Abs(before - after) < 0.45;
    }

    /// <summary>Mean squared difference of luma and chroma at half size.</summary>
    private static double Distance(FrameFeatures a, FrameFeatures b) =>
        (BlockDistance.SquaredRun(a.Luma, b.Luma) + BlockDistance.SquaredRun(a.Blue, b.Blue) + BlockDistance.SquaredRun(a.Red, b.Red)) / a.Luma.Length;

    private Candidate? Fit(long first, long centre, long last, long from, long to)
    {
        FrameFeatures a = _ring[first], b = _ring[last];
        _model.CellNoise = _matcher.NoiseFloor * 6;
        _model.Begin(a, b);
        var middle = _model.Measure(a, _ring[centre], b);
        if (middle.Progress is < 0.3 or > 0.7 || middle.Residual > 0.35)
        {
            return null;
        }

        var unlike = _matcher.Dissimilarity(a, b);
        if (unlike < 0.25)
        {
            return null;
        }

        // All frames in between (every second or third of a long window).
        var stride = Math.Max(1, (int)((last - first) / 20));
        double residual = 0, mixed = 0, backwards = 0, previous = 0;
        var inner = 0;
        long start = first, end = last;
        var ended = false;
        for (var i = first + stride; i < last; i += stride)
        {
            var fit = _model.Measure(a, _ring[i], b);
            backwards += Math.Max(0, previous - fit.Progress);
            previous = fit.Progress;
            if (fit.Progress < 0.1 && !ended)
            {
                start = i;
            }

            if (fit.Progress > 0.9 && !ended)
            {
                end = i;
                ended = true;
            }

            if (fit.Progress is > 0.15 and < 0.85)
            {
                residual += fit.Residual;
                mixed += fit.Mixed / (fit.Progress * (1 - fit.Progress));
                inner++;
            }
        }

        if (inner == 0)
        {
            return null;
        }

        residual /= inner;
        mixed /= inner;
        // Over a short window the context reaches a little farther, else any piece of a longer change would look like one of its own.
        var lag = Math.Max(last - first, _minimumContext);
        var before = Context(first, Math.Max(from, first - lag));
        var after = Context(last, Math.Min(to, last + lag));
        var half = _model.Measure(a, _ring[centre], b).Progress;
        var dip = 1 - (Structure(_ring[centre]) / Math.Max(1e-3, ((1 - half) * Structure(a)) + (half * Structure(b))));
        var front = _front.Measure(_ring, start, end);
        var path = 0.0;
        for (var i = start + 1; i <= end; i++)
        {
            path += _ring[i].Step;
        }

        path /= unlike;
        var slide = Slide(a, b, start, end);

        var quality = unlike - (1.5 * residual) - (0.7 * Math.Max(before, after)) - (0.5 * backwards);
        var info = (FormattableString.Invariant(
            $"[{first},{last}] unlike {unlike:0.00} res {residual:0.000} mixed {mixed:0.00} dip {dip:0.00} front {front:0.00} path {path:0.0} slide {slide.Residual:0.00} {slide.Rise:0.00} {slide.Seam:0.0} str {Structure(a):0.0} {Structure(b):0.0} back {backwards:0.00} ctx {before:0.00} {after:0.00} q {quality:0.00} ext {start}..{end}"));
        Trace?.Invoke(centre, info);
        TransitionKind? kind = quality < 0.25 * _threshold ? null
            : mixed >= 0.65 && dip >= 0.17 && unlike >= 0.5 * _threshold ? TransitionKind.Dissolve
            : slide.Residual < 0.25 && slide.Rise > 0.08 && slide.Seam > 3 ? TransitionKind.Wipe
            : unlike >= 0.6 * _threshold && mixed <= 0.45 && front - mixed >= -0.2 && path < 3 ? TransitionKind.Wipe
            : null;
        return kind is null && !All ? null : new Candidate(
            _ring[start], _ring[centre], _ring[end], kind ?? TransitionKind.Fixed, quality, unlike) { Info = info };
    }

    private static readonly bool All = Environment.GetEnvironmentVariable("ALL") is not null;

    private (double Residual, double Rise, double Seam) Slide(FrameFeatures a, FrameFeatures b, long start, long end)
    {
        var best = (Residual: 9.0, Rise: 0.0, Seam: 0.0);
        if (end - start < 4)
        {
            return best;
        }

        var whole = Distance(a, b);
        foreach (var direction in Enum.GetValues<SlideModel.Direction>())
        {
            double residual = 0, previous = 0, rise = 1, seam = 0;
            for (var k = 1; k <= 3; k++)
            {
                var x = _ring[start + ((end - start) * k / 4)];
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

        return best;
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

    /// <summary>A possible transition.</summary>
    public sealed class Candidate(FrameFeatures start, FrameFeatures middle, FrameFeatures end, TransitionKind kind, double quality, double unlikeness)
    {
        // Stamps and numbers are copied: the ring reuses the features.
        private readonly (FrameStamp Start, FrameStamp Middle, FrameStamp End) _stamps = (start.Stamp, middle.Stamp, end.Stamp);

        public long Start { get; } = start.Number;

        public long Middle { get; } = middle.Number;

        public long End { get; } = end.Number;

        public string Info { get; init; } = "";
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
