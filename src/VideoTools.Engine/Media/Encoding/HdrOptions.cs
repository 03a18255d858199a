using System.Globalization;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>What encoders are told of the screen that a HDR video was made on; the colours themselves are tagged by ffmpeg.</summary>
internal static class HdrOptions
{
    /// <summary>Options of the encoder; none for what is not HDR, or where it has no such option.</summary>
    public static IEnumerable<string> Of(EncodePlan plan)
    {
        if (!plan.Source.Info.IsHdr || plan.Source.Hdr is not { } hdr)
        {
            return [];
        }

        return plan.Encoder.Name switch
        {
            "libx265" => ["-x265-params", "hdr-opt=1:repeat-headers=1" + Of("master-display", Points(hdr), "max-cll", Light(hdr))],
            "libsvtav1" => ["-svtav1-params", Of("mastering-display", Floats(hdr), "content-light", Light(hdr))[1..]],
            "libx264" => ["-x264-params", Of("mastering-display", Points(hdr), "cll", Light(hdr))[1..]],
            _ => [],
        };
    }

    private static string Of(string display, string? points, string light, string? levels) =>
        (points is null ? "" : $":{display}={points}") + (levels is null ? "" : $":{light}={levels}");

    private static string? Light(HdrMetadata hdr) => hdr.MaximumContentLight is { } most
        ? FormattableString.Invariant($"{most},{hdr.MaximumAverageLight ?? 0}")
        : null;

    // Chromaticities in units of 0.00002, luminances in units of 0.0001 cd/m2, as SMPTE ST 2086 in HEVC has them.
    private static string? Points(HdrMetadata hdr) => Display(hdr, value => ((long)Math.Round(value * 50_000)).ToString(CultureInfo.InvariantCulture),
        value => ((long)Math.Round(value * 10_000)).ToString(CultureInfo.InvariantCulture));

    private static string? Floats(HdrMetadata hdr) => Display(hdr, Text, Text);

    private static string? Display(HdrMetadata hdr, Func<double, string> point, Func<double, string> light) => hdr.Primaries is [var rx, var ry,
        var gx, var gy, var bx, var by, var wx, var wy]
        ? $"G({point(gx)},{point(gy)})B({point(bx)},{point(by)})R({point(rx)},{point(ry)})WP({point(wx)},{point(wy)})"
            + $"L({light(hdr.MaximumLuminance)},{light(hdr.MinimumLuminance)})"
        : null;

    private static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
