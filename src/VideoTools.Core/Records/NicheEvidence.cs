namespace VideoTools;

/// <summary>All that is known about one video when its niche is looked for. Any part may be missing.</summary>
public sealed record NicheEvidence
{
    /// <summary>The template: speech, on-screen text, file name, measures.</summary>
    public VideoTemplate? Template { get; init; }

    /// <summary>What somebody wrote about it: title, hashtags, numbers.</summary>
    public VideoMetadata? Metadata { get; init; }

    /// <summary>Any other text.</summary>
    public string? Text { get; init; }

    /// <summary>Absolute path of the video when there is neither template nor matched metadata.</summary>
    public string? FullName { get; init; }
}
