using VideoTools.Engine.Media.Decoding.Times;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// The one ffmpeg command line of a pass. Time stamps stay exact: -copyts keeps the stream's own PTS, passthrough neither drops nor
/// repeats frames, and the encoder's time base is the stream's. NUT may refine that time base by a whole factor, which
/// <see cref="PipeTime"/> takes back, with the container's start.
/// </summary>
internal static class DecoderArguments
{
    /// <summary>What is added to every time stamp of the input: see below.</summary>
    internal const int ShiftMicroseconds = 1;

    // A range is read this much further, so that the frame behind it tells how long its last one stands.
    private const double BehindSeconds = 2;

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
        if (layout is { IsSought: true, FromPts: { } from })
        {
            AddSeek(arguments, source, from, plan.Times?.KeyBefore(from));
        }

        if (source.Decoder is { } decoder)
        {
            arguments.AddRange(["-c:v", decoder]);
        }

        arguments.AddRange(["-i", InputSafety.Url(source.Info.FullName)]);
        AddOutputs(arguments, plan, layout);
        return arguments;
    }

    /// <summary>
    /// The command line for a live source. Its time stamps need not be exact but must come at once: ffmpeg counts from the first frame and
    /// mends steps, decodes on threads that hold no frame back, and writes each frame when it has it.
    /// </summary>
    /// <param name="plan">What to deliver, without a range.</param>
    /// <param name="layout">Its streams.</param>
    /// <param name="input">Options up to and with the input.</param>
    public static IReadOnlyList<string> BuildLive(DecodePlan plan, DecodeLayout layout, IReadOnlyList<string> input)
    {
        List<string> arguments =
        [
            // ffmpeg reads keys from what is not the input otherwise; of a script it must not.
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "repeat+level+error", "-filter_threads", "1", "-max_error_rate", "1",
            "-thread_type", "slice", .. plan.Threads > 0 ? (string[])["-threads", $"{plan.Threads}"] : [],
            .. Hardware(plan.HardwareAcceleration) is { } hardware ? (string[])["-hwaccel", hardware] : [],
        ];
        AddSpeed(arguments, plan);
        arguments.AddRange(["-noautorotate", .. input]);
        AddOutputs(arguments, plan, layout, isLive: true);
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
    /// <param name="arguments">Takes the options.</param>
    /// <param name="source">The probed file.</param>
    /// <param name="from">The time, from the file's start.</param>
    /// <param name="key">The key frame, where it is known.</param>
    internal static void AddSeek(List<string> arguments, ProbeResult source, long from, long? key = null)
    {
        // The seek only has to land on a key frame before the range; the trim filter is exact. Formats with an index find that
        // key frame; the others estimate a position, so they get a head start.
        var hasIndex = source.IsIndexed || source.Info.Container.StartsWith("matroska", StringComparison.Ordinal) || key is not null;
        var seconds = MediaTime.ToSeconds(Math.Min(from, key ?? from), source.Info.TimeBase) - (hasIndex ? 0.5 : 15);
        if (seconds > 0)
        {
            arguments.AddRange(["-noaccurate_seek", "-ss", seconds.ToString("F6", CultureInfo.InvariantCulture)]);
        }
    }

    private static void AddOutputs(List<string> arguments, DecodePlan plan, DecodeLayout layout, bool isLive = false)
    {
        var source = plan.Source;
        var video = string.Create(CultureInfo.InvariantCulture, $"0:{source.VideoStreamIndex}");
        var behind = (long)(BehindSeconds / source.Info.TimeBase.ToDouble());
        var range = Range(
            "trim",
            "start_pts",
            "end_pts",
            layout.IsSought ? layout.FromPts + layout.StartPts : null,
            layout.IsCut ? layout.ToPts + layout.StartPts + behind : null);
        List<(FrameFormat Format, string Chain)> outputs = [];
        if (layout.AnalysisStream is not null)
        {
            var (width, height) = layout.AnalysisSize;
            var chain = Join(Clock(source, layout, hasMarks: true), range);
            outputs.Add((plan.AnalysisFormat, FilterChains.Video(source, plan.AnalysisFormat, width, height, chain)));
        }

        foreach (var (stills, (width, height)) in plan.Stills.Zip(layout.StillSizes))
        {
            var hasMarks = outputs.Count == 0;
            var selection = Join(Clock(source, layout, hasMarks), range, FilterChains.StillSelection(stills, layout.StartSeconds));
            outputs.Add((stills.Format, FilterChains.Video(source, stills.Format, width, height, selection)));
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
            AddEpochs("-bsf:v", i, source.Info.TimeBase);
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
            var channels = track < source.Info.AudioTracks.Count ? source.Info.AudioTracks[track].Channels : 1;
            arguments.AddRange([Option("-filter:a", i), FilterChains.Audio(AudioRange(source, layout), channels)]);
            AddEpochs("-bsf:a", i, SoundStream.TimeBase);
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
            // A stream that pauses (stills, sound) holds back the others for at most one second of video; a live one not at all.
            "-max_interleave_delta", isLive ? "1" : "1000000", .. isLive ? (string[])["-flush_packets", "1"] : [],
            // ffmpeg keeps what it decodes until every stream has begun: at most this many bytes and packets (MediaDecoder falls back).
            "-muxing_queue_data_threshold", "268435456", "-max_muxing_queue_size", "512",
            "-f", "nut", "pipe:1",
        ]);

        // Of a live source ffmpeg itself mends the steps; a file with a table of all frames is not joined of others.
        void AddEpochs(string option, int stream, Rational timeBase) =>
            arguments.AddRange(isLive || source.IsIndexed ? [] : [Option(option, stream), PipeTime.Packets(timeBase)]);
    }

    private static string Option(string name, int stream) => string.Create(CultureInfo.InvariantCulture, $"{name}:{stream}");

    // Errors count between the marks only; one output tells them.
    private static string Clock(ProbeResult source, DecodeLayout layout, bool hasMarks)
    {
        var (from, to) = hasMarks && layout.IsSought ? (layout.FromPts, layout.ToPts) : (null, hasMarks ? layout.ToPts : null);
        return PipeTime.Pictures(source.Info.TimeBase, from + layout.StartPts, to + layout.StartPts, FilterChains.BareTimes(source));
    }

    private static string Join(params string?[] filters) => string.Join(',', filters.Where(filter => filter is not null));

    private static string? AudioRange(ProbeResult source, DecodeLayout layout)
    {
        // A second more to each side: the exact cut comes behind the resampler.
        string? Seconds(long? pts, double more) => pts is { } value
            ? (MediaTime.ToSeconds(value, source.Info.TimeBase) + layout.StartSeconds + more).ToString("F9", CultureInfo.InvariantCulture)
            : null;
        return Range(
            "atrim",
            "start",
            "end",
            layout.IsSought ? Seconds(layout.FromPts, -1) : null,
            layout.IsCut ? Seconds(layout.ToPts, 1) : null);
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
