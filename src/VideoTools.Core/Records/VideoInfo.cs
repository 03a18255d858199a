namespace VideoTools;

/// <summary>What a video file says about itself. Sizes in pixels, times in seconds or TimeSpan.</summary>
[View(
    "Name", "Duration:12", "Size:9", "Codec=VideoCodec:6", "Rate=FramesPerSecond:7:0.###", "Frames=FrameCount:7",
    "Audio=AudioTrackCount:5", "Status:9",
    Set = "FullName Duration Width Height VideoCodec FrameRate Status", HasList = true)]
public sealed record VideoInfo
{
    /// <summary>Absolute path.</summary>
    [Column(Width = 20)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Container format, for example "mov,mp4,m4a,3gp,3g2,mj2".</summary>
    public required string Container { get; init; }

    /// <summary>
    /// Length from the file's start to the end of what lasts longest; null when the file does not say and nobody counted.
    /// </summary>
    [Column(Width = 12)]
    public TimeSpan? Duration { get; init; }

    /// <summary>Length in seconds; null when unknown.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Width as displayed: upright, square pixels.</summary>
    [Column(Width = 6)]
    public int Width { get; init; }

    /// <summary>Height as displayed: upright, square pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Width as stored.</summary>
    public int CodedWidth { get; init; }

    /// <summary>Height as stored.</summary>
    public int CodedHeight { get; init; }

    /// <summary>Clockwise degrees a player turns the stored picture by: 0, 90, 180 or 270.</summary>
    public int Rotation { get; init; }

    /// <summary>Width of a stored pixel divided by its height.</summary>
    public Rational SampleAspectRatio { get; init; } = new(1, 1);

    /// <summary>Short codec name, for example h264.</summary>
    [Column(Width = 10)]
    public string? VideoCodec { get; init; }

    /// <summary>Exact average frame rate, for example 24000/1001; null where the file has no frames to tell it from.</summary>
    [Column(Width = 10)]
    public Rational? FrameRate { get; init; }

    /// <summary>Average frames a second; null where that is not known.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>
    /// True when frames have no fixed length: by the time stamps where frames were counted, otherwise where the stream's base rate and its
    /// average rate differ.
    /// </summary>
    public bool IsVariableFrameRate { get; init; }

    /// <summary>Number of frames; null when the file does not say and nobody counted.</summary>
    public long? FrameCount { get; init; }

    /// <summary>True when the frames were counted, false when the number comes from the container.</summary>
    public bool IsFrameCountExact { get; init; }

    /// <summary>Unit of the video stream's time stamps in seconds.</summary>
    public Rational TimeBase { get; init; }

    /// <summary>ffmpeg's name of the stored pixel format, for example yuv420p10le.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>Bits of one stored sample.</summary>
    public int BitDepth { get; init; }

    /// <summary>Transfer characteristics, for example bt709, smpte2084 (PQ), arib-std-b67 (HLG); null when untagged.</summary>
    public string? ColorTransfer { get; init; }

    /// <summary>True for the HDR transfers PQ and HLG.</summary>
    public bool IsHdr { get; init; }

    /// <summary>Number of sound tracks.</summary>
    public int AudioTrackCount { get; init; }

    /// <summary>The sound tracks.</summary>
    public ValueList<AudioTrack> AudioTracks { get; init; } = ValueList<AudioTrack>.Empty;

    /// <summary>Still pictures stored as video streams (album covers); they are never analysed.</summary>
    public int CoverPictureCount { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; init; }

    /// <summary>Container tags as name=value.</summary>
    public ValueList<string> Tags { get; init; } = ValueList<string>.Empty;

    /// <summary>How whole the file is, as far as its header says: Truncated for a header without frames.</summary>
    [Column(Width = 9)]
    public RecordStatus Status { get; init; }
}
