namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Fields of ffprobe's JSON: it writes some numbers as numbers, others as text, and leaves out or writes "N/A" what it does not know.
/// </summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static long? Long(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number : null,
            JsonValueKind.String => long.TryParse(
                value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
    }

    public static double? Double(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind is JsonValueKind.Number ? value.GetRawText()
            : value.ValueKind is JsonValueKind.String ? value.GetString()
            : null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    public static Rational? Rational(this JsonElement element, string name) =>
        VideoTools.Rational.TryParse(element.Text(name), out var value) && value.Numerator > 0 ? value : null;
}
