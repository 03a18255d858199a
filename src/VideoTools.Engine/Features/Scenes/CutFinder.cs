namespace VideoTools.Engine.Features.Scenes;

/// <summary>Hard cuts: two frames that nothing but a change of shot explains, while their neighbours go on smoothly.</summary>
// A frame is a cut when (1) its step (dissimilarity to the frame before) is the largest nearby and stands out from the calmer side's
// steps, and from the livelier side's unless the colours change too; (2) frames before and after stay unlike whatever pair is taken, up to
// four frames ahead: after a flash the old picture is back; (3) most of the picture changed (a caption changes a part), or the
// colours did; (4) the change was complete at once. Cost: some steps that stand out, about 0.3 ms each.
internal sealed class CutFinder(FeatureRing ring, FrameMatcher matcher, double threshold, CutFinderTuning tuning)
{
    /// <summary>Frames that must follow before a frame can be judged.</summary>
    public const int LookAhead = 5;

    /// <summary>Judges a frame; <see cref="LookAhead"/> frames follow it in the ring, or the video ends.</summary>
    /// <returns>The unlikeness of the shots it parts, or 0.</returns>
    public (double Unlikeness, double Needed) Judge(long number)
    {
        if (number < 1)
        {
            return default;
        }

        var step = ring[number].Step;
        if (step < tuning.MinimumStep || !IsPeak(number, step))
        {
            return default;
        }

        double before = Side(number, -1), after = Side(number, 1);
        var usual = Math.Min(before, after);
        var needed = Math.Max(tuning.LowestUnlikeness, tuning.Base + (tuning.NeighbourFactor * usual)) * threshold;
        if (step < needed)
        {
            return default;
        }

        var palette = Palette.Distance(ring[number - 1], ring[number]);
        double unlikeness = step, coverage = 1, area = 1;
        foreach (var back in tuning.FramesBack)
        {
            for (var ahead = 0; ahead < LookAhead; ahead++)
            {
                if (number - back >= ring.First && number + ahead < ring.Count && (back > 1 || ahead > 0))
                {
                    unlikeness = Math.Min(unlikeness, matcher.Dissimilarity(ring[number - back], ring[number + ahead]));
                    coverage = Math.Min(coverage, matcher.Coverage);
                    area = Math.Min(area, matcher.Area);
                }
            }
        }

        var stepRatio = palette >= tuning.OtherColours ? tuning.StepRatioOtherColours : tuning.StepRatioSameColours;
        var isCut = unlikeness >= needed && coverage + palette >= tuning.MinimumCoverage && area + palette >= tuning.MinimumArea
            && IsComplete(number) && step >= stepRatio * Math.Max(before, after);
        return isCut ? (unlikeness, needed) : default;
    }

    /// <summary>
    /// A cut changes everything at once; the first or last frame of a gradual transition from or to a dark shot looks as unlike, but is
    /// only a small part of a larger change.
    /// </summary>
    private bool IsComplete(long number)
    {
        FrameFeatures before = ring[number - 1], after = ring[number];
        double onwards = double.MaxValue, backwards = double.MaxValue;
        for (var i = 2; i < LookAhead; i++)
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
}
