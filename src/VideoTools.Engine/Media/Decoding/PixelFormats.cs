using System.Text.RegularExpressions;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the name of an ffmpeg pixel format says.</summary>
internal static partial class PixelFormats
{
    /// <summary>Bits of one sample: from the name (yuv420p10le, p010le, gray12be), else as the stream says, else 8.</summary>
    public static int BitDepth(string? pixelFormat, long? rawBits)
    {
        var name = pixelFormat ?? "";
        var match = DepthPattern().Match(name);
        if (match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            return bits;
        }

        return name switch
        {
            _ when name.StartsWith("rgb48", StringComparison.Ordinal) || name.StartsWith("bgr48", StringComparison.Ordinal) => 16,
            _ when name.StartsWith("rgba64", StringComparison.Ordinal) || name.StartsWith("bgra64", StringComparison.Ordinal) => 16,
            _ when name.StartsWith("x2rgb10", StringComparison.Ordinal) || name.StartsWith("x2bgr10", StringComparison.Ordinal) => 10,
            _ when name.StartsWith("v210", StringComparison.Ordinal) => 10,
            _ => rawBits is > 0 and <= 32 && name.Length == 0 ? (int)rawBits.Value : 8,
        };
    }

    /// <summary>True for formats with an alpha channel (rgba, yuva420p, gbrap12le, ya8); a palette may hold one.</summary>
    public static bool HasAlpha(string? pixelFormat) => AlphaPattern().IsMatch(pixelFormat ?? "");

    [GeneratedRegex(@"^(rgba|bgra|argb|abgr|yuva|gbrap|ya\d|ayuv|vuya|pal8)")]
    private static partial Regex AlphaPattern();

    // Planar names end in p<bits>, semi-planar are p0<bits> or p2<bits>, grey is gray<bits>, xyz12.
    [GeneratedRegex(@"(?:p|^p0|^p2|^p4|^gray|^xyz|^ya|^gbrp|^gbrap|^yuva?\d{3}p)(9|10|12|14|16)(?:le|be)?$")]
    private static partial Regex DepthPattern();
}
