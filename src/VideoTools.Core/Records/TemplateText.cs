using System.Diagnostics.CodeAnalysis;

namespace VideoTools;

/// <summary>One text of a template.</summary>
/// <param name="StartSeconds">When it comes up.</param>
/// <param name="EndSeconds">When it is gone.</param>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="X">Centre in displayed pixels, from the left.</param>
/// <param name="Y">Centre, from the top.</param>
/// <param name="Zone">Third of the picture that the centre lies in.</param>
public sealed record TemplateText(
    [property: Column(Width = 12)] double StartSeconds,
    [property: Column(Width = 10)] double EndSeconds,
    [property: Column(Width = 24)] string Text,
    [property: Column(Width = 10)] double Confidence,
    [property: Column(Width = 5)] int X,
    [property: Column(Width = 5)] int Y,
    [property: Column(Width = 6)] TextZone Zone)
{
    /// <summary>For example "0.50-3.25 Bottom SUBSCRIBE".</summary>
    public override string ToString() => $"{TimeRange.Format(StartSeconds, EndSeconds)} {Zone} {Text}";

    /// <summary>Reads what <see cref="ToString"/> prints; certainty and place are 0 then.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TemplateText? value)
    {
        var parts = (text ?? "").Split(' ', 3);
        value = parts.Length == 3 && TimeRange.TryParse(parts[0], out var start, out var end)
            && Enum.TryParse<TextZone>(parts[1], out var zone)
            ? new TemplateText(start, end, parts[2], 0, 0, 0, zone)
            : null;
        return value is not null;
    }
}
