namespace VideoTools;

/// <summary>Which metadata is read, and how rows find their videos.</summary>
public sealed record MetadataOptions
{
    /// <summary>CSV files, JSON files, or directories of them.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute paths of the videos to join to, or of directories that are searched for them; empty for none.</summary>
    public IReadOnlyList<string> VideoPaths { get; init; } = [];

    /// <summary>
    /// Column or key that holds the name, path or id of the video; null tries the id, then the file name without extension.
    /// </summary>
    public string? JoinColumn { get; init; }
}
