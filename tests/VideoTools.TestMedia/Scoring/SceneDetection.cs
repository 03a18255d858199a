namespace VideoTools.TestMedia.Scoring;

/// <summary>A boundary that a detector reports: the first frame of the new shot.</summary>
/// <param name="Frame">Its number in presentation order, from 0.</param>
/// <param name="Seconds">Its presentation time.</param>
/// <param name="Kind">What the detector takes it for; null when it does not say.</param>
/// <param name="Confidence">What it says of its own certainty, 0 to 1; null when it does not say.</param>
public sealed record SceneDetection(long Frame, double Seconds, TransitionKind? Kind = null, double? Confidence = null)
{
    /// <summary>The boundaries of a scene list: where every scene but the first begins.</summary>
    public static IReadOnlyList<SceneDetection> FromScenes(IEnumerable<VideoScene> scenes) =>
        [.. scenes.Where(s => s.Index > 1).Select(s => new SceneDetection(s.StartFrame, s.StartSeconds, s.Transition, s.Confidence))];

    public override string ToString() => FormattableString.Invariant($"frame {Frame} ({Seconds:0.000} s{(Kind is null ? "" : " " + Kind)})");
}
