using System.Globalization;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>
/// How encoders are told quality and speed. Names of presets are those of x264, whichever encoder; its own are taken, too.
/// </summary>
internal static class EncoderFamily
{
    private static readonly string[] Presets =
        ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];

    private static readonly (string Name, string Codec)[] Known =
    [
        ("libx264", "h264"), ("libx265", "hevc"), ("libsvtav1", "av1"), ("libaom-av1", "av1"), ("librav1e", "av1"), ("libvpx-vp9", "vp9"),
        ("h264_nvenc", "h264"), ("hevc_nvenc", "hevc"), ("av1_nvenc", "av1"),
        ("h264_qsv", "h264"), ("hevc_qsv", "hevc"), ("av1_qsv", "av1"),
        ("h264_vaapi", "h264"), ("hevc_vaapi", "hevc"), ("av1_vaapi", "av1"),
        ("h264_amf", "h264"), ("hevc_amf", "hevc"), ("av1_amf", "av1"),
        ("h264_videotoolbox", "h264"), ("hevc_videotoolbox", "hevc"),
    ];

    /// <summary>Names of the encoders that videos are written with, best known first.</summary>
    public static IEnumerable<string> Names => Known.Select(encoder => encoder.Name);

    /// <summary>What an encoder writes; null for one that is not used here.</summary>
    public static string? CodecOf(string name) => Array.Find(Known, encoder => encoder.Name == name).Codec;

    /// <summary>Options of quality and speed.</summary>
    public static IEnumerable<string> Quality(string name, int crf, string preset)
    {
        var quality = crf.ToString(CultureInfo.InvariantCulture);
        var step = Array.IndexOf(Presets, preset.ToLowerInvariant());
        string Own(Func<int, string> of) => step < 0 ? preset : of(step);
        string Vpx(int of) => Number((9 - of) / 2);
        string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
        return name switch
        {
            "libx264" or "libx265" => ["-crf", quality, "-preset", preset],
            "libsvtav1" => ["-crf", quality, "-preset", Own(i => Number(13 - i))],
            "libaom-av1" => ["-crf", quality, "-b:v", "0", "-row-mt", "1", "-cpu-used", Own(i => Number(8 - i))],
            "librav1e" => ["-qp", Number(Math.Min(255, crf * 4)), "-speed", Own(i => Number(10 - i))],
            "libvpx-vp9" => ["-crf", quality, "-b:v", "0", "-row-mt", "1", "-deadline", "good", "-cpu-used", Own(Vpx)],
            _ when Is("_nvenc") => ["-rc", "vbr", "-cq", quality, "-b:v", "0", "-preset", Own(i => "p" + Number(Math.Min(7, i + 1)))],
            _ when Is("_qsv") => ["-global_quality", quality, "-preset", Own(i => Presets[Math.Max(2, i)])],
            _ when Is("_vaapi") => ["-rc_mode", "CQP", "-qp", quality],
            _ when Is("_amf") => ["-rc", "cqp", "-qp_i", quality, "-qp_p", quality],
            _ when Is("_videotoolbox") => ["-q:v", Number(Math.Clamp(100 - (2 * crf), 1, 100))],
            _ => [],
        };

        bool Is(string family) => name.EndsWith(family, StringComparison.Ordinal);
    }
}
