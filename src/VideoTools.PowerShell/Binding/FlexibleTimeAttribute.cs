using System.Collections;
using System.Globalization;

namespace VideoTools.PowerShell;

/// <summary>
/// Lets a TimeSpan parameter take seconds as a number, "00:01:02.5", "62.5", and what Export-Csv or ConvertTo-Json wrote in any culture.
/// Without it PowerShell would read the number 5 as 5 ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlexibleTimeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => ToTime(inputData)!;

    /// <summary>The time that a value is; null for none.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is no time.</exception>
    internal static object? ToTime(object? inputData)
    {
        var value = FlexibleValue.Unwrap(inputData);
        switch (value)
        {
            // An empty cell of a CSV file stands for "not given".
            case null or "":
                return null;
            case TimeSpan time:
                return time;

            // ConvertTo-Json writes a TimeSpan as an object with all its parts.
            case PSCustomObject when ((PSObject)inputData!).Properties[nameof(TimeSpan.Ticks)]?.Value is { } ticks and (long or int):
                return new TimeSpan(Convert.ToInt64(ticks, CultureInfo.InvariantCulture));
            case string text when TimeText.TryParse(text, out var parsed):
                return parsed;
            case string:
            case IEnumerable:
                break;
            default:
                if (FlexibleValue.TryGetNumber(value, out var seconds) && TimeText.TryFromSeconds(seconds, out var converted))
                {
                    return converted;
                }

                break;
        }

        throw new ArgumentTransformationMetadataException(
            $"'{value}' is not a time. Give seconds (62.5), hours:minutes:seconds (00:01:02.5) or a TimeSpan.");
    }
}
