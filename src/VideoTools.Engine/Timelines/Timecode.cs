// Source: SMPTE ST 12-1. Drop-frame timecode leaves out the first 2 (at 59.94: 4) numbers of each minute but every tenth: 10 minutes have
// 17982 frames (35964). Cost: some divisions.
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Timelines;

/// <summary>Numbers of frames as HH:MM:SS:FF, with ";" before FF where numbers are left out.</summary>
internal static partial class Timecode
{
    /// <summary>The timecode of a frame.</summary>
    public static string Format(long frame, TimelineRate rate)
    {
        var nominal = rate.Nominal;
        var number = rate.IsDropFrame ? frame + Dropped(frame, nominal) : frame;
        var seconds = number / nominal;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{(rate.IsDropFrame ? ';' : ':')}{number % nominal:00}");
    }

    /// <summary>Number of the frame that a timecode names; null for what is none of this rate.</summary>
    public static long? Parse(string? text, TimelineRate rate)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var parts = Enumerable.Range(1, 4).Select(i => long.Parse(match.Groups[i].Value, CultureInfo.InvariantCulture)).ToArray();
        var minutes = (parts[0] * 60) + parts[1];
        if (parts[1] > 59 || parts[2] > 59 || parts[3] >= rate.Nominal)
        {
            return null;
        }

        var number = (((minutes * 60) + parts[2]) * rate.Nominal) + parts[3];
        return rate.IsDropFrame ? number - (PerMinute(rate.Nominal) * (minutes - (minutes / 10))) : number;
    }

    private static long Dropped(long frame, int nominal)
    {
        var perMinute = PerMinute(nominal);
        var minute = (60 * nominal) - perMinute;
        var tenMinutes = (10 * minute) + perMinute;
        var (tens, rest) = Math.DivRem(frame, tenMinutes);

        // The first minute of ten has all its numbers.
        return (9 * perMinute * tens) + (rest < 60 * nominal ? 0 : perMinute * (1 + ((rest - (60 * nominal)) / minute)));
    }

    private static long PerMinute(int nominal) => nominal / 15;

    [GeneratedRegex(@"^(\d\d):(\d\d):(\d\d)[:;.](\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
