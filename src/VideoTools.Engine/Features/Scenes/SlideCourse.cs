namespace VideoTools.Engine.Features.Scenes;

/// <summary>Follows a push from frame to frame: old and new picture move together, with a seam between them.</summary>
internal sealed class SlideCourse(FeatureRing ring, FeatureGrid grid, GradualFinderTuning tuning)
{
    private static readonly SlideModel.Direction[] Directions = Enum.GetValues<SlideModel.Direction>();
    private readonly SlideModel _slide = new(grid);

    /// <summary>True when the middle frame of a window may belong to a slide: a cheap first look.</summary>
    /// <param name="a">First frame.</param>
    /// <param name="x">Frame in the middle.</param>
    /// <param name="b">Last frame.</param>
    /// <param name="whole">Distance of the first and the last frame.</param>
    public bool IsPossible(FrameFeatures a, FrameFeatures x, FrameFeatures b, double whole) =>
        _slide.Quick(a, x, b) < whole * tuning.SlideQuickResidual;

    /// <summary>The slides in the directions that the middle frame allows.</summary>
    public IEnumerable<Fit> Fits(long first, long centre, long last)
    {
        FrameFeatures a = ring[first], x = ring[centre], b = ring[last];
        var whole = FrameFeatures.Distance(a, b);
        foreach (var direction in Directions)
        {
            var (share, rest) = _slide.Measure(a, x, b, direction);
            if (share >= tuning.SlideEarliestMiddle && share <= tuning.SlideLatestMiddle
                && rest <= tuning.SlideResidual * whole && _slide.Seam(x, direction, share) >= tuning.SlideSeam)
            {
                yield return Follow(first, last, direction, whole);
            }
        }
    }

    /// <summary>True when the three frames at the quarters of a window are those of a slide.</summary>
    public bool IsSlide(FrameFeatures a, FrameFeatures b, long start, long end)
    {
        var length = end - start;
        if (length < tuning.ShortestSlideFrames)
        {
            return false;
        }

        var whole = FrameFeatures.Distance(a, b);
        var best = (Residual: double.MaxValue, Rise: 0.0, Seam: 0.0);
        foreach (var direction in Directions)
        {
            double residual = 0, previous = 0, rise = 1, seam = 0;
            for (var quarter = 1; quarter <= 3; quarter++)
            {
                var x = ring[start + (length * quarter / 4)];
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

        return best.Residual < tuning.SlideResidual && best.Rise > tuning.SlideRise && best.Seam > tuning.SlideSeam;
    }

    private Fit Follow(long first, long last, SlideModel.Direction direction, double whole)
    {
        FrameFeatures a = ring[first], b = ring[last];
        double residual = 0, backwards = 0, previous = 0, seam = 0;
        long start = first, end = last;
        var inner = 0;
        for (var i = first + 1; i < last; i++)
        {
            var (share, rest) = _slide.Measure(a, ring[i], b, direction);
            if (share <= tuning.SlideOldUntil && end == last)
            {
                start = i;
            }

            if (share >= tuning.SlideNewFrom && end == last)
            {
                end = i;
            }

            if (share > tuning.InnerFrom && share < tuning.InnerUntil)
            {
                inner++;
                residual += rest / whole;
                seam += _slide.Seam(ring[i], direction, share);
                backwards += Math.Max(0, previous - share);
                previous = share;
            }
        }

        var isClear = inner >= tuning.SlideInnerFrames
            && residual / Math.Max(1, inner) < tuning.SlideResidual && seam / Math.Max(1, inner) > tuning.SlideSeam;
        return new Fit(start, end, residual / Math.Max(1, inner), backwards, isClear);
    }

    /// <summary>How well a slide explains a window.</summary>
    /// <param name="Start">Last frame that shows the old picture alone.</param>
    /// <param name="End">First frame that shows the new picture alone.</param>
    /// <param name="Residual">Mean residual of the frames in between.</param>
    /// <param name="Backwards">Sum of the steps back.</param>
    /// <param name="IsClear">True when enough frames in between have little residual and a seam.</param>
    public readonly record struct Fit(long Start, long End, double Residual, double Backwards, bool IsClear);
}
