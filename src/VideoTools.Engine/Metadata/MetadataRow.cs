namespace VideoTools.Engine.Metadata;

/// <summary>One row with what it can be found by.</summary>
/// <param name="Metadata">What it says, joined to no video.</param>
internal sealed record MetadataRow(VideoMetadata Metadata)
{
    /// <summary>Every id that the row gives.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Names without extension of files that the row says are the video.</summary>
    public IReadOnlyList<string> Stems { get; init; } = [];

    /// <summary>Value of the join column.</summary>
    public string? JoinValue { get; init; }

    /// <summary>Name without extension of the JSON file that holds this row and no other; null for rows of tables and lists.</summary>
    public string? OwnFileStem { get; init; }
}
