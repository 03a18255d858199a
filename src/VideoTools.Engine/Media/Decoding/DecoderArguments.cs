using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// The one ffmpeg command line of a pass. Time stamps stay exact: -copyts keeps the stream's own PTS, passthrough neither drops nor
/// repeats frames, and the encoder's time base is the stream's. NUT may refine that time base by a whole factor, which
/// <see cref="PtsMapper"/> takes back, with the container's start.
/// </summary>
internal static class DecoderArguments
{
    public static IReadOnlyList<string> Build(DecodePlan plan, DecodeLayout layout)
    {
        var source = plan.Source;
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-nostats",
            // "repeat": without it ffmpeg folds equal messages and the errors could not be counted.
            "-loglevel", "repeat+level+error",
            // Filters of one child on one thread: the pictures are small after the first step, and decoding keeps the cores busy.
            "-filter_threads", "1",
            // However many frames are damaged, the rest is decoded.
            "-max_error_rate", "1",
        ];
        AddSpeed(arguments, plan);
        if (Hardware(plan.HardwareAcceleration) is { } hardware)
        {
            arguments.AddRange(["-hwaccel", hardware]);
        }

        if (plan.Threads > 0)
        {
            arguments.AddRange(["-threads", plan.Threads.ToString(CultureInfo.InvariantCulture)]);
        }

        arguments.AddRange(InputSafety.OptionsFor(source.PictureFormat));
        arguments.AddRange(["-noautorotate", "-copyts"]);

        // Not -start_at_zero: in transport streams and some others ffmpeg then counts from the start of the streams in use, so that the
        // same frame would have another time when the sound is decoded too. The same happens to an offset of exactly 0 when the file
        // starts at 0; a microsecond, which is less than any time base's unit, avoids it.
        arguments.AddRange(["-itsoffset", "0.000001"]);
        if (layout.FromPts is { } from)
        {
            AddSeek(arguments, source, from);
        }

        arguments.AddRange(["-i", InputSafety.Url(source.Info.FullName)]);
        AddOutputs(arguments, plan, layout);
        return arguments;
    }

    // The only place that decides what may be skipped. It looks at the mode alone, never at what is asked for: an analyzer gets the same
    // pictures in any company (docs/decisions/0018).
    private static void AddSpeed(List<string> arguments, DecodePlan plan)
    {
        if (plan.Speed == SpeedMode.Fast)
        {
            // No deblocking, and frames no other frame needs are not decoded: fewer frames, slightly blocky ones.
            arguments.AddRange(["-skip_loop_filter", "all", "-skip_frame", "noref"]);
        }
    }

    private static string? Hardware(HardwareAcceleration acceleration) => acceleration switch
    {
        HardwareAcceleration.None => null,
        HardwareAcceleration.Auto => "auto",
        HardwareAcceleration.Cuda => "cuda",
        HardwareAcceleration.Vaapi => "vaapi",
        HardwareAcceleration.Qsv => "qsv",
        HardwareAcceleration.D3D11VA => "d3d11va",
        HardwareAcceleration.VideoToolbox => "videotoolbox",
        _ => null,
    };

    /// <summary>Leads the decoder to a key frame before a time; it may still give out frames before the time.</summary>
    internal static void AddSeek(List<string> arguments, ProbeResult source, long from)
    {
        // The seek only has to land on a key frame before the range; the trim filter is exact. Formats with an index find that
        // key frame; the others estimate a position, so they get a head start.
        var hasIndex = source.Info.Container.StartsWith("mov,", StringComparison.Ordinal)
            || source.Info.Container.StartsWith("matroska", StringComparison.Ordinal);
        var seconds = MediaTime.ToSeconds(from, source.Info.TimeBase) - (hasIndex ? 0.5 : 15);
        if (seconds > 0)
        {
            arguments.AddRange(["-noaccurate_seek", "-ss", seconds.ToString("F6", CultureInfo.InvariantCulture)]);
        }
    }

    private static void AddOutputs(List<string> arguments, DecodePlan plan, DecodeLayout layout)
    {
        var source = plan.Source;
        var video = string.Create(CultureInfo.InvariantCulture, $"0:{source.VideoStreamIndex}");
        var range = Range("trim", "start_pts", "end_pts", layout.FromPts + layout.StartPts, layout.ToPts + layout.StartPts);
        List<(FrameFormat Format, string Chain)> outputs = [];
        if (layout.AnalysisStream is not null)
        {
            var (width, height) = layout.AnalysisSize;
            outputs.Add((plan.AnalysisFormat, FilterChains.Video(source, plan.AnalysisFormat, width, height, range)));
        }

        foreach (var (stills, (width, height)) in plan.Stills.Zip(layout.StillSizes))
        {
            string?[] selection = [range, FilterChains.StillSelection(stills, layout.StartSeconds)];
            var chain = FilterChains.Video(source, stills.Format, width, height, string.Join(',', selection.Where(s => s is not null)));
            outputs.Add((stills.Format, chain));
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            arguments.AddRange(["-map", video, Option("-filter:v", i), outputs[i].Chain]);
            arguments.AddRange(outputs[i].Format == FrameFormat.Jpeg
                ?
                [
                    Option("-c:v", i), "mjpeg", Option("-q:v", i), FilterChains.JpegQuality,
                    Option("-threads:v", i), "1", Option("-flags:v", i), "+bitexact",
                ]
                : [Option("-c:v", i), "rawvideo"]);
        }

        if (outputs.Count > 0)
        {
            var timeBase = string.Create(
                CultureInfo.InvariantCulture, $"{source.Info.TimeBase.Numerator}:{source.Info.TimeBase.Denominator}");
            arguments.AddRange(source.Build.HasFpsMode ? ["-fps_mode", "passthrough"] : ["-vsync", "passthrough"]);
            arguments.AddRange(["-enc_time_base:v", timeBase]);
        }

        for (var i = 0; i < plan.AudioTracks.Count; i++)
        {
            var track = plan.AudioTracks[i].Track;
            var index = source.AudioStreamIndexes[track];
            arguments.AddRange(["-map", string.Create(CultureInfo.InvariantCulture, $"0:{index}")]);
            arguments.AddRange([Option("-filter:a", i), FilterChains.Audio(AudioRange(source, layout), source.Info.AudioTracks[track].Channels)]);
        }

        if (plan.AudioTracks.Count > 0)
        {
            arguments.AddRange(["-c:a", "pcm_s16le"]);
        }

        arguments.AddRange(
        [
            "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
            "-avoid_negative_ts", "disabled",
            "-output_ts_offset", layout.OffsetSeconds.ToString(CultureInfo.InvariantCulture),
            // A stream that pauses (stills, sound) holds back the others for at most one second of video.
            "-max_interleave_delta", "1000000",
            // ffmpeg keeps what it decodes until every stream has begun: at most this many bytes and packets (MediaDecoder falls back).
            "-muxing_queue_data_threshold", "268435456", "-max_muxing_queue_size", "512",
            "-f", "nut", "pipe:1",
        ]);
    }

    private static string Option(string name, int stream) => string.Create(CultureInfo.InvariantCulture, $"{name}:{stream}");

    private static string? AudioRange(ProbeResult source, DecodeLayout layout)
    {
        string? Seconds(long? pts) =>
            pts is { } value
                ? (MediaTime.ToSeconds(value, source.Info.TimeBase) + layout.StartSeconds).ToString("F9", CultureInfo.InvariantCulture)
                : null;
        return Range("atrim", "start", "end", Seconds(layout.FromPts), Seconds(layout.ToPts));
    }

    private static string? Range<T>(string filter, string start, string end, T? from, T? to)
    {
        var parts = new List<string>();
        if (from is not null)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{start}={from}"));
        }

        if (to is not null)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{end}={to}"));
        }

        return parts.Count == 0 ? null : filter + "=" + string.Join(':', parts);
    }
}
