namespace VideoTools;

/// <summary>The stored results of one analysis of one file.</summary>
[View(
    "LastUsed:16:yyyy-MM-dd HH:mm", "Analysis:10", "Records=RecordCount:7", "KB:6", "FullName",
    Set = "FullName Analysis RecordCount Length LastUsed Key")]
public sealed record VideoCacheEntry
{
    /// <summary>Path that the file had when it was analysed.</summary>
    [Column(Width = 24)]
    public required string FullName { get; init; }

    /// <summary>What was analysed: Scene, Crop, Template, Text, Transcript or Composite.</summary>
    [Column(Width = 10)]
    public required string Analysis { get; init; }

    /// <summary>Records stored.</summary>
    [Column(Width = 11)]
    public int RecordCount { get; init; }

    /// <summary>Size of the entry in bytes.</summary>
    [Column(Width = 8)]
    public long Length { get; init; }

    /// <summary>When it was stored (local time).</summary>
    public DateTime Created { get; init; }

    /// <summary>When it was last used (local time); what was not used for longest goes first when room is needed.</summary>
    [Column(Width = 19)]
    public DateTime LastUsed { get; init; }

    /// <summary>Name of the entry: 64 hexadecimal digits that stand for file, options, models and version.</summary>
    public required string Key { get; init; }
}
