namespace VideoTools.Engine.Features.Scenes;

/// <summary>The constants of <see cref="FrameMatcher"/>.</summary>
// Set by hand on the development set of docs/accuracy.md, reading the misses and false alarms that
// "./build.sh bench accuracy --set development --errors" lists; the held-out set only reports. No sweep is on record.
// Levels are 8-bit luma or chroma; a cell is a mean of about 5x5 pixels (FeatureGrid).
internal sealed record FrameMatcherTuning
{
    /// <summary>The values in use.</summary>
    public static FrameMatcherTuning Default { get; } = new();

    /// <summary>Cells that a block may be displaced by around the global displacement, in each direction.</summary>
    public int Reach { get; init; } = 2;

    /// <summary>
    /// What a displacement costs that leaves no overlap, in levels of the tiny pictures (whose contrast is 32); less in proportion.
    /// </summary>
    public float ShiftPenalty { get; init; } = 8f;

    /// <summary>Information (residual plus variance, squared levels) at which a block has half its full weight.</summary>
    public float InformationFloor { get; init; } = 12f;

    /// <summary>
    /// Weight of "nothing to tell" per block, 0 to 1: keeps a few telling blocks from deciding over an almost empty picture.
    /// </summary>
    public double MinimumInformation { get; init; } = 0.04;

    /// <summary>Dissimilarity (0 to 1) of a block that a displacement moves out of the frame.</summary>
    public double UncoveredCost { get; init; } = 0.6;

    /// <summary>Least share of blocks that stay inside the frame; with fewer a displacement explains nothing.</summary>
    public double MinimumCovered { get; init; } = 0.25;

    /// <summary>Dissimilarity at which no better explanation is looked for: it only saves time.</summary>
    public double GoodEnough { get; init; } = 0.06;

    /// <summary>Dissimilarity from which a block counts as changed.</summary>
    public double ChangedBlock { get; init; } = 0.15;

    /// <summary>Mean luma in levels below which a flat block is black in both frames and says nothing.</summary>
    public float BlackLevel { get; init; } = 24;

    /// <summary>Variance in squared levels below which a block is flat in that sense.</summary>
    public float BlackVariance { get; init; } = 4;

    /// <summary>Range of the gain that makes the contrast of two frames equal: its largest value; the least is its inverse.</summary>
    public float MaximumGain { get; init; } = 4f;

    /// <summary>Deviation of the gain from 1 below which two frames have the same exposure.</summary>
    public float SameGain { get; init; } = 0.02f;

    /// <summary>Difference of the mean luma in levels below which two frames have the same exposure.</summary>
    public float SameMean { get; init; } = 1;

    /// <summary>Share of the noise floor at which the search for a block's match ends: it only saves time.</summary>
    public float EnoughShare { get; init; } = 0.5f;

    /// <summary>Contrast in levels below which a picture is plain: a colour and nothing else.</summary>
    public float PlainContrast { get; init; } = 0.8f;

    /// <summary>Difference of the mean luma and chroma (summed, in levels) at which two plain pictures have the unlikeness 0.5.</summary>
    public float PlainDistance { get; init; } = 16;

    /// <summary>Times the median variance from which a block that stays as it is says nothing: writing over a dark picture.</summary>
    public float GlareFactor { get; init; } = 6;

    /// <summary>Least median variance (squared levels) that is taken for that.</summary>
    public float GlareVariance { get; init; } = 8;
}
