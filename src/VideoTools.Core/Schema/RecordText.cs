using System.Globalization;
using System.Reflection;

namespace VideoTools;

/// <summary>Values of columns as text, the same in every culture.</summary>
public static class RecordText
{
    private const string DateTimeFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFK";
    private const string IsoFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>
    /// As PowerShell's Export-Csv writes a value in the invariant culture: exact, lists joined with ";"; null is empty. Moments are
    /// ISO 8601.
    /// </summary>
    public static string Format(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString(MomentFormat, CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A text as a cell of a CSV file (RFC 4180), in quotes, with quotation marks doubled.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>Reads what <see cref="Format"/> or a shell of any culture wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">Type of the value, not nullable: a number, bool, enum, time, moment, or one with a TryParse of its own.</param>
    /// <returns>The value; null when the text is none.</returns>
    public static object? Parse(string text, Type type)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type == typeof(double) => NumberText.TryParse(text, out var number) ? number : text == "NaN" ? double.NaN : null,
            _ when type == typeof(long) => ParseWhole(text),
            _ when type == typeof(int) => ParseWhole(text) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : null,
            _ when type == typeof(TimeSpan) => TimeText.TryParse(text, out var time) ? time : null,
            _ when type == typeof(DateTimeOffset) => ParseMoment(text),
            _ when type == typeof(DateTime) => ParseMoment(text)?.DateTime,

            // By name only: a number in a text says nothing about what its writer meant.
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var name) && Enum.IsDefined(type, name)
                && !char.IsAsciiDigit(text[0]) ? name : null,
            _ => ParseByMethod(text, type),
        };
    }

    /// <summary>
    /// The texts of a list that were joined with ";". A value may hold a semicolon itself: a piece that is no value goes on with the one
    /// before it where the two make one, otherwise with the next.
    /// </summary>
    /// <param name="text">The values, joined.</param>
    /// <param name="type">Type of a value.</param>
    internal static IEnumerable<string> Split(string text, Type type)
    {
        string? current = null;
        foreach (var piece in text.Split(';'))
        {
            if (current is null)
            {
                current = piece;
            }
            else if (IsValue(current) && (IsValue(piece) || !IsValue(current + ";" + piece)))
            {
                yield return current;
                current = piece;
            }
            else
            {
                current += ";" + piece;
            }
        }

        yield return current!;

        bool IsValue(string part) => ParserOf(type) is null || Parse(part, type) is not null;
    }

    /// <summary>The TryParse of a type from elsewhere than the framework; null when it has none.</summary>
    internal static MethodInfo? ParserOf(Type type) => type.Assembly == typeof(object).Assembly
        ? null
        : type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()]);

    /// <summary>True for a moment with its offset: what a shell printed in its culture is none.</summary>
    internal static bool IsMoment(object? value) =>
        RecordValue.Plain(value) switch { DateTimeOffset => true, string text => ParseMoment(text) is not null, _ => false };

    // A count may be written with decimals by a spreadsheet ("12,0"), but never with a part of one.
    private static long? ParseWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : NumberText.TryParse(text, out var number) && number == Math.Floor(number) && Math.Abs(number) < 9e15 ? (long)number
        : null;

    // ISO 8601 only: "01/02/2024" does not say on which day.
    private static DateTimeOffset? ParseMoment(string text) =>
        DateTimeOffset.TryParseExact(text, IsoFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static object? ParseByMethod(string text, Type type)
    {
        object?[] arguments = [text, null];
        return ParserOf(type)?.Invoke(null, arguments) is true ? arguments[1] : null;
    }
}
