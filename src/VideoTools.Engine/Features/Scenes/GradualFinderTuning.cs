namespace VideoTools.Engine.Features.Scenes;

/// <summary>The decision levels of <see cref="GradualFinder"/> and <see cref="SlideCourse"/>.</summary>
// Set by hand on the development set of docs/accuracy.md, reading the misses and false alarms that
// "./build.sh bench accuracy --set development --errors" lists; the held-out set only reports. No sweep is on record.
// Unlikeness: that of FrameMatcher, 0 to 1. Progress and share: 0 (old picture) to 1 (new picture). Residual: unexplained squared
// difference in proportion to that of the ends. Mixed: p (1 - p) in proportion to that of one progress for all cells: 1 dissolve, 0 wipe.
internal sealed record GradualFinderTuning
{
    /// <summary>The values in use.</summary>
    public static GradualFinderTuning Default { get; } = new();

    /// <summary>Half lengths of the windows in seconds, ascending.</summary>
    public IReadOnlyList<double> HalfLengths { get; init; } = [0.1, 0.18, 0.3, 0.45, 0.65, 0.9, 1.15];

    /// <summary>Least mean squared difference per cell (squared levels) between both ends of a window.</summary>
    public double MinimumDistance { get; init; } = 20;

    /// <summary>Shortest context before and after a window in seconds.</summary>
    public double ContextSeconds { get; init; } = 0.3;

    // The first look at the middle frame.

    /// <summary>Most of (distance to the middle + distance from it) / whole distance for a mixture; a slide is beyond.</summary>
    public double MixtureDetour { get; init; } = 1.4;

    /// <summary>Most that the two distances of a mixture's middle differ by, in proportion to the whole.</summary>
    public double MixtureLopsidedness { get; init; } = 0.45;

    /// <summary>Least distance of a slide's middle to either end, in proportion to the whole.</summary>
    public double SlideHalfDistance { get; init; } = 0.4;

    /// <summary>Most that the first look at a slide may leave, in proportion to the whole distance.</summary>
    public double SlideQuickResidual { get; init; } = 0.4;

    // Mixtures.

    /// <summary>Least progress of the middle frame.</summary>
    public double EarliestMiddle { get; init; } = 0.33;

    /// <summary>Most progress of the middle frame.</summary>
    public double LatestMiddle { get; init; } = 0.67;

    /// <summary>Most residual of the middle frame.</summary>
    public double MaximumResidual { get; init; } = 0.3;

    /// <summary>Most frames of a window that are looked at one by one; longer windows are read with a stride.</summary>
    public int FollowedFrames { get; init; } = 20;

    /// <summary>Progress up to which a frame still is the old picture.</summary>
    public double OldUntil { get; init; } = 0.1;

    /// <summary>Progress from which a frame is the new picture.</summary>
    public double NewFrom { get; init; } = 0.9;

    /// <summary>Progress from which a frame counts for residual, mixture and seam: nearer to the ends noise decides.</summary>
    public double InnerFrom { get; init; } = 0.15;

    /// <summary>Progress up to which a frame counts for them.</summary>
    public double InnerUntil { get; init; } = 0.85;

    /// <summary>Least structure in squared levels that a dip is measured against: a plain picture has none.</summary>
    public double MinimumStructure { get; init; } = 1e-3;

    // Dissolves.

    /// <summary>Least unlikeness of the ends of a dissolve.</summary>
    public double DissolveUnlikeness { get; init; } = 0.5;

    /// <summary>Least mixed of a dissolve.</summary>
    public double DissolveMixed { get; init; } = 0.65;

    /// <summary>
    /// Least dip of the structure in the middle of a dissolve, 0 to 1: half of it is lost where two unrelated pictures cancel.
    /// </summary>
    public double DissolveDip { get; init; } = 0.17;

    /// <summary>Least mixed plus dip of a dissolve.</summary>
    public double DissolveEvidence { get; init; } = 1.08;

    /// <summary>A dissolve shorter than this in seconds has to be clearer.</summary>
    public double ShortDissolveSeconds { get; init; } = 0.25;

    /// <summary>Least mixed of a short dissolve.</summary>
    public double ShortDissolveMixed { get; init; } = 0.85;

    /// <summary>Most residual of a short dissolve.</summary>
    public double ShortDissolveResidual { get; init; } = 0.06;

    // Wipes.

    /// <summary>Least unlikeness of the ends of a wipe or slide.</summary>
    public double WipeUnlikeness { get; init; } = 0.6;

    /// <summary>Most mixed of a wipe.</summary>
    public double WipeMixed { get; init; } = 0.45;

    /// <summary>Least front of a wipe, see <see cref="FrontModel"/>, 0 to 1.</summary>
    public double WipeFront { get; init; } = 0.2;

    /// <summary>Least front minus mixed of a wipe.</summary>
    public double WipeMargin { get; init; } = -0.2;

    /// <summary>A wipe shorter than this in seconds has to be clearer: over a few frames a burst of three is nothing special.</summary>
    public double ShortWipeSeconds { get; init; } = 0.4;

    /// <summary>Least front minus mixed of a short wipe.</summary>
    public double ShortWipeMargin { get; init; } = 0.2;

    /// <summary>Most sum of the steps inside a wipe, in proportion to the unlikeness of its ends: more is movement.</summary>
    public double WipePath { get; init; } = 3;

    // Slides.

    /// <summary>Shortest slide in seconds.</summary>
    public double ShortestSlideSeconds { get; init; } = 0.28;

    /// <summary>Shortest mixture in frames that is also tried as a slide.</summary>
    public int ShortestSlideFrames { get; init; } = 4;

    /// <summary>Most residual of a slide.</summary>
    public double SlideResidual { get; init; } = 0.25;

    /// <summary>Least seam of a slide, see <see cref="SlideModel.Seam"/>: times the mean step between neighbouring lines.</summary>
    public double SlideSeam { get; init; } = 3;

    /// <summary>Least share of the way in the middle of a slide.</summary>
    public double SlideEarliestMiddle { get; init; } = 0.25;

    /// <summary>Most share of the way in the middle of a slide.</summary>
    public double SlideLatestMiddle { get; init; } = 0.75;

    /// <summary>Share up to which a frame of a slide is the old picture.</summary>
    public double SlideOldUntil { get; init; } = 0.03;

    /// <summary>Share from which a frame of a slide is the new picture.</summary>
    public double SlideNewFrom { get; init; } = 0.97;

    /// <summary>Least frames between <see cref="InnerFrom"/> and <see cref="InnerUntil"/> of a slide.</summary>
    public int SlideInnerFrames { get; init; } = 3;

    /// <summary>Least progress of a slide from one quarter of its length to the next.</summary>
    public double SlideRise { get; init; } = 0.08;

    // Quality: unlikeness minus what speaks against a transition.

    /// <summary>What the residual of a mixture counts.</summary>
    public double ResidualWeight { get; init; } = 1.5;

    /// <summary>What steps back of the progress count (their sum).</summary>
    public double BackwardsWeight { get; init; } = 0.5;

    /// <summary>What movement outside the window counts: the larger unlikeness over the context before and after it.</summary>
    public double UnrestWeight { get; init; } = 0.7;

    /// <summary>Least quality of a transition.</summary>
    public double MinimumQuality { get; init; } = 0.25;
}
