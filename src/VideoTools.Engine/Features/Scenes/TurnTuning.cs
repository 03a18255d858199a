namespace VideoTools.Engine.Features.Scenes;

/// <summary>The decision levels of <see cref="TurnFinder"/>.</summary>
// Set by hand on the development set of docs/accuracy.md and on clips made for it; the held-out set only reports. No sweep is on record.
internal sealed record TurnTuning
{
    /// <summary>The values in use.</summary>
    public static TurnTuning Default { get; } = new();

    /// <summary>Least displacement of a step of a turn, in sides of the picture.</summary>
    public double ShortestStep { get; init; } = 0.03;

    /// <summary>Least correlation of what two pictures of a turn have in common, see <see cref="PanFinder"/>.</summary>
    public double StepMatch { get; init; } = 0.6;

    /// <summary>Least share of the steps of a turn that are displacements in one direction.</summary>
    public double TurnShare { get; init; } = 0.6;

    /// <summary>Most steps that are looked at.</summary>
    public int MostSteps { get; init; } = 16;

    /// <summary>Least way of a turn, in sides of the picture: old and new of a push move by one.</summary>
    public double ShortestTurn { get; init; } = 1.12;
}
