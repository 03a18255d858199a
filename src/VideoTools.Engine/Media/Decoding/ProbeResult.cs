using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the decoder must know of a file before it starts.</summary>
internal sealed record ProbeResult
{
    /// <summary>What the user sees of it.</summary>
    public required VideoInfo Info { get; init; }

    /// <summary>The index where there is no such stream.</summary>
    public const int NoStream = -1;

    /// <summary>
    /// ffmpeg's index of the video stream to decode (covers and further streams are skipped); <see cref="NoStream"/> for sound only.
    /// </summary>
    public required int VideoStreamIndex { get; init; }

    /// <summary>False for a file with sound only.</summary>
    public bool HasVideo => VideoStreamIndex != NoStream;

    /// <summary>ffmpeg's stream index of each sound track.</summary>
    public required IReadOnlyList<int> AudioStreamIndexes { get; init; }

    /// <summary>Time base of each sound track.</summary>
    public IReadOnlyList<Rational> AudioTimeBases { get; init; } = [];

    /// <summary>Sound tracks that this ffmpeg has no decoder for, by their numbers.</summary>
    public IReadOnlySet<int> UnknownAudio { get; init; } = new HashSet<int>();

    /// <summary>Start time of the container in seconds; frame times are relative to it.</summary>
    public double StartTime { get; init; }

    /// <summary>Time stamp of the first packet of the picture, as stored; null when unknown.</summary>
    public long? FirstPts { get; init; }

    /// <summary>The coarsest rate that all time stamps fit, by ffprobe; 0 when unknown.</summary>
    public Rational BaseRate { get; init; }

    /// <summary>Frames that the codec holds back to bring them into order.</summary>
    public int ReorderedFrames { get; init; }

    /// <summary>
    /// Units of time by which decoded frames come late, because the container keeps the order of decoding only (AVI with B-frames).
    /// </summary>
    public long DecodingDelay { get; init; }

    /// <summary>True for a bare stream of one codec: it keeps no times, and cannot be entered in the middle.</summary>
    public bool IsBareStream { get; init; }

    /// <summary>True for formats of broadcasts, whose clock may break at any packet.</summary>
    public bool IsBroadcast => Info.Container is "mpegts" or "mpeg";

    /// <summary>True where some packets show nothing, and do not say so (VP8's alternate reference frames).</summary>
    public bool HasHiddenFrames => Info.VideoCodec is "vp8";

    /// <summary>True for formats with a table of all frames: their clock has no jumps.</summary>
    public bool IsIndexed => Info.Container.StartsWith("mov,", StringComparison.Ordinal);

    /// <summary>True for formats without a length of their own whose packets have one each.</summary>
    public bool HasOwnDelays => Info.Container is "apng";

    /// <summary>Time of the first frame from the file's start, in units of the stream's time base.</summary>
    public long FirstFramePts => FirstPts is { } first ? first - DecodeLayout.Start(this) : 0;

    /// <summary>True where nothing after the length that the file tells is shown; other files may be joined ones.</summary>
    public bool IsLengthCertain => Info.Duration is not null && IsIndexed;

    /// <summary>True when pictures have an alpha channel: they are shown on black.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Name of the decoder that is to be used; null for ffmpeg's choice.</summary>
    public string? Decoder { get; init; }

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

    /// <summary>The moment that is 0 on the clock of a live source; null for a file.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>What the installed ffmpeg can do.</summary>
    public FfmpegBuild Build { get; init; } = FfmpegBuild.Unknown;
}
