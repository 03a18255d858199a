// Stands in for zscale + tonemap where ffmpeg was built without libzimg: a luma curve instead of a colour conversion.
// Method: the code value is turned into light (PQ: SMPTE ST 2084 EOTF, HLG: ARIB STD-B67 inverse OETF with reference white at 0.75 of
// signal), divided by reference white (203 cd/m2, ITU-R BT.2408), compressed with x(1 + x/w^2)/(1 + x) (extended Reinhard, w = 1000/203)
// and encoded with gamma 1/2.4. Chroma is only recentred, so colours keep their hue roughly and their saturation approximately.
// Cost: a table look-up a sample (ffmpeg's lut filter), after scaling.
namespace VideoTools.Engine.Media.Decoding;

internal static class HdrCurve
{
    private const int Segments = 32;
    private const double ReferenceWhite = 203;
    private const double WhitePoint = 1000 / ReferenceWhite;

    /// <summary>An ffmpeg filter that maps 10-bit luma to SDR luma, both on limited range unless the input is full.</summary>
    public static string Filter(bool isPq, bool isFullRange)
    {
        // scale gave limited range already unless the frames were tagged full; then the curve's input is 0..1023.
        var (low, span) = isFullRange ? (0.0, 1023.0) : (64.0, 876.0);
        var expression = new StringBuilder();
        for (var i = 0; i < Segments; i++)
        {
            var (x0, x1) = ((double)i / Segments, (double)(i + 1) / Segments);
            var (y0, y1) = (Map(x0, isPq), Map(x1, isPq));
            var slope = (y1 - y0) / (x1 - x0);
            var from = low + (x0 * span);
            var to = i == Segments - 1 ? 1024 : low + (x1 * span);
            var term = string.Create(
                CultureInfo.InvariantCulture,
                $"{(i > 0 ? "+" : "")}(gte(val,{(i == 0 ? 0 : from):0.###})*lt(val,{to:0.###}))"
                + $"*(64+876*clip({y0:0.######}+{slope:0.######}*((val-{low:0})/{span:0}-{x0:0.######}),0,1))");
            expression.Append(term);
        }

        return $"lutyuv=y='{expression}'";
    }

    /// <summary>Signal 0..1 of an HDR transfer to signal 0..1 of SDR.</summary>
    internal static double Map(double signal, bool isPq)
    {
        var light = (isPq ? PqToNits(signal) : HlgToNits(signal)) / ReferenceWhite;
        var compressed = light * (1 + (light / (WhitePoint * WhitePoint))) / (1 + light);
        return Math.Clamp(Math.Pow(Math.Clamp(compressed, 0, 1), 1 / 2.4), 0, 1);
    }

    private static double PqToNits(double signal)
    {
        const double m1 = 2610.0 / 16384, m2 = 2523.0 / 4096 * 128, c1 = 3424.0 / 4096, c2 = 2413.0 / 4096 * 32, c3 = 2392.0 / 4096 * 32;
        var power = Math.Pow(signal, 1 / m2);
        return 10000 * Math.Pow(Math.Max(power - c1, 0) / (c2 - (c3 * power)), 1 / m1);
    }

    private static double HlgToNits(double signal)
    {
        const double a = 0.17883277, b = 0.28466892, c = 0.55991073;
        var scene = signal <= 0.5 ? signal * signal / 3 : (Math.Exp((signal - c) / a) + b) / 12;
        return 1000 * Math.Pow(scene, 1.2); // System gamma of a 1000 cd/m2 display (ITU-R BT.2100).
    }
}
