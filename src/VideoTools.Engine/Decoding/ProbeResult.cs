namespace VideoTools.Engine.Decoding;

/// <summary>What the decoder must know of a file before it starts.</summary>
public sealed record ProbeResult
{
    /// <summary>What the user sees of it.</summary>
    public required VideoInfo Info { get; init; }

    /// <summary>ffmpeg's index of the video stream to decode (covers and further streams are skipped).</summary>
    public required int VideoStreamIndex { get; init; }

    /// <summary>ffmpeg's stream index of each sound track.</summary>
    public required IReadOnlyList<int> AudioStreamIndexes { get; init; }

    /// <summary>Start time of the container in seconds; frame times are relative to it.</summary>
    public double StartTime { get; init; }
}
