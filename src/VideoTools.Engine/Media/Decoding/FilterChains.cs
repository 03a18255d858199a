namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// The filters that turn a stored picture into what analyzers see: upright, square pixels, SDR, limited range, 8 bit, small. The order
/// is chosen for cost: select first, then scale (the only step at full size; it settles the pixel aspect by its target and converts
/// format and range in the same pass), then everything else on the small picture.
/// </summary>
internal static class FilterChains
{
    /// <summary>Quality of JPEG files on ffmpeg's scale of 2 (best) to 31: at 320 pixels about 15 kB without visible blocks.</summary>
    public const string JpegQuality = "5";

    /// <summary>Filters of one video output.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="format">Layout wanted.</param>
    /// <param name="width">Width of the upright picture.</param>
    /// <param name="height">Height of the upright picture.</param>
    /// <param name="selection">Filters that drop frames, null for none.</param>
    public static string Video(ProbeResult source, FrameFormat format, int width, int height, string? selection)
    {
        var (storedWidth, storedHeight) = source.Info.Rotation is 90 or 270 ? (height, width) : (width, height);
        var chain = new StringBuilder(selection);
        if (chain.Length > 0)
        {
            chain.Append(',');
        }

        // Two fields show two moments. A picture of at most half the height loses nothing by taking one of them, and a cut between the
        // fields of a frame does not blur. Dropping lines costs nothing.
        if (source.IsInterlaced && 2 * storedHeight <= source.Info.CodedHeight)
        {
            chain.Append("field=top,");
        }

        // Area averages every source pixel: no aliasing at 6:1, and cheaper than bicubic there.
        chain.Append(CultureInfo.InvariantCulture, $"scale={storedWidth}:{storedHeight}:flags=area");
        var rotation = Rotation(source);
        if (source.HasAlpha)
        {
            // As players show it: on black, which is what is left when the colours are weighed with the opacity.
            chain.Append(",format=gbrap,premultiply=inplace=1,format=gbrp,scale=out_range=")
                .Append(format == FrameFormat.Rgb24 ? "pc" : "tv")
                .Append(',').Append(Format(format));
        }
        else if (source.Info.IsHdr)
        {
            chain.Append(",format=yuv420p10le,").Append(ToneMap(source)).Append(',').Append(Format(format));
        }
        else
        {
            chain.Append(format == FrameFormat.Rgb24 ? "" : ":out_range=tv").Append(',').Append(Format(format));
        }

        if (rotation.Length > 0)
        {
            chain.Append(',').Append(rotation);
        }

        if (format == FrameFormat.Gray8)
        {
            // The luma plane as it is: ffmpeg's own grey conversion would stretch it to full range.
            chain.Append(",extractplanes=y");
        }

        if (format == FrameFormat.Jpeg)
        {
            // JPEG samples have the full range; all other frames the limited one.
            chain.Append(",scale=in_range=tv:out_range=pc,format=yuvj420p");
        }

        return chain.Append(",setsar=1").ToString();
    }

    /// <summary>
    /// The time of a bare stream's frames: its first frame is at 0, whatever the order of decoding is, and all are a multiple of half a
    /// frame (a field) apart, which ffmpeg rounds to microseconds. Null for other files.
    /// </summary>
    public static string? BareTimes(ProbeResult source)
    {
        var half = Math.Max(1, FrameRates.NominalFrame(source) / 2);
        return source.IsBareStream ? string.Create(CultureInfo.InvariantCulture, $"round((PTS-STARTPTS)/{half})*{half}") : null;
    }

    /// <summary>
    /// Filters of the sound output: 16 kHz, one channel of one and two of more (<see cref="ChannelMixer"/> makes one of them). Its time
    /// stamps stay its own; <see cref="Times.SoundStream"/> fills gaps.
    /// </summary>
    public static string Audio(string? selection, int channels) =>
        Times.PipeTime.Sound + "," + (selection is null ? "" : selection + ",")
        + "aresample=16000,aformat=sample_fmts=s16:channel_layouts="
        + (channels > 1 ? "stereo" : "mono");

    /// <summary>
    /// Picks key frames, or the first frame at or after each multiple of an interval (in seconds from the file's start), and the very
    /// first one: a stream that begins late would hold back all others.
    /// </summary>
    public static string? StillSelection(StillSelection stills, double startSeconds) =>
        stills.IsKeyFrames ? "select='isnan(prev_selected_t)+key'" : StillSelection(stills.Interval, startSeconds);

    /// <summary>
    /// Picks the first frame at or after each multiple of an interval (in seconds from the file's start), and the very first one.
    /// </summary>
    public static string? StillSelection(double interval, double startSeconds)
    {
        if (interval <= 0)
        {
            return null;
        }

        // A microsecond of tolerance: t is a rounded product, and 0.99999999 must count as 1.
        var step = interval.ToString("R", CultureInfo.InvariantCulture);
        var shift = (1e-6 - startSeconds).ToString("F6", CultureInfo.InvariantCulture);
        return $"select='isnan(prev_selected_t)+gt(floor((t+({shift}))/{step}),floor((prev_selected_t+({shift}))/{step}))'";
    }

    private static string Format(FrameFormat format) => format == FrameFormat.Rgb24 ? "format=rgb24" : "format=yuv420p";

    private static string Rotation(ProbeResult source) => (source.Info.Rotation, source.IsMirrored) switch
    {
        (90, false) => "transpose=clock",
        (180, false) => "hflip,vflip",
        (270, false) => "transpose=cclock",
        (0, true) => "vflip",
        (90, true) => "transpose=cclock_flip",
        (180, true) => "hflip",
        (270, true) => "transpose=clock_flip",
        _ => "",
    };

    private static string ToneMap(ProbeResult source)
    {
        // HLG and PQ to SDR: linear light with reference white at 203 cd/m2 (ITU-R BT.2408), highlights rolled off (Hable), BT.709.
        if (source.Build.HasZscale)
        {
            // Untagged primaries and matrix would make zscale fail, so the input is named.
            return $"zscale=tin={source.Info.ColorTransfer}:pin=bt2020:min=bt2020nc:rin={(source.IsFullRange ? "full" : "limited")}"
                + ":t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=limited";
        }

        return HdrCurve.Filter(source.Info.ColorTransfer == "smpte2084", source.IsFullRange);
    }
}
