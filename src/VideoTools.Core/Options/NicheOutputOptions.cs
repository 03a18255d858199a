namespace VideoTools;

/// <summary>How the insights about niches are saved.</summary>
public sealed record NicheOutputOptions
{
    /// <summary>Directory of template_insights.json and video_classifications.csv.</summary>
    public required string Directory { get; init; }

    /// <summary>Directory that relative paths of videos start from; null for the deepest one that has them all.</summary>
    public string? VideoDirectory { get; init; }

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
