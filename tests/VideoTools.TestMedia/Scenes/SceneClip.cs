namespace VideoTools.TestMedia.Scenes;

/// <summary>A clip with its true transitions.</summary>
public sealed record SceneClip
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>Nominal frame rate. A variable-rate clip keeps its times, not its rate: use the seconds.</summary>
    public required Rational FrameRate { get; init; }

    public required int FrameCount { get; init; }

    public bool IsVariableFrameRate { get; init; }

    public required IReadOnlyList<SceneTransition> Transitions { get; init; }

    /// <summary>
    /// Frame ranges (both ends included) in which a detection is neither right nor wrong, because people disagree: a dip to black and
    /// back to the same shot, an opening fade-in, a closing fade-out, a caption card over black.
    /// </summary>
    public IReadOnlyList<(long First, long Last)> Ignored { get; init; } = [];

    public override string ToString() => Name;
}
