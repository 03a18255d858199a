// Limited-range YUV (Y 16..235, chroma 16..240 around 128) to 8-bit RGB, ITU-R BT.709-6 and BT.601-7.
// The decoder keeps the video's own matrix; files seldom name it, so the players' rule decides: BT.709 from 720 lines (or 1280
// columns) upwards, BT.601 below. The conversion is linear, so the mean of a picture may be taken before it.
namespace VideoTools.Engine.Imaging;

/// <summary>Converts single colours.</summary>
internal static class YuvColor
{
    /// <summary>True when a video of this stored size is taken for BT.709.</summary>
    public static bool IsBt709(int codedWidth, int codedHeight) =>
        Math.Min(codedWidth, codedHeight) >= 720 || Math.Max(codedWidth, codedHeight) >= 1280;

    /// <summary>Red, green and blue, 0 to 255, rounded to nearest.</summary>
    public static (byte R, byte G, byte B) ToRgb(double y, double u, double v, bool bt709)
    {
        var (kr, kb) = bt709 ? (0.2126, 0.0722) : (0.299, 0.114);
        var kg = 1 - kr - kb;
        var luma = (y - 16) / 219;
        var blueDifference = (u - 128) / 224;
        var redDifference = (v - 128) / 224;
        var red = luma + (2 * (1 - kr) * redDifference);
        var blue = luma + (2 * (1 - kb) * blueDifference);
        var green = (luma - (kr * red) - (kb * blue)) / kg;
        return (ToByte(red), ToByte(green), ToByte(blue));
    }

    /// <summary>Limited-range luma as brightness, 0 (black) to 255 (white).</summary>
    public static double ToBrightness(double luma) => Math.Clamp((luma - 16) * 255 / 219, 0, 255);

    /// <summary>"#RRGGBB".</summary>
    public static string ToHex((byte R, byte G, byte B) color) =>
        FormattableString.Invariant($"#{color.R:X2}{color.G:X2}{color.B:X2}");

    private static byte ToByte(double value) => (byte)Math.Clamp(Math.Round(value * 255, MidpointRounding.AwayFromZero), 0, 255);
}
