// Method: numbers are read as data sources and spreadsheets write them: "1.5" and "1,5", counts with group separators of any culture
// ("1,234", "1.234.567", "12 345": a count has no fraction, so three digits behind a separator are a group), counts that went through a
// column of floating point ("12.0"), short ones of web pages ("1.2M", "15K"), percent signs. Words for "nothing" are nothing; so is a
// count of -1, which is how likes that are hidden are said. Units: those of the source. Cost: linear.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Metadata;

/// <summary>Reads numbers of metadata. Every method is false for what is no number; nothing at all is null and true.</summary>
internal static partial class MetadataNumbers
{
    // Every whole number of so many digits has a double of its own.
    private const int SafeDigits = 15;

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
        var scale = 1.0;
        if (value is string text && Grouped().IsMatch(text.Trim()))
        {
            value = string.Concat(text.Where(char.IsAsciiDigit));
        }
        else if (value is string shortened && Shortened().Match(shortened.Trim()) is { Success: true } match)
        {
            scale = char.ToUpperInvariant(match.Groups[2].ValueSpan[0]) switch { 'K' => 1e3, 'M' => 1e6, _ => 1e9 };
            value = match.Groups[1].Value;
        }

        if (!TryNumber(value, out var number))
        {
            return false;
        }

        if (number is null or -1)
        {
            return true;
        }

        number = scale == 1 ? number : Math.Round(number.Value * scale);

        // From here on a double has no room for all whole numbers.
        if (number < 0 || number > 9e15 || number != Math.Floor(number.Value))
        {
            return false;
        }

        count = (long)number.Value;
        return true;
    }

    /// <summary>
    /// An id as it was before a table took it for a number: without ".0", without the apostrophe or the formula (="123") that keep a
    /// spreadsheet from rounding it. False when digits are lost (7.12E+18).
    /// </summary>
    public static (string Id, bool IsWhole) ReadId(string text)
    {
        var id = text.Trim();
        if (id.StartsWith("=\"", StringComparison.Ordinal) && id.EndsWith('"') && id.Length > 3)
        {
            id = id[2..^1];
        }
        else if (id.Length > 1 && id[0] == '\'' && char.IsAsciiDigit(id[1]))
        {
            id = id[1..];
        }

        if (WholeWithPoint().Match(id) is { Success: true } match)
        {
            return (match.Groups[1].Value, match.Groups[1].Length <= SafeDigits);
        }

        return (id, !Exponent().IsMatch(id));
    }

    [GeneratedRegex(@"^([0-9]+)\.0+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeWithPoint();

    [GeneratedRegex(@"^[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^([0-9]+(?:[.,][0-9]+)?) ?([kKmMbB])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shortened();

    // A blank, a narrow or fixed blank, an apostrophe of either kind, a point or a comma.
    [GeneratedRegex(@"^[0-9]{1,3}([ \u00A0\u202F'\u2019.,])[0-9]{3}(?:\1[0-9]{3})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
