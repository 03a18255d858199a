using System.Globalization;

namespace VideoTools;

/// <summary>Times as people type them and read them, the same in every culture.</summary>
public static class TimeText
{
    /// <summary>Seconds that still fit a TimeSpan with room for sums.</summary>
    private const double MaximumSeconds = 1e11;

    /// <summary>Short text with milliseconds: "00:01:02.500", from a day on "1.00:01:02.500".</summary>
    public static string Format(TimeSpan time)
    {
        var sign = time < TimeSpan.Zero ? "-" : "";
        return sign + time.ToString(time.Days == 0 ? @"hh\:mm\:ss\.fff" : @"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
    }

    /// <summary>A moment in UTC with milliseconds: "2026-01-31T23:59:59.123Z".</summary>
    public static string FormatClock(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads seconds ("62.5", "62,5") or a clock time with all three parts ("00:01:02.5", "1.00:01:02.5" with days).
    /// "1:30" is refused: it is one and a half minutes to some and one and a half hours to others.
    /// </summary>
    /// <param name="text">The time.</param>
    /// <param name="value">The time to the nearest 100 ns; zero when the result is false.</param>
    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        if (text is null || !text.Contains(':', StringComparison.Ordinal))
        {
            return NumberText.TryParse(text, out var seconds) && TryFromSeconds(seconds, out value);
        }

        var parts = text.Trim().Split(':');
        return parts.Length == 3
            && NumberText.TryNormalize(parts[2], out parts[2])
            && TimeSpan.TryParse(string.Join(':', parts).Replace('\u2212', '-'), CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Seconds as a TimeSpan, rounded to the nearest 100 ns; false for values that are not finite or beyond 3000 years.</summary>
    public static bool TryFromSeconds(double seconds, out TimeSpan value)
    {
        value = default;
        if (!double.IsFinite(seconds) || Math.Abs(seconds) > MaximumSeconds)
        {
            return false;
        }

        value = new TimeSpan((long)Math.Round((decimal)seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
