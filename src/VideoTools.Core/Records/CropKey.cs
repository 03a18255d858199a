using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VideoTools;

/// <summary>Where a moving crop is at one moment; between two of them it moves evenly.</summary>
/// <param name="Seconds">The moment, on the clock of the video.</param>
/// <param name="X">Left edge in displayed pixels.</param>
/// <param name="Y">Top edge in displayed pixels.</param>
public sealed record CropKey(
    [property: Column(Width = 10)] double Seconds,
    [property: Column(Width = 8)] double X,
    [property: Column(Width = 8)] double Y)
{
    /// <summary>For example "12.480@310.5,0": seconds, left, top.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.000###}@{X:0.##},{Y:0.##}");

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CropKey? value)
    {
        var parts = (text ?? "").Split('@', ',');
        value = parts.Length == 3 && Read(parts[0], out var seconds) && Read(parts[1], out var x) && Read(parts[2], out var y)
            ? new CropKey(seconds, x, y)
            : null;
        return value is not null;
    }

    private static bool Read(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
