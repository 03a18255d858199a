using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the decoder must know of a file before it starts.</summary>
internal sealed record ProbeResult
{
    /// <summary>What the user sees of it.</summary>
    public required VideoInfo Info { get; init; }

    /// <summary>ffmpeg's index of the video stream to decode (covers and further streams are skipped).</summary>
    public required int VideoStreamIndex { get; init; }

    /// <summary>ffmpeg's stream index of each sound track.</summary>
    public required IReadOnlyList<int> AudioStreamIndexes { get; init; }

    /// <summary>Start time of the container in seconds; frame times are relative to it.</summary>
    public double StartTime { get; init; }

    /// <summary>
    /// End of the video stream by the container, in units of the stream's time base from the file's start; null when unknown.
    /// </summary>
    public long? VideoEndPts { get; init; }

    /// <summary>Full range (0 to 255) samples, as stored.</summary>
    public bool IsFullRange { get; init; }

    /// <summary>True when the display matrix also mirrors the picture (its determinant is negative), as some front cameras do.</summary>
    public bool IsMirrored { get; init; }

    /// <summary>True when the stream says that its frames hold two fields, taken one after the other.</summary>
    public bool IsInterlaced { get; init; }

    /// <summary>Subtitles: ffmpeg's stream index, and the codec.</summary>
    public IReadOnlyList<(int Index, string Codec)> Subtitles { get; init; } = [];

    /// <summary>Number of chapters.</summary>
    public int ChapterCount { get; init; }

    /// <summary>The screen that a HDR video was made on; null when its stream does not say.</summary>
    public HdrMetadata? Hdr { get; init; }

    /// <summary>ffmpeg's demuxer of a picture file; null for a video.</summary>
    public string? PictureFormat { get; init; }

    /// <summary>What the installed ffmpeg can do.</summary>
    public FfmpegBuild Build { get; init; } = FfmpegBuild.Unknown;
}
