using System.Globalization;

namespace VideoTools.PowerShell;

/// <summary>What the transformations share: unwrapping of PowerShell's objects and reading of numbers.</summary>
internal static class FlexibleValue
{
    /// <summary>The object inside a PSObject, or the value itself.</summary>
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>Reads a number type or a text of any culture; finite values only.</summary>
    public static bool TryGetNumber(object? value, out double number)
    {
        number = 0;
        switch (Unwrap(value))
        {
            case string text:
                return NumberText.TryParse(text, out number);
            case double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte:
                number = Convert.ToDouble(Unwrap(value), CultureInfo.InvariantCulture);
                return double.IsFinite(number);
            default:
                return false;
        }
    }
}
