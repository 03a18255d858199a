namespace VideoTools;

/// <summary>Asks for the faces of a video or picture: a <see cref="VideoFace"/> for each face of each frame that is looked at.</summary>
public sealed record FaceOptions : FeatureOptions
{
    /// <summary>Seconds between two frames that are looked at.</summary>
    public double Interval { get; init; } = 0.5;

    /// <summary>Detections below this score (0 to 1) are left out.</summary>
    public double MinimumScore { get; init; } = 0.5;

    /// <summary>Faces lower than this share of the picture's height are left out; smaller ones take more looks.</summary>
    public double MinimumSize { get; init; } = 0.025;

    /// <summary>What the models run on.</summary>
    public InferenceDevice Device { get; init; }
}
