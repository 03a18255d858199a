namespace VideoTools;

/// <summary>How a live source is recorded.</summary>
public sealed record CaptureOptions
{
    /// <summary>Absolute path of the file; its extension says the container. Pieces have a number before the extension.</summary>
    public string Destination { get; init; } = "";

    /// <summary>Seconds of a piece, 1 to 86400; null writes one file.</summary>
    public double? SegmentSeconds { get; init; }

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
