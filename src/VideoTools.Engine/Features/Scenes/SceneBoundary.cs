namespace VideoTools.Engine.Features.Scenes;

/// <summary>Where one scene becomes the next, as a detector saw it.</summary>
internal sealed record SceneBoundary
{
    /// <summary>First frame of the new scene; of a gradual transition, the frame in its middle.</summary>
    public required FrameStamp Frame { get; init; }

    /// <summary>Last frame that shows the old scene alone; equals <see cref="Frame"/> for a cut.</summary>
    public required FrameStamp TransitionStart { get; init; }

    /// <summary>First frame that shows the new scene alone; equals <see cref="Frame"/> for a cut.</summary>
    public required FrameStamp TransitionEnd { get; init; }

    /// <summary>What the transition looks like.</summary>
    public required TransitionKind Kind { get; init; }

    /// <summary>The detector's measure in its own unit.</summary>
    public double Score { get; init; }

    /// <summary>0 to 1: how clear the transition is.</summary>
    public double Confidence { get; init; }

    /// <summary>A cut: old and new meet between two frames.</summary>
    public static SceneBoundary Cut(FrameStamp frame, double score, double confidence) => new()
    {
        Frame = frame,
        TransitionStart = frame,
        TransitionEnd = frame,
        Kind = TransitionKind.Cut,
        Score = score,
        Confidence = confidence,
    };

    /// <summary>
    /// Confidence of a score that reached <paramref name="ratio"/> times its threshold: 0.5 at the threshold, towards 1 above.
    /// </summary>
    internal static double ConfidenceOfRatio(double ratio) => ratio <= 0 ? 0 : Math.Clamp(1 - (0.5 / ratio), 0, 1);
}
