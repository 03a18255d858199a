namespace VideoTools.Engine.Features.Scenes;

/// <summary>
/// The constants of <see cref="HybridDetector"/> and of its parts. A test or a sweep changes one with a "with" expression.
/// </summary>
// Set by hand on the development set of docs/accuracy.md, reading the misses and false alarms that
// "./build.sh bench accuracy --set development --errors" lists; the held-out set only reports. No sweep is on record.
internal sealed record HybridTuning
{
    /// <summary>The values in use.</summary>
    public static HybridTuning Default { get; } = new();

    /// <summary>How two frames are compared.</summary>
    public FrameMatcherTuning Matcher { get; init; } = FrameMatcherTuning.Default;

    /// <summary>Hard cuts.</summary>
    public CutFinderTuning Cuts { get; init; } = CutFinderTuning.Default;

    /// <summary>Fades.</summary>
    public FadeFinderTuning Fades { get; init; } = FadeFinderTuning.Default;

    /// <summary>Fades under a title.</summary>
    public FadeFinderTuning TitledFades { get; init; } = FadeFinderTuning.Titled;

    /// <summary>Dissolves, wipes and slides.</summary>
    public GradualFinderTuning Gradual { get; init; } = GradualFinderTuning.Default;

    /// <summary>The part of the picture that lives.</summary>
    public LivePartTuning Live { get; init; } = LivePartTuning.Default;

    /// <summary>Turns of the camera.</summary>
    public TurnTuning Turns { get; init; } = TurnTuning.Default;

    /// <summary>Seconds of features that are kept: the longest window with its context on both sides.</summary>
    public double RingSeconds { get; init; } = 3.2;

    /// <summary>Least frames that are kept, at low frame rates.</summary>
    public int RingFrames { get; init; } = 24;

    /// <summary>Centres of gradual transitions that are examined, per second.</summary>
    public double CentresPerSecond { get; init; } = 12.5;

    /// <summary>Least time between two gradual transitions, in seconds.</summary>
    public double ApartSeconds { get; init; } = 0.2;

    /// <summary>Frames over which the noise is learnt: about a second.</summary>
    public int NoiseFrames { get; init; } = 31;

    /// <summary>Noise floor in proportion to the median residual over those frames.</summary>
    public float NoiseFactor { get; init; } = 2;

    /// <summary>Least noise floor, squared levels per cell: what rounding and the mildest compression leave.</summary>
    public float LowestNoise { get; init; } = 1.5f;

    /// <summary>Largest noise floor, squared levels per cell: movement must not pass for noise.</summary>
    public float HighestNoise { get; init; } = 30f;

    /// <summary>Unlikeness (0 to 1) below which a cut is weak: it may be a jump inside a gradual transition.</summary>
    public double WeakCut { get; init; } = 0.62;

    /// <summary>Most share of a gradual transition's whole change that a weak cut inside it may have.</summary>
    public double WeakCutShare { get; init; } = 0.45;
}
