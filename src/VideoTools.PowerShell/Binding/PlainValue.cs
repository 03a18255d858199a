using System.Collections;
using System.Globalization;

namespace VideoTools.PowerShell;

/// <summary>Objects of PowerShell as rows: values by name, lists, texts and numbers, and records of ours as they are.</summary>
internal static class PlainValue
{
    /// <summary>ConvertFrom-Json has no deeper objects either.</summary>
    private const int MaximumDepth = 100;

    /// <summary>All properties (or the entries of a hashtable) by name.</summary>
    public static IReadOnlyDictionary<string, object?> Row(PSObject item) =>
        item.BaseObject is IDictionary table ? FromTable(table, 0) : FromProperties(item, 0);

    /// <summary>Gives a property (or the entry of a hashtable) by its name; null where there is none.</summary>
    public static Func<string, object?> Getter(PSObject item) => item.BaseObject is IDictionary table
        ? name => Of(table[name], 0)
        : name => Of(item.Properties[name]?.Value, 0);

    private static object? Of(object? value, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        return FlexibleValue.Unwrap(value) switch
        {
            null => null,
            string or bool or double or float or decimal or long or int or short or byte or ulong or uint or ushort or sbyte =>
                FlexibleValue.Unwrap(value),
            DateTimeOffset moment => moment,

            // ConvertFrom-Json turns ISO 8601 into these, in the zone of the machine.
            DateTime { Kind: DateTimeKind.Unspecified } moment => new DateTimeOffset(moment, TimeSpan.Zero),
            DateTime moment => new DateTimeOffset(moment.ToUniversalTime()),
            IDictionary table => FromTable(table, depth),
            IEnumerable list => list.Cast<object?>().Select(item => Of(item, depth + 1)).ToArray(),
            PSCustomObject => FromProperties((PSObject)value!, depth),
            TimeSpan time => time,
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.GetType().Assembly == typeof(VideoInfo).Assembly ? other : other.ToString(),
        };
    }

    private static Dictionary<string, object?> FromProperties(PSObject item, int depth)
    {
        var row = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in item.Properties.Where(property => property.IsGettable))
        {
            try
            {
                row[property.Name] = Of(property.Value, depth + 1);
            }
            catch (GetValueException)
            {
                // A property of somebody's object that cannot be read says nothing about a video.
            }
        }

        return row;
    }

    private static Dictionary<string, object?> FromTable(IDictionary table, int depth)
    {
        var row = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table)
        {
            row[entry.Key.ToString() ?? ""] = Of(entry.Value, depth + 1);
        }

        return row;
    }
}
