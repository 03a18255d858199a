using VideoTools.TestMedia.Scenes;

namespace VideoTools.TestMedia.Scoring;

/// <summary>How well the detections of one clip agree with its truth.</summary>
public sealed record SceneScore
{
    /// <summary>Hard cuts only; a detection that belongs to a gradual transition is neither right nor wrong here.</summary>
    public required Tally Hard { get; init; }

    /// <summary>Every transition.</summary>
    public required Tally All { get; init; }

    /// <summary>Cuts found at exactly the true frame.</summary>
    public required int ExactCuts { get; init; }

    /// <summary>Matched transitions for which the detector named a kind, and those for which the kind is right.</summary>
    public required (int Named, int Right) Kinds { get; init; }

    /// <summary>Detections that are a true transition's.</summary>
    public required IReadOnlyList<SceneDetection> Right { get; init; }

    public required IReadOnlyList<SceneTransition> Missed { get; init; }

    public required IReadOnlyList<SceneDetection> FalseAlarms { get; init; }
}
