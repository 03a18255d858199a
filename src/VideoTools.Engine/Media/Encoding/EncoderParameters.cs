using System.Globalization;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>
/// What goes into an encoder's own list of parameters: the screen that a HDR video was made on (the colours themselves are tagged by
/// ffmpeg), and the threads of encoders that do not listen to ffmpeg's option.
/// </summary>
internal static class EncoderParameters
{
    /// <summary>Options of ffmpeg; none where the encoder has nothing to be told.</summary>
    public static IEnumerable<string> Of(EncodePlan plan)
    {
        var hdr = plan.Source.Info.IsHdr && plan.PixelFormat.Contains("10", StringComparison.Ordinal) ? plan.Source.Hdr : null;
        var (name, parameters) = plan.Encoder.Name switch
        {
            "libx265" => ("-x265-params", (string?[])
            [
                // It talks of itself otherwise, past ffmpeg's own level.
                "log-level=error", Threads("pools", plan), hdr is null ? null : "hdr-opt=1:repeat-headers=1",
                Pair("master-display", Points(hdr)), Pair("max-cll", Light(hdr)),
            ]),
            "libsvtav1" => ("-svtav1-params",
                [Threads("lp", plan), Pair("mastering-display", Floats(hdr)), Pair("content-light", Light(hdr))]),
            "libx264" => ("-x264-params", [Pair("mastering-display", Points(hdr)), Pair("cll", Light(hdr))]),
            _ => ("", Array.Empty<string?>()),
        };
        var text = string.Join(':', parameters.OfType<string>());
        return text.Length > 0 ? [name, text] : [];
    }

    private static string? Threads(string name, EncodePlan plan) =>
        plan.Threads > 0 ? FormattableString.Invariant($"{name}={plan.Threads}") : null;

    private static string? Pair(string name, string? value) => value is null ? null : $"{name}={value}";

    private static string? Light(HdrMetadata? hdr) => hdr?.MaximumContentLight is { } most
        ? FormattableString.Invariant($"{most},{hdr!.MaximumAverageLight ?? 0}")
        : null;

    // Chromaticities in units of 0.00002, luminances in units of 0.0001 cd/m2, as SMPTE ST 2086 in HEVC has them.
    private static string? Points(HdrMetadata? hdr) => Display(hdr, value => Whole(value * 50_000), value => Whole(value * 10_000));

    private static string? Floats(HdrMetadata? hdr) => Display(hdr, Text, Text);

    private static string? Display(HdrMetadata? hdr, Func<double, string> point, Func<double, string> light) =>
        hdr?.Primaries is [var rx, var ry, var gx, var gy, var bx, var by, var wx, var wy]
        ? $"G({point(gx)},{point(gy)})B({point(bx)},{point(by)})R({point(rx)},{point(ry)})WP({point(wx)},{point(wy)})"
            + $"L({light(hdr.MaximumLuminance)},{light(hdr.MinimumLuminance)})"
        : null;

    private static string Whole(double value) => ((long)Math.Round(value)).ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
