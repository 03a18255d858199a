using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Turns ffprobe's JSON into what the engine and the user need to know.</summary>
internal static class ProbeParser
{
    /// <summary>What a sound track is called whose codec ffmpeg does not know.</summary>
    public const string UnknownCodec = "unknown";

    private const int MaxSide = 32768;
    private const int MostReordered = 16;
    private const double LateSeconds = 0.5;

    // What an AVI file says that was written to a pipe, where the header could not be completed.
    private const long OpenFrames = 1 << 30;

    // ffmpeg's names of the formats that are one codec's stream and nothing else.
    private static readonly HashSet<string> BareStreams =
    [
        "h264", "hevc", "vvc", "mpegvideo", "m4v", "vc1", "h261", "h263", "cavsvideo", "avs2", "avs3", "dirac", "dnxhd",
        "mjpeg", "obu", "av1",
    ];

    public static ProbeResult Parse(JsonElement root, string fullName, long fileSize, AcceptedMedia accepted = AcceptedMedia.Video)
    {
        var streams = root.TryGetProperty("streams", out var list) ? [.. list.EnumerateArray()] : Array.Empty<JsonElement>();
        var format = root.TryGetProperty("format", out var f) ? f : default;
        var covers = streams.Count(IsCover);
        var audio = streams.Where(s => s.Text("codec_type") == "audio").ToArray();
        if (FindVideo(streams) is not { } video)
        {
            return accepted == AcceptedMedia.VideoOrSound && audio.Length > 0
                ? ParseSound(root, format, audio, fullName, fileSize, covers)
                : throw NoVideo(fullName, covers, audio.Length);
        }

        if (IsEncrypted(format, video, fullName))
        {
            throw Encrypted(fullName);
        }

        var timeBase = video.Rational("time_base") ?? throw new FormatException("The video stream has no time base.");
        var startTime = format.Double("start_time") ?? 0;
        var (matrixRotation, isMirrored) = ReadRotation(video);
        var info = Describe(root, format, video, audio, fullName, matrixRotation, timeBase) with
        {
            CoverPictureCount = covers,
            Length = fileSize,
        };
        info = video.Long("nb_frames") is { } stored and > 0 and < OpenFrames ? info with { FrameCount = stored } : info;
        var build = root.TryGetProperty("program_version", out var version) ? FfmpegBuild.Parse(version) : FfmpegBuild.Unknown;
        var reordered = (int)Math.Clamp(video.Long("has_b_frames") ?? 0, 0, MostReordered);
        var isBare = BareStreams.Contains(info.Container);
        return new ProbeResult
        {
            Info = info,
            AudioTimeBases = TimeBases(audio),
            UnknownAudio = Unknown(audio),
            FirstPts = video.Long("start_pts"),
            BaseRate = video.Rational("r_frame_rate") ?? default,
            ReorderedFrames = reordered,
            DecodingDelay = info.Container == "avi" ? reordered * FrameRates.Length(info.FrameRate ?? default, timeBase) : 0,
            IsBareStream = isBare,
            HasAlpha = PixelFormats.HasAlpha(info.PixelFormat) || HasAlphaTag(video),
            Decoder = AlphaDecoder(video, build),
            VideoStreamIndex = (int)video.Long("index")!.Value,
            AudioStreamIndexes = Indexes(audio),
            StartTime = startTime,
            VideoEndPts = IsOpen(video) ? null : StreamEnd(video, timeBase, startTime),
            IsFullRange = video.Text("color_range") == "pc" || (info.PixelFormat ?? "").StartsWith("yuvj", StringComparison.Ordinal),
            IsMirrored = isMirrored,
            IsInterlaced = video.Text("field_order") is "tt" or "bb" or "tb" or "bt",
            Subtitles =
            [
                .. streams.Where(s => s.Text("codec_type") == "subtitle")
                    .Select(s => ((int)s.Long("index")!.Value, s.Text("codec_name") ?? "")),
            ],
            ChapterCount = root.TryGetProperty("chapters", out var chapters) ? chapters.GetArrayLength() : 0,
            Hdr = HdrMetadata.Parse(video),
            Build = build,
        };
    }

    private static ProbeResult ParseSound(
        JsonElement root, JsonElement format, JsonElement[] audio, string fullName, long fileSize, int covers)
    {
        if (IsEncrypted(format, audio[0], fullName))
        {
            throw Encrypted(fullName);
        }

        var seconds = LateLength(root, format) ?? Length(format, audio[0]);
        return new ProbeResult
        {
            Info = new VideoInfo
            {
                FullName = fullName,
                Container = format.Text("format_name") ?? "",
                DurationSeconds = seconds,
                Duration = ToTime(seconds),
                TimeBase = SoundFile.TimeBase,
                AudioTrackCount = audio.Length,
                AudioTracks = new ValueList<AudioTrack>(audio.Select(Track)),
                CoverPictureCount = covers,
                Length = fileSize,
                Tags = new ValueList<string>(Tags(format)),
            },
            VideoStreamIndex = ProbeResult.NoStream,
            AudioTimeBases = TimeBases(audio),
            UnknownAudio = Unknown(audio),
            AudioStreamIndexes = Indexes(audio),
            StartTime = format.Double("start_time") ?? 0,
            Build = root.TryGetProperty("program_version", out var version) ? FfmpegBuild.Parse(version) : FfmpegBuild.Unknown,
        };
    }

    private static VideoToolsException NoVideo(string fullName, int covers, int sounds) => new(
        VideoErrorId.NoVideoStream,
        fullName,
        sounds == 0 ? $"'{fullName}' holds no video."
        : covers > 0 ? $"'{fullName}' holds sound and a cover picture, no video."
        : $"'{fullName}' holds sound only, no video.",
        sounds == 0 ? "Name a file with moving pictures."
        : "Name a file with moving pictures; what is said in a sound file is for Get-VideoTranscript (videotools transcript).");

    private static VideoToolsException Encrypted(string fullName) =>
        new(VideoErrorId.VideoEncrypted, fullName, $"'{fullName}' is encrypted.", "Name a copy that is not protected.");

    private static Rational[] TimeBases(JsonElement[] audio) => [.. audio.Select(a => a.Rational("time_base") ?? new Rational(1, 1))];

    private static HashSet<int> Unknown(JsonElement[] audio) =>
        audio.Index().Where(a => IsUnknown(a.Item)).Select(a => a.Index).ToHashSet();

    private static int[] Indexes(JsonElement[] audio) => [.. audio.Select(a => (int)a.Long("index")!.Value)];

    private static VideoInfo Describe(
        JsonElement root, JsonElement format, JsonElement video, JsonElement[] audio, string fullName, int rotation, Rational timeBase)
    {
        var codedWidth = Side(video, "width");
        var codedHeight = Side(video, "height");
        var sar = SampleAspect(video);
        var (width, height) = Displayed(codedWidth, codedHeight, sar, rotation);
        var transfer = video.Text("color_transfer") is { } t and not ("unknown" or "unspecified" or "reserved") ? t : null;
        var seconds = IsOpen(video) ? null : LateLength(root, format) ?? Length(format, video);
        var (rate, isVariable) = FrameRates.Read(video, timeBase);
        var pixelFormat = video.Text("pix_fmt");
        return new VideoInfo
        {
            FullName = fullName,
            Container = format.Text("format_name") ?? "",
            DurationSeconds = seconds,
            Duration = ToTime(seconds),
            Width = width,
            Height = height,
            CodedWidth = codedWidth,
            CodedHeight = codedHeight,
            Rotation = rotation,
            SampleAspectRatio = sar,
            VideoCodec = video.Text("codec_name"),
            FrameRate = rate,
            FramesPerSecond = rate?.ToDouble(),
            IsVariableFrameRate = isVariable,
            TimeBase = timeBase,
            PixelFormat = pixelFormat,
            BitDepth = PixelFormats.BitDepth(pixelFormat, video.Long("bits_per_raw_sample")),
            ColorTransfer = transfer,
            IsHdr = transfer is "smpte2084" or "arib-std-b67",
            AudioTrackCount = audio.Length,
            AudioTracks = new ValueList<AudioTrack>(audio.Select(Track)),
            Tags = new ValueList<string>(Tags(format)),
            Status = rate is null && !(seconds > 0) ? RecordStatus.Truncated : RecordStatus.Ok,
        };
    }

    // The default stream wins, as in players; otherwise the first. Covers and streams without a size never do.
    private static JsonElement? FindVideo(JsonElement[] streams)
    {
        var candidates = streams
            .Where(s => s.Text("codec_type") == "video" && !IsCover(s) && s.Long("width") > 0 && s.Long("height") > 0)
            .ToArray();
        foreach (var candidate in candidates)
        {
            if (Disposition(candidate, "default"))
            {
                return candidate;
            }
        }

        return candidates.Length > 0 ? candidates[0] : null;
    }

    private static bool IsCover(JsonElement stream) =>
        stream.Text("codec_type") == "video" && (Disposition(stream, "attached_pic") || Disposition(stream, "timed_thumbnails"));

    private static bool Disposition(JsonElement stream, string name) =>
        stream.TryGetProperty("disposition", out var all) && all.Long(name) == 1;

    private static int Side(JsonElement video, string name) =>
        video.Long(name) is { } side and > 0 and <= MaxSide
            ? (int)side
            : throw new FormatException($"The video has an impossible {name}.");

    private static Rational SampleAspect(JsonElement video)
    {
        var sar = video.Rational("sample_aspect_ratio") ?? new Rational(1, 1);

        // 0:1 means unknown; beyond 20:1 it is damage, not a lens.
        var value = sar.ToDouble();
        return value is >= 0.05 and <= 20 ? sar : new Rational(1, 1);
    }

    private static (int Width, int Height) Displayed(int codedWidth, int codedHeight, Rational sar, int rotation)
    {
        // The width takes the pixel aspect, the height stays: as players and the DVD and broadcast standards do.
        var width = (int)Int128.Clamp((((Int128)codedWidth * sar.Numerator) + (sar.Denominator / 2)) / sar.Denominator, 1, 16 * MaxSide);
        var height = codedHeight;
        if (Math.Abs((codedWidth * sar.ToDouble()) - codedWidth) < 1)
        {
            width = codedWidth; // Less than a pixel: a scaler kept the shape through its rounding, the pixels are square.
        }

        return rotation is 90 or 270 ? (height, width) : (width, height);
    }

    // ffprobe gives degrees counter-clockwise; a player turns clockwise. Old files have a tag instead, already clockwise.
    private static (int Rotation, bool IsMirrored) ReadRotation(JsonElement video)
    {
        if (video.TryGetProperty("side_data_list", out var list))
        {
            foreach (var item in list.EnumerateArray())
            {
                if (item.Double("rotation") is { } degrees)
                {
                    return (ToQuarter(-degrees), IsMirror(item.Text("displaymatrix")));
                }
            }
        }

        var tag = video.TryGetProperty("tags", out var tags) ? tags.Double("rotate") : null;
        return (ToQuarter(tag ?? 0), false);
    }

    private static int ToQuarter(double clockwise) =>
        double.IsFinite(clockwise) ? (int)(((Math.Round(clockwise / 90) % 4) + 4) % 4) * 90 : 0;

    private static bool IsMirror(string? matrix)
    {
        // Three lines "00000000: a b u": mirrored when a*d - b*c is negative.
        var numbers = (matrix ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray())
            .Where(row => row.Length == 3)
            .Select(row => row
                .Select(n => long.TryParse(n, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : 0)
                .ToArray())
            .ToArray();
        return numbers.Length == 3 && ((Int128)numbers[0][0] * numbers[1][1]) - ((Int128)numbers[0][1] * numbers[1][0]) < 0;
    }

    private static bool IsUnknown(JsonElement stream) => stream.Text("codec_name") is null or UnknownCodec or "none";

    // WebM keeps the opacity of VP8 and VP9 beside the picture; of ffmpeg's decoders only those of libvpx read it.
    private static bool HasAlphaTag(JsonElement video) =>
        video.TryGetProperty("tags", out var tags) && (tags.Text("alpha_mode") ?? tags.Text("ALPHA_MODE")) == "1";

    private static string? AlphaDecoder(JsonElement video, FfmpegBuild build) => !build.HasLibvpx || !HasAlphaTag(video)
        ? null
        : video.Text("codec_name") switch
        {
            "vp8" => "libvpx",
            "vp9" => "libvpx-vp9",
            _ => null,
        };

    // What ffmpeg tells of a stream that is no use without a key: FairPlay's names, Matroska's and ASF's tags. It hides that of MP4.
    private static bool IsEncrypted(JsonElement format, JsonElement stream, string fullName) =>
        stream.Text("codec_tag_string") is "encv" or "drmi" or "enca" or "drms"
        || (stream.TryGetProperty("tags", out var tags) && tags.Text("enc_key_id") is not null)
        || (format.ValueKind == JsonValueKind.Object && format.TryGetProperty("tags", out var all)
            && (all.Text("ASF_Protection_Type") ?? all.Text("asf_protection_type")) is not null)
        || ((format.Text("format_name") ?? "").StartsWith("mov,", StringComparison.Ordinal)
            && SampleEntries.AreEncrypted(fullName, stream.Text("codec_type") == "audio"));

    private static long? StreamEnd(JsonElement video, Rational timeBase, double startTime)
    {
        var offset = (Int128)Math.Round(startTime / timeBase.ToDouble());
        Int128 end = 0;
        if (video.Long("duration_ts") is { } duration and > 0 && video.Long("start_pts") is { } start)
        {
            end = (Int128)start + duration - offset;
        }
        else if (TagDuration(video) is { } seconds)
        {
            // Matroska's tag is the time at which the stream ends.
            end = (Int128)Math.Round(seconds / timeBase.ToDouble()) - offset;
        }

        return end > 0 && end < long.MaxValue / 4 ? (long)end : null;
    }

    private static AudioTrack Track(JsonElement stream, int index)
    {
        var language = stream.TryGetProperty("tags", out var tags) ? tags.Text("language") : null;
        return new AudioTrack
        {
            Index = index,
            Codec = IsUnknown(stream) ? UnknownCodec : stream.Text("codec_name")!,
            Channels = (int)Math.Clamp(stream.Long("channels") ?? 0, 0, 1024),
            SampleRate = (int)Math.Clamp(stream.Long("sample_rate") ?? 0, 0, int.MaxValue),
            Language = language is null or "und" ? null : language,
        };
    }

    private static IEnumerable<string> Tags(JsonElement format) =>
        format.ValueKind == JsonValueKind.Object && format.TryGetProperty("tags", out var tags)
            ? tags.EnumerateObject().Select(tag => $"{tag.Name}={tag.Value.GetString()}")
            : [];

    // Matroska keeps a stream's length as a tag "00:00:12.345000000".
    private static double? TagDuration(JsonElement video)
    {
        var text = video.TryGetProperty("tags", out var tags) ? tags.Text("DURATION") : null;
        var parts = (text ?? "").Split(':');
        return parts.Length == 3
            && double.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && double.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && double.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && (hours * 3600) + (minutes * 60) + seconds is > 0 and < 1e9 and var total
                ? total
                : null;
    }

    // MP4 counts the time before a late start (an empty edit) into its length; what is shown ends with the stream that ends last.
    private static double? LateLength(JsonElement root, JsonElement format)
    {
        if (!(format.Double("start_time") > LateSeconds)
            || !(format.Text("format_name") ?? "").StartsWith("mov,", StringComparison.Ordinal))
        {
            return null;
        }

        var ends = root.GetProperty("streams").EnumerateArray()
            .Where(stream => stream.Text("codec_type") is "video" or "audio" && !IsCover(stream))
            .Select(stream => stream.Double("start_time") + stream.Double("duration"))
            .ToArray();
        var isKnown = Array.TrueForAll(ends, end => end is not null);
        return isKnown && ends.Max() - format.Double("start_time") is { } length and > 0 ? length : null;
    }

    // The container's length, or that of the stream where the container has none.
    private static bool IsOpen(JsonElement video) => video.Long("nb_frames") is >= OpenFrames;

    private static double? Length(JsonElement format, JsonElement video) =>
        (format.Double("duration") ?? video.Double("duration") ?? TagDuration(video)) is { } seconds and > 0 and < 1e9 ? seconds : null;

    /// <summary>Seconds as time; null for null.</summary>
    internal static TimeSpan? ToTime(double? seconds) =>
        seconds is { } value ? new TimeSpan((long)Math.Round(value * TimeSpan.TicksPerSecond)) : null;
}
