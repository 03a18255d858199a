using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>Which frames of a file are read as pictures, and as what.</summary>
internal sealed record PicturePlan
{
    /// <summary>The probed file.</summary>
    public required ProbeResult Source { get; init; }

    /// <summary>Times of the frames in units of the stream's time base from the file's start, growing.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    /// <summary>
    /// Numbers of these frames, where the clock of the file jumps: they are counted from its start then, and no time is looked at.
    /// </summary>
    public IReadOnlyList<long>? Numbers { get; init; }

    /// <summary>What files are made of them; null for none.</summary>
    public PictureFormat? Format { get; init; }

    /// <summary>Quality of JPEG and WebP, 1 to 100.</summary>
    public int Quality { get; init; } = 95;

    /// <summary>Longest side of the small pixels that are wanted beside the files; 0 for none.</summary>
    public int TileSide { get; init; }

    /// <summary>Decoder threads; 0 lets ffmpeg choose.</summary>
    public int Threads { get; init; }
}
