// Method: numbers are read as data sources and spreadsheets write them: "1.5" and "1,5", counts with group separators of any culture
// ("1,234", "1.234.567", "12 345": a count has no fraction, so three digits behind a separator are a group), counts that went through
// a column of floating point ("12.0"), percent signs. Words for "nothing" are nothing. Units: those of the source. Cost: linear.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Metadata;

/// <summary>Reads numbers of metadata. Every method is false for what is no number; nothing at all is null and true.</summary>
internal static partial class MetadataNumbers
{
    private static readonly HashSet<string> Nothing =
        new(StringComparer.OrdinalIgnoreCase) { "", "-", "nan", "null", "none", "n/a", "na" };

    /// <summary>True for null, blanks and the words that stand for a missing value.</summary>
    public static bool IsNothing(object? value) => value is null || (value is string text && Nothing.Contains(text.Trim()));

    /// <summary>A number with a fraction.</summary>
    public static bool TryNumber(object? value, out double? number)
    {
        number = null;
        switch (value)
        {
            case var _ when IsNothing(value):
                return true;
            case string text:
                var found = NumberText.TryParse(text.Trim().TrimEnd('%'), out var parsed);
                number = found ? parsed : null;
                return found;
            case double or float or decimal or long or int or short or byte or ulong or uint or ushort or sbyte:
                var exact = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                number = double.IsFinite(exact) ? exact : null;
                return true; // NaN is how data frames say "missing".
            default:
                return false;
        }
    }

    /// <summary>A whole number from 0 on.</summary>
    public static bool TryCount(object? value, out long? count)
    {
        count = null;
        if (value is string text && Grouped().IsMatch(text.Trim()))
        {
            value = string.Concat(text.Where(char.IsAsciiDigit));
        }

        if (!TryNumber(value, out var number))
        {
            return false;
        }

        if (number is null)
        {
            return true;
        }

        // From here on a double has no room for all whole numbers.
        if (number < 0 || number > 9e15 || number != Math.Floor(number.Value))
        {
            return false;
        }

        count = (long)number.Value;
        return true;
    }

    // A blank, a narrow or fixed blank, an apostrophe of either kind, a point or a comma.
    [GeneratedRegex(@"^[0-9]{1,3}([ \u00A0\u202F'\u2019.,])[0-9]{3}(?:\1[0-9]{3})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
