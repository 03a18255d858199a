namespace VideoTools;

/// <summary>One picture of a video: upright, square pixels, SDR.</summary>
public sealed record VideoStill
{
    /// <summary>Absolute path of the video.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// Its time in seconds; of a <see cref="StillRequest"/> the time asked for: the picture is the first frame at or after it.
    /// </summary>
    public double Seconds { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>The picture as the bytes of a JPEG file.</summary>
    public ReadOnlyMemory<byte> Jpeg { get; init; }
}
