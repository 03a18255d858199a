namespace VideoTools.Engine.Features.Scenes;

/// <summary>Hard cuts: two pictures that nothing but a change of shot explains, while their neighbours go on smoothly.</summary>
// A picture is a cut when (1) its step (dissimilarity to the one before) is the largest nearby and stands out from the calmer side's
// steps, and from the livelier side's unless the colours change too; (2) pictures before and after stay unlike whatever pair is taken, up
// to four ahead: after a flash the old picture is back; (3) most of the picture changed (a caption changes a part), or the
// colours did; (4) the change was complete at once. A cut may have a few pictures between the shots that mix both (frame rates converted
// by blending, two fields in one frame): these must lie on the line from the one shot to the other (BlendModel), and the rest is asked of
// the pictures beside them. Cost: some steps that stand out, about 0.3 ms each.
internal sealed class CutFinder(
    FeatureRing ring, FrameMatcher matcher, FeatureGrid grid, double rate, double threshold, CutFinderTuning tuning)
{
    /// <summary>Pictures after the first one of the new shot that are looked at.</summary>
    private const int Ahead = 5;

    /// <summary>Pictures that must follow before one can be judged.</summary>
    public const int LookAhead = Ahead + MostMixed;

    /// <summary>Most pictures between the shots that mix both.</summary>
    private const int MostMixed = 4;

    private readonly BlendModel _model = new(grid);
    private readonly SlideChange _slides = new(ring, grid, tuning);
    private readonly int _mostMixed = Math.Clamp((int)Math.Round(rate * tuning.MixedSeconds), 2, MostMixed);

    /// <summary>Judges a picture; <see cref="LookAhead"/> pictures follow it in the ring, or the video ends.</summary>
    /// <returns>The cut that begins with it, or null.</returns>
    public Found? Judge(long number)
    {
        if (number < Math.Max(1, ring.First + 1))
        {
            return null;
        }

        var step = ring[number].Step;
        if (step >= tuning.MinimumStep && IsPeak(number, step)
            && JudgeShots(number, number, step) is { } hard && IsComplete(number))
        {
            return hard;
        }

        for (var mixed = 1; mixed <= _mostMixed && step >= tuning.MinimumMixedStep; mixed++)
        {
            if (JudgeMixed(number, number + mixed) is { } found)
            {
                return found;
            }
        }

        return step >= tuning.SlideStep * threshold && IsPeak(number, step) && _slides.Measure(number) is var share && share >= threshold
            ? new Found(number, number, number, step, Math.Min(share, step / tuning.SlideStep))
            : null;
    }

    /// <summary>A cut whose pictures from <paramref name="first"/> to before <paramref name="last"/> mix both shots.</summary>
    private Found? JudgeMixed(long first, long last)
    {
        if (last >= ring.Count)
        {
            return null;
        }

        FrameFeatures a = ring[first - 1], b = ring[last];
        if (FrameFeatures.Distance(a, b) < tuning.MixedDistance)
        {
            return null;
        }

        _model.CellNoise = matcher.NoiseFloor * FrameFeatures.PlaneCount;
        _model.Begin(a, b);
        var (previous, middle) = (0.0, last);
        for (var i = last - 1; i >= first; i--)
        {
            if (_model.Measure(a, ring[i], b) is var fit && fit.Residual > tuning.MixedResidual)
            {
                return null;
            }

            middle = fit.Progress >= 0.5 ? i : middle;
        }

        for (var i = first; i < last; i++)
        {
            var fit = _model.Measure(a, ring[i], b);
            if (fit.Progress < previous + tuning.MixedProgress || fit.Progress > 1 - tuning.MixedProgress)
            {
                return null;
            }

            previous = fit.Progress;
        }

        if (!IsWhole(first - 1, last))
        {
            return null;
        }

        var step = matcher.Dissimilarity(a, b);
        return JudgeShots(first, last, step) is { } found ? found with { Number = middle, First = first, Last = last } : null;
    }

    /// <summary>False when the change goes on before or after: then this is a piece of a longer dissolve.</summary>
    private bool IsWhole(long last, long next)
    {
        var now = FrameFeatures.Distance(ring[last], ring[next]);
        for (var i = 1; i <= MostMixed; i++)
        {
            if ((next + i < ring.Count && now < tuning.MixedWhole * FrameFeatures.Distance(ring[last], ring[next + i]))
                || (last - i >= ring.First && now < tuning.MixedWhole * FrameFeatures.Distance(ring[last - i], ring[next])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is asked of the two shots, one before <paramref name="first"/>, one from <paramref name="last"/> on.</summary>
    private Found? JudgeShots(long first, long last, double step)
    {
        double before = Side(first, -1), after = Side(last, 1);
        var usual = Math.Min(Usual(first, -1), Usual(last, 1));
        var needed = Math.Max(tuning.LowestUnlikeness, tuning.Base + (tuning.NeighbourFactor * usual));
        if (usual > Math.Min(before, after))
        {
            // Pictures that are held long: what lies farther away in time says less.
            needed = Math.Min(needed, Math.Max(tuning.HeldUnlikeness, tuning.Base + (tuning.NeighbourFactor * Math.Min(before, after))));
        }

        if (step < needed * threshold)
        {
            return null;
        }

        var palette = Palette.Distance(ring[first - 1], ring[last]);
        double unlikeness = step, coverage = 1, area = 1;
        foreach (var back in tuning.FramesBack)
        {
            for (var ahead = 0; ahead < Ahead; ahead++)
            {
                if (first - back >= ring.First && last + ahead < ring.Count && (back > 1 || ahead > 0))
                {
                    unlikeness = Math.Min(unlikeness, matcher.Dissimilarity(ring[first - back], ring[last + ahead]));
                    coverage = Math.Min(coverage, matcher.Coverage);
                    area = Math.Min(area, matcher.Area);
                }
            }
        }

        var stepRatio = palette >= tuning.OtherColours ? tuning.StepRatioOtherColours : tuning.StepRatioSameColours;
        return unlikeness >= needed * threshold && coverage + palette >= tuning.MinimumCoverage && area + palette >= tuning.MinimumArea
            && step >= stepRatio * Math.Max(before, after)
                ? new Found(last, last, last, unlikeness, unlikeness / needed)
                : null;
    }

    /// <summary>
    /// A cut changes everything at once; the first or last frame of a gradual transition from or to a dark shot looks as unlike, but is
    /// only a small part of a larger change.
    /// </summary>
    private bool IsComplete(long number)
    {
        FrameFeatures before = ring[number - 1], after = ring[number];
        double onwards = double.MaxValue, backwards = double.MaxValue;
        for (var i = 2; i < Ahead; i++)
        {
            if (number + i < ring.Count)
            {
                onwards = Math.Min(onwards, FrameFeatures.Distance(before, ring[number + i]));
            }

            if (number - 1 - i >= ring.First)
            {
                backwards = Math.Min(backwards, FrameFeatures.Distance(ring[number - 1 - i], after));
            }
        }

        var now = FrameFeatures.Distance(before, after);
        return (onwards == double.MaxValue || now >= tuning.CompleteShare * onwards)
            && (backwards == double.MaxValue || now >= tuning.CompleteShare * backwards);
    }

    private bool IsPeak(long number, float step)
    {
        for (var i = Math.Max(1, Math.Max(ring.First, number - tuning.Near)); i <= Math.Min(ring.Count - 1, number + tuning.Near); i++)
        {
            if (ring[i].Step > step || (ring[i].Step == step && i < number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The largest step on one side.</summary>
    private double Side(long number, int direction)
    {
        var most = 0f;
        for (var i = 1; i <= tuning.Near; i++)
        {
            var at = number + (i * direction);
            if (at >= Math.Max(1, ring.First) && at < ring.Count)
            {
                most = Math.Max(most, ring[at].Step);
            }
        }

        return most;
    }

    /// <summary>The same over as many pictures that differ: one that is held counts once.</summary>
    private double Usual(long number, int direction)
    {
        var most = 0f;
        var left = tuning.Near;
        for (var at = number + direction; left > 0 && at >= Math.Max(1, ring.First) && at < ring.Count; at += direction)
        {
            if (!ring[at].IsHeld)
            {
                most = Math.Max(most, ring[at].Step);
                left--;
            }
        }

        return most;
    }

    /// <summary>A cut.</summary>
    /// <param name="Number">The first picture that shows more of the new shot than of the old.</param>
    /// <param name="First">The first picture that is not the old shot alone.</param>
    /// <param name="Last">The first picture that is the new shot alone.</param>
    /// <param name="Unlikeness">How unlike the shots are, 0 to 1.</param>
    /// <param name="Ratio">Times the unlikeness that is needed at the threshold 1.</param>
    public readonly record struct Found(long Number, long First, long Last, double Unlikeness, double Ratio);
}
