using System.Globalization;

namespace VideoTools;

/// <summary>A range of seconds as records print it, "0.50-3.25".</summary>
internal static class TimeRange
{
    /// <summary>The text of a range.</summary>
    public static string Format(double start, double end) => string.Create(CultureInfo.InvariantCulture, $"{start:0.00}-{end:0.00}");

    /// <summary>Reads a range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double start, out double end)
    {
        var dash = text.IndexOf('-');
        end = 0;
        start = 0;
        return dash > 0 && TryParseSeconds(text[..dash], out start) && TryParseSeconds(text[(dash + 1)..], out end);
    }

    // Always two decimals: "7-8" is part of a text.
    private static bool TryParseSeconds(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        return text is [_, .., '.', _, _]
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);
    }
}
