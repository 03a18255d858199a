using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Analysis.Scenes;

/// <summary>Dissolves and wipes: windows whose ends show different shots and whose frames in between mix the two.</summary>
internal sealed class GradualFinder
{
    private static readonly double[] HalfLengths = [0.1, 0.18, 0.3, 0.45, 0.65, 0.9, 1.15];

    private readonly FeatureRing _ring;
    private readonly FrameMatcher _matcher;
    private readonly BlendModel _model;
    private readonly int[] _halfWidths;
    private readonly double _threshold;
    private readonly int _minimumContext;

    public GradualFinder(FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, double threshold)
    {
        _ring = ring;
        _matcher = matcher;
        _model = new BlendModel(grid);
        _threshold = threshold;
        _halfWidths = [.. HalfLengths.Select(length => Math.Max(2, (int)Math.Round(length * rate))).Distinct()];
        _minimumContext = Math.Max(2, (int)Math.Round(rate * 0.2));
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
        _model.CellNoise = _matcher.NoiseFloor * 24;
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
        var lag = last - first;
        var before = Context(first, Math.Max(from, first - lag));
        var after = Context(last, Math.Min(to, last + lag));
        var quality = unlike - (1.5 * residual) - (0.7 * Math.Max(before, after)) - (0.5 * backwards);
        Trace?.Invoke(centre, FormattableString.Invariant(
            $"[{first},{last}] unlike {unlike:0.00} res {residual:0.000} mixed {mixed:0.00} back {backwards:0.00} ctx {before:0.00} {after:0.00} chg {_model.ChangedShare:0.00} q {quality:0.00} ext {start}..{end}"));
        return quality < 0.2 * _threshold ? null : new Candidate(
            _ring[start], _ring[centre], _ring[end], mixed > 0.55 ? TransitionKind.Dissolve : TransitionKind.Wipe, quality, unlike);
    }

    /// <summary>How unlike frames of one side are over up to the same distance: movement that goes on is no transition.</summary>
    private double Context(long near, long far) =>
        Math.Abs(near - far) < _minimumContext ? 0 : _matcher.Dissimilarity(_ring[near], _ring[far]);

    /// <summary>A possible transition.</summary>
    public sealed class Candidate(FrameFeatures start, FrameFeatures middle, FrameFeatures end, TransitionKind kind, double quality, double unlikeness)
    {
        // Stamps and numbers are copied: the ring reuses the features.
        private readonly (FrameStamp Start, FrameStamp Middle, FrameStamp End) _stamps = (start.Stamp, middle.Stamp, end.Stamp);

        public long Start { get; } = start.Number;

        public long Middle { get; } = middle.Number;

        public long End { get; } = end.Number;

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
