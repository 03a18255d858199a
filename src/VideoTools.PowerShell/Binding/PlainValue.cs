using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Objects of PowerShell as the engine takes rows: values by name, lists, texts and numbers.</summary>
internal static class PlainValue
{
    /// <summary>ConvertFrom-Json has no deeper objects either.</summary>
    private const int MaximumDepth = 100;

    /// <summary>All properties (or the entries of a hashtable) by name.</summary>
    public static IReadOnlyDictionary<string, object?> Row(PSObject item) =>
        item.BaseObject is IDictionary table ? FromTable(table, 0) : FromProperties(item, 0);

    private static object? Of(object? value, int depth)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        return FlexibleValue.Unwrap(value) switch
        {
            null => null,
            string or bool or double or float or decimal or long or int or short or byte or ulong or uint or ushort or sbyte => FlexibleValue.Unwrap(value),
            DateTimeOffset moment => moment,

            // ConvertFrom-Json turns ISO 8601 into these.
            DateTime moment => new DateTimeOffset(moment.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : moment),
            IDictionary table => FromTable(table, depth),
            IEnumerable list => list.Cast<object?>().Select(item => Of(item, depth + 1)).ToArray(),
            PSCustomObject => FromProperties((PSObject)value!, depth),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
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
