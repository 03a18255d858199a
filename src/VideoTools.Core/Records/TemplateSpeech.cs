using System.Diagnostics.CodeAnalysis;

namespace VideoTools;

/// <summary>One segment of speech of a template.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Text">What is said.</param>
public sealed record TemplateSpeech(
    [property: Column(Width = 12)] double StartSeconds,
    [property: Column(Width = 10)] double EndSeconds,
    [property: Column(Width = 36)] string Text)
{
    /// <summary>For example "0.32-2.10 And so, my fellow Americans".</summary>
    public override string ToString() => $"{TimeRange.Format(StartSeconds, EndSeconds)} {Text}";

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TemplateSpeech? value)
    {
        var parts = (text ?? "").Split(' ', 2);
        value = parts.Length == 2 && TimeRange.TryParse(parts[0], out var start, out var end)
            ? new TemplateSpeech(start, end, parts[1])
            : null;
        return value is not null;
    }
}
