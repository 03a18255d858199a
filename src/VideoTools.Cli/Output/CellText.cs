using System.Globalization;

namespace VideoTools.Cli.Output;

/// <summary>Values as text, the same in every culture.</summary>
internal static class CellText
{
    /// <summary>As PowerShell's Export-Csv writes a value in the invariant culture: exact, lists joined with ";"; null is empty. Moments are ISO 8601.</summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFK", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>As a person reads it in a table: times to the millisecond, numbers to two places, files without their folder.</summary>
    public static string Short(string column, object? value) => value switch
    {
        TimeSpan time => TimeText.Format(time),
        double number => number.ToString("0.00", CultureInfo.InvariantCulture),
        string path when column == "FullName" => Path.GetFileName(path),
        _ => Exact(value),
    };
}
