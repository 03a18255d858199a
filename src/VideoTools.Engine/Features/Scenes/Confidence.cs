namespace VideoTools.Engine.Features.Scenes;

/// <summary>How sure the hybrid detector is of a transition: the share of transitions of its kind and clearness that are right.</summary>
// Method: a logistic curve over the logarithm of "times what was needed" (Platt 1999, "Probabilistic outputs for support vector
// machines"). Fitted on the development sets, with the threshold at half its default so that false alarms are seen at all:
// "./build.sh bench accuracy --set development --detector hybrid --threshold 0.5 --calibrate" with the curve offset 0, slope 1. One curve
// for cuts (281 found, 9 wrong) and one for all others, from the dissolves (54 found, 8 wrong): of fades and wipes one each was
// wrong, too few for a curve of their own. How far it holds on the other sets is in docs/accuracy.md, "Confidence".
internal static class Confidence
{
    /// <summary>Nothing is more certain: a few in a hundred of the clearest are wrong on videos that nobody tuned on.</summary>
    private const double Most = 0.99;

    /// <summary>0 to 1.</summary>
    /// <param name="kind">Kind of the transition.</param>
    /// <param name="ratio">The measure that decides in proportion to what is needed at the threshold 1.</param>
    public static double Of(TransitionKind kind, double ratio)
    {
        var (offset, slope) = kind == TransitionKind.Cut ? (0.82, 11.7) : (-1.48, 5.33);
        return ratio <= 0 ? 0 : Math.Min(Most, 1 / (1 + Math.Exp(-(offset + (slope * Math.Log(ratio))))));
    }
}
