using System.Text.Json;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>The screen a HDR video was made on (SMPTE ST 2086) and how bright it gets (CTA-861.3), as far as the file says.</summary>
/// <param name="Primaries">x and y of red, green, blue and white; null when it does not say.</param>
/// <param name="MinimumLuminance">Darkest, in cd/m2.</param>
/// <param name="MaximumLuminance">Brightest, in cd/m2.</param>
/// <param name="MaximumContentLight">Brightest pixel in cd/m2.</param>
/// <param name="MaximumAverageLight">Brightest average of a frame in cd/m2.</param>
internal sealed record HdrMetadata(
    IReadOnlyList<double>? Primaries,
    double MinimumLuminance,
    double MaximumLuminance,
    long? MaximumContentLight,
    long? MaximumAverageLight)
{
    /// <summary>Reads ffprobe's side data of a stream or frame; null where it has none of this.</summary>
    public static HdrMetadata? Parse(JsonElement streamOrFrame)
    {
        if (streamOrFrame.ValueKind != JsonValueKind.Object || !streamOrFrame.TryGetProperty("side_data_list", out var list))
        {
            return null;
        }

        HdrMetadata? found = null;
        foreach (var item in list.EnumerateArray())
        {
            switch (item.Text("side_data_type"))
            {
                case "Mastering display metadata":
                    double?[] points =
                    [
                        Value(item, "red_x"), Value(item, "red_y"), Value(item, "green_x"), Value(item, "green_y"),
                        Value(item, "blue_x"), Value(item, "blue_y"), Value(item, "white_point_x"), Value(item, "white_point_y"),
                    ];
                    found = (found ?? new HdrMetadata(null, 0, 0, null, null)) with
                    {
                        Primaries = points.Contains(null) ? null : [.. points.Select(point => point!.Value)],
                        MinimumLuminance = Value(item, "min_luminance") ?? 0,
                        MaximumLuminance = Value(item, "max_luminance") ?? 0,
                    };
                    break;
                case "Content light level metadata":
                    found = (found ?? new HdrMetadata(null, 0, 0, null, null)) with
                    {
                        MaximumContentLight = item.Long("max_content"),
                        MaximumAverageLight = item.Long("max_average"),
                    };
                    break;
            }
        }

        return found;
    }

    private static double? Value(JsonElement item, string name) => item.Rational(name)?.ToDouble() ?? item.Double(name);
}
