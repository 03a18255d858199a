namespace VideoTools.Engine.Features.Scenes;

/// <summary>The decision levels of <see cref="LivePart"/>.</summary>
// Set by hand on the development set of docs/accuracy.md and on clips made for it; the held-out set only reports. No sweep is on record.
internal sealed record LivePartTuning
{
    /// <summary>The values in use.</summary>
    public static LivePartTuning Default { get; } = new();

    /// <summary>
    /// Change of the mean luma of a cell from which it lives, in levels: more than what compression does to a still part.
    /// </summary>
    public float Luma { get; init; } = 7;

    /// <summary>The same for the sum over both chroma parts.</summary>
    public float Chroma { get; init; } = 8;

    /// <summary>Seconds over which a cell that changed counts as living.</summary>
    public double Memory { get; init; } = 4;

    /// <summary>Least seconds that the rest of the picture stays as it is before a part counts alone.</summary>
    public double Still { get; init; } = 0.8;

    /// <summary>Share of all cells that change at once where the whole picture is another one: the memory begins anew.</summary>
    public double Whole { get; init; } = 0.85;

    /// <summary>Least area of the living part, in shares of the picture.</summary>
    public double SmallestArea { get; init; } = 0.08;

    /// <summary>Most area of the living part, in shares of the picture.</summary>
    public double LargestArea { get; init; } = 0.85;

    /// <summary>Least width and height, in shares of the picture's.</summary>
    public double ShortestSide { get; init; } = 0.2;

    /// <summary>Longest side of the living part in proportion to the other: beyond it is a line of text.</summary>
    public double Aspect { get; init; } = 3.6;

    /// <summary>Least share of the cells inside the part that live.</summary>
    public double Fill { get; init; } = 0.75;

    /// <summary>Most share of the cells outside that live.</summary>
    public double Outside { get; init; } = 0.1;

    /// <summary>Least share of living cells along the lines just inside the part's sides.</summary>
    public double InnerLine { get; init; } = 0.55;

    /// <summary>Most share of living cells along the lines two cells outside.</summary>
    public double OuterLine { get; init; } = 0.3;

    /// <summary>Share of the cells outside that change at once where the canvas itself changes.</summary>
    public double CanvasChange { get; init; } = 0.15;

    /// <summary>Least share of the part's cells that change where it is alive.</summary>
    public double Alive { get; init; } = 0.03;

    /// <summary>Least step across the part's sides, in levels.</summary>
    public double Seam { get; init; } = 5;

    /// <summary>The same in proportion to the steps beside them.</summary>
    public double SeamRatio { get; init; } = 1.4;
}
