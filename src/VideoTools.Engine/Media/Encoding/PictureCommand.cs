// Method: the decoder is led to a key frame before the first time, as for a range; a filter lets exactly the wanted frames through, by
// their PTS, before anything is scaled; they are turned upright, made square and SDR by the filters that all frames go through, at full
// size. JPEG and WebP hold BT.601, so what was BT.709 is converted: a picture viewer knows nothing of the video.
// JPEG quality: the usual scale's factor (200 - 2 q percent of the standard tables from 50 up, 5000 / q below) is the encoder's
// quantizer / 8; its finest is 1.
// Cost: decoding from the key frame to the last time, and the encoder.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>The ffmpeg command line that reads pictures.</summary>
internal static class PictureCommand
{
    private const int FinestQuantizer = 1, CoarsestQuantizer = 31;

    /// <summary>Size of the files' pictures.</summary>
    public static (int Width, int Height) FullSize(ProbeResult source) => (source.Info.Width, source.Info.Height);

    /// <summary>Size of the small ones.</summary>
    public static (int Width, int Height) TileSize(PicturePlan plan) =>
        AnalysisSize.Fit(plan.Source.Info.Width, plan.Source.Info.Height, plan.TileSide);

    /// <summary>Units of time to each side in which a frame still counts as the one that is meant.</summary>
    public static long Tolerance(ProbeResult source)
    {
        var unit = source.Info.TimeBase;
        return source.Info.FrameRate is not { Numerator: > 0 } rate ? 0
            : (long)Math.Clamp((decimal)rate.Denominator * unit.Denominator / rate.Numerator / unit.Numerator / 2, 0, int.MaxValue);
    }

    /// <summary>The command line.</summary>
    /// <param name="plan">What to read.</param>
    /// <param name="layout">How the pipe counts time.</param>
    /// <param name="headStart">Seconds before the first time that the decoder is led to.</param>
    public static IReadOnlyList<string> Build(PicturePlan plan, DecodeLayout layout, int headStart)
    {
        var (source, times) = (plan.Source, plan.Times);
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "repeat+level+error", "-filter_threads", "1", "-max_error_rate", "1",
        ];
        if (plan.Threads > 0)
        {
            arguments.AddRange(["-threads", plan.Threads.ToString(CultureInfo.InvariantCulture)]);
        }

        arguments.AddRange(InputSafety.InputOptions);
        arguments.AddRange(["-noautorotate", "-copyts", "-itsoffset", "0.000001"]);
        if (plan.Numbers is not null)
        {
            // One count of frames, however often the pictures change their size: it begins anew with the filters.
            arguments.AddRange(["-reinit_filter", "0"]);
        }
        else if (!source.IsBareStream)
        {
            DecoderArguments.AddSeek(arguments, source, times[0] - MediaTime.ToPts(TimeSpan.FromSeconds(headStart), source.Info.TimeBase));
        }

        arguments.AddRange(["-i", InputSafety.Url(source.Info.FullName)]);
        var video = FormattableString.Invariant($"0:{source.VideoStreamIndex}");
        var selection = Selection(plan, layout);
        foreach (var (number, options) in Outputs(plan, selection).Index())
        {
            arguments.AddRange(["-map", video]);
            arguments.AddRange(options.Select((option, i) => i % 2 == 0 ? FormattableString.Invariant($"{option}:{number}") : option));
        }

        arguments.AddRange(source.Build.HasFpsMode ? ["-fps_mode", "passthrough"] : ["-vsync", "passthrough"]);
        arguments.AddRange(
        [
            "-enc_time_base:v", FormattableString.Invariant($"{source.Info.TimeBase.Numerator}:{source.Info.TimeBase.Denominator}"),
            "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-avoid_negative_ts", "disabled",
            "-output_ts_offset", layout.OffsetSeconds.ToString(CultureInfo.InvariantCulture),
            "-f", "nut", "pipe:1",
        ]);
        return arguments;
    }

    /// <summary>The encoder's quantizer for a quality of 1 to 100.</summary>
    public static int Quantizer(int quality)
    {
        var percent = quality >= 50 ? 200 - (2 * quality) : 5000 / quality;
        return (int)Math.Clamp(Math.Round(8 * percent / 100.0), FinestQuantizer, CoarsestQuantizer);
    }

    // Options in pairs; each gets the number of its output.
    private static IEnumerable<string[]> Outputs(PicturePlan plan, string selection)
    {
        var source = plan.Source;
        if (plan.Format is { } format)
        {
            var (width, height) = FullSize(source);
            var chain = FilterChains.Video(source, FrameFormat.Yuv420P, width, height, selection) + "," + Conversion(source, format);
            string[] filter = ["-filter:v", chain];
            yield return format switch
            {
                PictureFormat.Png => [.. filter, "-c:v", "png", "-pred:v", "mixed"],

                // NUT knows no tag for it; what is in the packet is the file.
                PictureFormat.Webp =>
                [
                    .. filter, "-c:v", "libwebp", "-tag:v", "WEBP", "-quality:v", plan.Quality.ToString(CultureInfo.InvariantCulture),
                ],
                _ =>
                [
                    .. filter, "-c:v", "mjpeg", "-qmin:v", "1", "-q:v", Quantizer(plan.Quality).ToString(CultureInfo.InvariantCulture),
                    "-threads:v", "1", "-flags:v", "+bitexact",
                ],
            };
        }

        if (plan.TileSide > 0)
        {
            var (width, height) = TileSize(plan);
            yield return ["-filter:v", FilterChains.Video(source, FrameFormat.Rgb24, width, height, selection), "-c:v", "rawvideo"];
        }
    }

    private static string Selection(PicturePlan plan, DecodeLayout layout)
    {
        if (plan.Numbers is { } numbers)
        {
            var counted = string.Join('+', numbers.Select(number => FormattableString.Invariant($"eq(n,{number})")));
            return FormattableString.Invariant($"setpts='N+{layout.StartPts}',select='{counted}'");
        }

        var around = Tolerance(plan.Source);
        var wanted = plan.Times.Select(time => FormattableString.Invariant(
            $"between(pts,{time + layout.StartPts - around},{time + layout.StartPts + around})"));
        var (start, end) = (plan.Times[0] + layout.StartPts - around, plan.Times[^1] + layout.StartPts + around + 1);
        var own = FilterChains.BareTimes(plan.Source) is { } times ? $"setpts='{times}'," : "";
        return FormattableString.Invariant($"{own}trim=start_pts={start}:end_pts={end},select='{string.Join('+', wanted)}'");
    }

    private static string Conversion(ProbeResult source, PictureFormat format)
    {
        // What the chain before gives out: limited range, the video's own matrix (players' rule), or what a conversion made of it.
        var info = source.Info;
        var isBt709 = info.IsHdr || (!OutputColor.IsRgb(source) && YuvColor.IsBt709(info.CodedWidth, info.CodedHeight));
        var matrix = isBt709 ? "bt709" : "bt601";
        const string Exact = "flags=bicubic+accurate_rnd+full_chroma_int";
        return format switch
        {
            PictureFormat.Png => $"scale=in_range=tv:in_color_matrix={matrix}:{Exact},format=rgb24",
            PictureFormat.Webp => $"scale=in_range=tv:out_range=tv:in_color_matrix={matrix}:out_color_matrix=bt601:{Exact},format=yuv420p",
            _ => $"scale=in_range=tv:out_range=pc:in_color_matrix={matrix}:out_color_matrix=bt601:{Exact},format=yuvj420p",
        };
    }
}
