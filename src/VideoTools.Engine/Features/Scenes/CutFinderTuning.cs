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

    /// <summary>
    /// Unlikeness that is always enough between pictures that are held long, however unlike those before and after them are.
    /// </summary>
    public double HeldUnlikeness { get; init; } = 0.5;

    // Pictures that mix both shots.

    /// <summary>Longest mixture in seconds that still is a cut; at least two pictures.</summary>
    public double MixedSeconds { get; init; } = 0.1;

    /// <summary>Steps below this (unlikeness) begin no mixture: it only saves time.</summary>
    public double MinimumMixedStep { get; init; } = 0.05;

    /// <summary>Least mean squared difference per cell (squared levels) between the pictures beside a mixture.</summary>
    public double MixedDistance { get; init; } = 20;

    /// <summary>Most of the change that a mixture leaves unexplained, see <see cref="BlendModel"/>, 0 to 1.</summary>
    public double MixedResidual { get; init; } = 0.12;

    /// <summary>Least progress of a mixed picture over the one before, and what it leaves to the new shot, 0 to 1.</summary>
    public double MixedProgress { get; init; } = 0.07;

    /// <summary>
    /// Least share of the change over some pictures more on either side that falls between the pictures beside a mixture.
    /// </summary>
    public double MixedWhole { get; init; } = 0.75;

    // Slides, see SlideChange. Levels of luma; shares 0 to 1.

    /// <summary>Least step (unlikeness) of a change of slide.</summary>
    public double SlideStep { get; init; } = 0.1;

    /// <summary>Most change of a calm cell over the pictures before, or after, in levels.</summary>
    public float SlideCalm { get; init; } = 8;

    /// <summary>Least change of a cell that changed, in levels.</summary>
    public float SlideChanged { get; init; } = 10;

    /// <summary>Least difference of a marked cell to its neighbour, in levels.</summary>
    public float SlideMark { get; init; } = 10;

    /// <summary>Most share of the marked cells that is not calm.</summary>
    public double SlideRestless { get; init; } = 0.35;

    /// <summary>Least share of the marked cells of both slides that changed.</summary>
    public double SlideShare { get; init; } = 0.3;

    /// <summary>The same where the change lies in a band of lines only, as a caption's.</summary>
    public double SlideShareOfBand { get; init; } = 0.75;

    /// <summary>Widest spread (FrameFeatures.Spread, in levels) of a page.</summary>
    public float SlidePlain { get; init; } = 14;

    /// <summary>Height of a band at most, in shares of the picture's.</summary>
    public double SlideExtent { get; init; } = 0.3;

    /// <summary>Fewest marked cells that changed, both slides together.</summary>
    public int SlideFewest { get; init; } = 24;

    /// <summary>Least share of the marked cells of either slide that changed.</summary>
    public double SlideLost { get; init; } = 0.12;
}
