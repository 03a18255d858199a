namespace VideoTools.Engine.Features.Sequences;

/// <summary>Frames that belong together, as pixels: JPEG files are made of them when, and only when, somebody wants them.</summary>
internal sealed record FrameSequence
{
    /// <summary>Absolute path of the video.</summary>
    public required string FullName { get; init; }

    /// <summary>Number of the sequence: 1 for the first interval of the file.</summary>
    public required int Index { get; init; }

    /// <summary>Time of the first frame that was decoded.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>End of the interval, or of the video.</summary>
    public TimeSpan End { get; init; }

    /// <summary>When the first frame was shown, in UTC; null for a file.</summary>
    public string? ClockTime { get; init; }

    /// <summary>Width of the pictures.</summary>
    public int Width { get; init; }

    /// <summary>Height of the pictures.</summary>
    public int Height { get; init; }

    /// <summary>Frames that were looked at.</summary>
    public int SeenCount { get; init; }

    /// <summary>Times in seconds of the frames that were kept, in their order.</summary>
    public required ValueList<double> FrameTimes { get; init; }

    /// <summary>The frames that were kept, one after another (Yuv420P).</summary>
    public ReadOnlyMemory<byte> Pixels { get; init; }

    /// <summary>SHA-256 of size and pixels: sequences that look the same have the same, whenever they are shown.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The pixels of a frame.</summary>
    public ReadOnlyMemory<byte> Frame(int index)
    {
        var length = Pixels.Length / FrameTimes.Count;
        return Pixels.Slice(index * length, length);
    }
}
