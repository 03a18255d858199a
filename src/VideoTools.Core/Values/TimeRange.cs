using System.Globalization;

namespace VideoTools;

/// <summary>A range of seconds as records print it, "0.50-3.25".</summary>
internal static class TimeRange
{
    /// <summary>The text of a range.</summary>
    public static string Format(double start, double end) => Text(start) + "-" + Text(end);

    /// <summary>Reads a range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double start, out double end)
    {
        var dash = text.IndexOf('-');
        end = 0;
        start = 0;
        return dash > 0 && TryParseSeconds(text[..dash], out start) && TryParseSeconds(text[(dash + 1)..], out end);
    }

    // All digits, so that what was text reads back as it was; at least two decimals.
    private static string Text(double seconds)
    {
        var exact = seconds.ToString("R", CultureInfo.InvariantCulture);
        var text = exact.Contains('E', StringComparison.Ordinal)
            ? seconds.ToString("0.00#############", CultureInfo.InvariantCulture)
            : exact;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? text + ".00" : point == text.Length - 2 ? text + "0" : text;
    }

    // Two decimals or more: "7-8" is part of a text.
    private static bool TryParseSeconds(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        return text.IndexOf('.') is > 0 and var point && text.Length - point > 2
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);
    }
}
