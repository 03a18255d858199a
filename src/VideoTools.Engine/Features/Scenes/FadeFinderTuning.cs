namespace VideoTools.Engine.Features.Scenes;

/// <summary>The decision levels of <see cref="FadeFinder"/>.</summary>
// Set by hand on the development set of docs/accuracy.md, reading the misses and false alarms that
// "./build.sh bench accuracy --set development --errors" lists; the held-out set only reports. No sweep is on record.
// Contrast: the root of the summed variances of luma and chroma in levels (FrameFeatures.Contrast). Unlikeness: that of FrameMatcher.
internal sealed record FadeFinderTuning
{
    /// <summary>The values in use.</summary>
    public static FadeFinderTuning Default { get; } = new();

    /// <summary>The values in use for fades under a title.</summary>
    public static FadeFinderTuning Titled { get; } = new()
    {
        IsTitled = true, PlainAtMost = 2.5f, PlainAtLeast = 1.5f, PlainCertainly = 2.5f, LongestPlain = 2,
    };

    /// <summary>A frame is plain below this share of the highest contrast of the last <see cref="ReachSeconds"/>.</summary>
    public float PlainShare { get; init; } = 0.1f;

    /// <summary>Highest contrast in levels that is ever plain.</summary>
    public float PlainAtMost { get; init; } = 4f;

    /// <summary>Contrast in levels below which a frame is always plain.</summary>
    public float PlainAtLeast { get; init; } = 0.8f;

    /// <summary>Contrast in levels that a long plain passage must fall below once; otherwise it is a shot of low contrast.</summary>
    public float PlainCertainly { get; init; } = 1.6f;

    /// <summary>
    /// Rise of the contrast from frame to frame that still counts as falling or rising: compression makes it waver (factor).
    /// </summary>
    public float Slope { get; init; } = 1.015f;

    /// <summary>The same over two frames (factor).</summary>
    public float SlopeOverTwo { get; init; } = 1.03f;

    /// <summary>Longest fall or rise in seconds.</summary>
    public double ReachSeconds { get; init; } = 1.5;

    /// <summary>Least number of frames of <see cref="ReachSeconds"/>.</summary>
    public int ReachFrames { get; init; } = 4;

    /// <summary>Plain passages up to this length in seconds may be flashes.</summary>
    public double BriefSeconds { get; init; } = 0.16;

    /// <summary>Least number of frames of <see cref="BriefSeconds"/>.</summary>
    public int BriefFrames { get; init; } = 3;

    /// <summary>Seconds without a rise after which the rise is over.</summary>
    public double PatienceSeconds { get; init; } = 0.1;

    /// <summary>Least number of frames of <see cref="PatienceSeconds"/>.</summary>
    public int PatienceFrames { get; init; } = 2;

    /// <summary>Least unlikeness (0 to 1) of the shots at both ends; below it the passage was a dip within one shot.</summary>
    public double MinimumUnlikeness { get; init; } = 0.2;

    /// <summary>Least share of changed blocks plus palette distance (0 to 2) between both ends.</summary>
    public double MinimumChange { get; init; } = 0.6;

    /// <summary>The same after a brief passage: a flash lights a scene differently without ending it.</summary>
    public double FlashChange { get; init; } = 0.95;

    /// <summary>
    /// A plain picture between two cuts is a shot of its own when it stays longer than this, in seconds: fades have slopes.
    /// </summary>
    public double LongestAbrupt { get; init; } = 0.3;

    /// <summary>Most frames from the last full picture to the plain one when it was cut to.</summary>
    public int AbruptFrames { get; init; } = 2;

    /// <summary>Share of the full contrast that a picture beside a plain one still (or already) has where that was cut to.</summary>
    public float AbruptShare { get; init; } = 0.75f;

    /// <summary>Times the contrast of a plain picture that it has at least.</summary>
    public float AbruptFactor { get; init; } = 3;

    /// <summary>
    /// Least difference of two plain pictures of different colour, in levels: the sum over the mean luma and chroma.
    /// </summary>
    public float OtherColour { get; init; } = 20;

    /// <summary>Most change of the colour before and after that, in proportion: a fade goes by degrees.</summary>
    public float OtherColourSlope { get; init; } = 0.25f;

    /// <summary>
    /// True for fades under a title: the narrowest range of most of the luma (FrameFeatures.Spread) takes the place of the contrast.
    /// </summary>
    public bool IsTitled { get; init; }

    /// <summary>Longest plain passage in seconds; one that lasts longer is a shot.</summary>
    public double LongestPlain { get; init; } = double.PositiveInfinity;

    /// <summary>Shortest fall and rise of a fade under a title, in seconds.</summary>
    public double ShortestSlope { get; init; } = 0.1;

    /// <summary>Least difference of a title to the plain picture, in levels.</summary>
    public float TitleLevel { get; init; } = 40;

    /// <summary>Least correlation of the title on the plain picture and on the shot before or after, 0 to 1.</summary>
    public double TitleMatch { get; init; } = 0.5;
}
