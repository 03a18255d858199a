using System.Globalization;

namespace VideoTools;

/// <summary>
/// Reads numbers that a shell of any culture wrote. Records never hold group separators, so one comma, one point or one
/// Arabic decimal separator can only be the decimal separator: "1,5" is 1.5 wherever it is read.
/// </summary>
public static class NumberText
{
    private const char MinusSign = '\u2212';
    private const char ArabicDecimalSeparator = '\u066B';

    /// <summary>Reads a finite number, for example "-12.5", "1,5" or "1e-05".</summary>
    /// <param name="text">The number; white space around it and marks of writing direction are ignored.</param>
    /// <param name="value">The number, 0 when the result is false.</param>
    /// <returns>False for anything else, for more than one separator, and for values that are not finite.</returns>
    public static bool TryParse(string? text, out double value)
    {
        value = 0;
        return TryNormalize(text, out var normal)
            && double.TryParse(normal, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>Rewrites the separators and signs of other cultures as the invariant ones.</summary>
    internal static bool TryNormalize(string? text, out string normal)
    {
        normal = "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        Span<char> buffer = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var separators = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                // Direction marks: .NET writes them beside the sign in Arabic, Hebrew and Persian cultures.
                case '\u200E' or '\u200F' or '\u061C':
                    break;
                case MinusSign:
                    buffer[length++] = '-';
                    break;
                case '.' or ',' or ArabicDecimalSeparator:
                    separators++;
                    buffer[length++] = '.';
                    break;
                default:
                    buffer[length++] = c;
                    break;
            }
        }

        normal = new string(buffer[..length]).Trim();
        return separators <= 1;
    }
}
