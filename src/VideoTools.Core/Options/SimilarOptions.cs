namespace VideoTools;

/// <summary>When two videos are taken for the same.</summary>
public sealed record SimilarOptions
{
    /// <summary>
    /// Least share of the shorter video, 0.05 to 1, whose pictures the longer one shows at the same distance in time. What shared intros
    /// and outros make up of a video must lie below it.
    /// </summary>
    public double Threshold { get; init; } = 0.6;

    /// <summary>Least time that both run side by side, 0 to 86400 seconds; all of it where the shorter video is not as long.</summary>
    public double MinimumOverlapSeconds { get; init; } = 3;

    /// <summary>True finds mirrored copies, too.</summary>
    public bool Mirrored { get; init; }
}
