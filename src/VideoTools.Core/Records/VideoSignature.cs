namespace VideoTools;

/// <summary>What a video looks like, small enough to be compared with many others: a code of its picture four times a second.</summary>
public sealed record VideoSignature
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 40)]
    public required string FullName { get; init; }

    /// <summary>Time from the start of the file to the end of the last frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Duration { get; init; }

    /// <summary>The same in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Displayed width in pixels.</summary>
    [Column(Width = 6)]
    public int Width { get; init; }

    /// <summary>Displayed height in pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Size of the file.</summary>
    public long Length { get; init; }

    /// <summary>Seconds from one coded moment to the next, the first at 0.</summary>
    public double IntervalSeconds { get; init; }

    /// <summary>
    /// The codes, 17 bytes a moment: the signs of 64 low frequencies of the picture, which 32 of them are strong (none in a plain
    /// picture), and how much it changed since the moment before.
    /// </summary>
    public required ReadOnlyMemory<byte> Codes { get; init; }

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }
}
