namespace VideoTools;

/// <summary>A recording of a live source, or a piece of one.</summary>
[View(
    "Name", "#=Index:4", "ClockTime:24", "Duration:12", "Length:10", "Encoder:8",
    Set = "FullName Source Index ClockTime Duration Length Encoder")]
public sealed record CapturedVideo
{
    /// <summary>Absolute path of the file.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>The camera or stream, without what in its address is secret.</summary>
    public required string Source { get; init; }

    /// <summary>Number of the piece, 1 for the first.</summary>
    [Column(Width = 5)]
    public int Index { get; init; }

    /// <summary>When it began, in UTC as 2026-01-31T23:59:59.123Z, as near as its length and its end tell.</summary>
    [Column(Width = 24)]
    public string ClockTime { get; init; } = "";

    /// <summary>Length in time.</summary>
    [Column(Width = 12)]
    public TimeSpan Duration { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 9)]
    public long Length { get; init; }

    /// <summary>The encoder that made it; "copy" where nothing was encoded.</summary>
    [Column(Width = 8)]
    public string Encoder { get; init; } = "";
}
