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

    /// <summary>Bytes of one pixel in memory, all planes together; 8 for a format that is not known.</summary>
    public static double BytesPerPixel(string? pixelFormat)
    {
        var name = pixelFormat ?? "";
        if (name.Contains("f32", StringComparison.Ordinal))
        {
            return name.StartsWith("gray", StringComparison.Ordinal) ? 4 : 16;
        }

        var samples = name switch
        {
            _ when name.Contains("a64", StringComparison.Ordinal) || name.Contains("f16", StringComparison.Ordinal) => 4.0,
            _ when name.Contains("48", StringComparison.Ordinal) => 3,
            _ when name.StartsWith("gbrap", StringComparison.Ordinal) || name.StartsWith("yuva444", StringComparison.Ordinal) => 4,
            _ when name.StartsWith("yuva422", StringComparison.Ordinal) => 3,
            _ when name.StartsWith("yuva420", StringComparison.Ordinal) => 2.5,
            _ when name.StartsWith("gbr", StringComparison.Ordinal) || name.Contains("444", StringComparison.Ordinal)
                || name.StartsWith("p41", StringComparison.Ordinal) || name.StartsWith("nv24", StringComparison.Ordinal)
                || name.StartsWith("xyz", StringComparison.Ordinal) || name is "rgb24" or "bgr24" => 3,
            _ when name.Contains("42", StringComparison.Ordinal) && !name.Contains("420", StringComparison.Ordinal)
                || name.Contains("440", StringComparison.Ordinal) || name.StartsWith("p21", StringComparison.Ordinal)
                || name.StartsWith("nv16", StringComparison.Ordinal) || name.StartsWith("nv20", StringComparison.Ordinal)
                || name.StartsWith("ya", StringComparison.Ordinal) => 2,
            _ when name.Contains("420", StringComparison.Ordinal) || name.Contains("41", StringComparison.Ordinal)
                || name.StartsWith("nv", StringComparison.Ordinal) || name.StartsWith("p01", StringComparison.Ordinal) => 1.5,
            _ when name.StartsWith("gray", StringComparison.Ordinal) || name.StartsWith("mono", StringComparison.Ordinal)
                || name == "pal8" => 1,
            _ when name.Length == 4 && name.IndexOfAny(['r', 'g', 'b']) >= 0 => 4,
            _ => 8,
        };
        var isWide = BitDepth(name, null) > 8 || name.Contains("64", StringComparison.Ordinal)
            || name.Contains("f16", StringComparison.Ordinal);
        return isWide ? 2 * samples : samples;
    }

    // Planar names end in p<bits>, semi-planar are p0<bits> or p2<bits>, grey is gray<bits>, xyz12.
    [GeneratedRegex(@"(?:p|^p0|^p2|^p4|^gray|^xyz|^ya|^gbrp|^gbrap|^yuva?\d{3}p)(9|10|12|14|16)(?:le|be)?$")]
    private static partial Regex DepthPattern();
}
