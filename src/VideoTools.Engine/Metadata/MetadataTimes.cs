// Method: moments are ISO 8601 (without an offset: UTC), seconds, milli- or microseconds since 1970, yyyymmdd (yt-dlp), RFC 1123,
// Twitter's "Wed May 01 18:30:00 +0000 2024", year/month/day, or day.month.year as German spreadsheets write it. 01/02/2024 is refused: it
// is January to some and February to others. Lengths are seconds, h:mm:ss or ISO 8601 ("PT1M2S"). Units: seconds. Cost: linear.
using System.Xml;

namespace VideoTools.Engine.Metadata;

/// <summary>Reads moments and lengths of metadata. False for what is none; nothing at all is null and true.</summary>
internal static class MetadataTimes
{
    /// <summary>More seconds since 1970 than this (the year 5138) are milliseconds.</summary>
    private const double MaximumSeconds = 1e11;

    private static readonly string[] Formats =
    [
        "yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss 'UTC'",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:sszzz",
        "yyyyMMddTHHmmssK", "yyyyMMddTHHmmss", "yyyy/MM/dd", "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "ddd MMM dd HH:mm:ss zzz yyyy", "ddd MMM d HH:mm:ss zzz yyyy", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, dd MMM yyyy HH:mm:ss zzz", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy",
        "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss zzz", "d.M.yyyy HH:mm",
    ];

    /// <summary>A moment, in UTC.</summary>
    public static bool TryMoment(object? value, out DateTimeOffset? moment)
    {
        moment = null;
        if (MetadataNumbers.IsNothing(value))
        {
            return true;
        }

        if (value is DateTimeOffset given)
        {
            moment = given.ToUniversalTime();
            return true;
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        if (DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed))
        {
            moment = parsed;
            return true;
        }

        if (!MetadataNumbers.TryNumber(value, out var number) || number is not { } seconds)
        {
            return false;
        }

        for (var unit = 0; unit < 2 && Math.Abs(seconds) > MaximumSeconds; unit++)
        {
            seconds /= 1000;
        }

        if (Math.Abs(seconds) > MaximumSeconds)
        {
            return false;
        }

        moment = DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000));
        return true;
    }

    /// <summary>A length in seconds.</summary>
    public static bool TryLength(object? value, out double? seconds)
    {
        seconds = null;
        if (value is not string text || MetadataNumbers.IsNothing(value))
        {
            return MetadataNumbers.TryNumber(value, out seconds) && seconds is null or >= 0;
        }

        if (TimeText.TryParse(text, out var time) || TryIso(text.Trim(), out time))
        {
            seconds = time.TotalSeconds;
        }

        return seconds >= 0;
    }

    private static bool TryIso(string text, out TimeSpan time)
    {
        time = default;
        if (!text.StartsWith('P'))
        {
            return false;
        }

        try
        {
            time = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
