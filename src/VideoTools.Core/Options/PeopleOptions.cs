namespace VideoTools;

/// <summary>How faces are taken for people, and which are their best shots.</summary>
public sealed record PeopleOptions
{
    /// <summary>
    /// Least mean cosine, 0.05 to 1, between the faces of two groups that are joined. 99.9 % of the pairs of two different people lie
    /// below 0.41 with SFace.
    /// </summary>
    public double Threshold { get; init; } = 0.41;

    /// <summary>Best shots of each person, 0 to 1000.</summary>
    public int Best { get; init; } = 5;

    /// <summary>Least seconds between two best shots of one person in one video, 0 to 86400.</summary>
    public double MinimumGapSeconds { get; init; } = 3;
}
