namespace VideoTools.Engine.Features.Scenes;

/// <summary>The decision levels of <see cref="CutFinder"/>.</summary>
// Set by hand on the development set of docs/accuracy.md, reading the misses and false alarms that
// "./build.sh bench accuracy --set development --errors" lists; the held-out set only reports. No sweep is on record.
// Unlikeness is that of FrameMatcher, 0 to 1, before the user's threshold multiplies it.
internal sealed record CutFinderTuning
{
    /// <summary>The values in use.</summary>
    public static CutFinderTuning Default { get; } = new();

    /// <summary>Frames on either side among which the step of a cut is the largest.</summary>
    public int Near { get; init; } = 3;

    /// <summary>Steps below this (unlikeness) are not looked at: it only saves time.</summary>
    public double MinimumStep { get; init; } = 0.12;

    /// <summary>Least unlikeness of a cut, however calm its neighbourhood is.</summary>
    public double LowestUnlikeness { get; init; } = 0.22;

    /// <summary>Unlikeness that a cut needs beside motionless frames; grows by <see cref="NeighbourFactor"/>.</summary>
    public double Base { get; init; } = 0.10;

    /// <summary>How much the needed unlikeness grows with the largest step of the calmer side.</summary>
    public double NeighbourFactor { get; init; } = 2.2;

    /// <summary>
    /// Frames back from the cut that are compared with those after it; the later of two so that one odd frame decides nothing.
    /// </summary>
    public IReadOnlyList<int> FramesBack { get; init; } = [1, 3];

    /// <summary>
    /// Least share of the telling blocks that changed, plus the palette distance (both 0 to 1): a caption changes a part.
    /// </summary>
    public double MinimumCoverage { get; init; } = 0.95;

    /// <summary>Least share of the lit picture that changed, plus the palette distance (both 0 to 1).</summary>
    public double MinimumArea { get; init; } = 0.75;

    /// <summary>Palette distance (0 to 1) from which the colours count as those of another shot.</summary>
    public double OtherColours { get; init; } = 0.5;

    /// <summary>Times the largest step of the livelier side that a cut's step needs where the colours change.</summary>
    public double StepRatioOtherColours { get; init; } = 1.0;

    /// <summary>The same where the colours stay.</summary>
    public double StepRatioSameColours { get; init; } = 1.4;

    /// <summary>
    /// Least share of the change over the frames around that falls on the cut itself: less is the edge of a gradual transition.
    /// </summary>
    public double CompleteShare { get; init; } = 0.3;
}
