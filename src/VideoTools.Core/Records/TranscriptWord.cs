using System.Diagnostics.CodeAnalysis;

namespace VideoTools;

/// <summary>
/// One spoken word with its time. The text has no surrounding blanks; punctuation belongs to the word before (or, an opening mark, after).
/// </summary>
public sealed record TranscriptWord
{
    /// <summary>The word.</summary>
    [Column(Width = 20)]
    public required string Text { get; init; }

    /// <summary>Seconds where the word begins.</summary>
    [Column(Width = 12)]
    public required double StartSeconds { get; init; }

    /// <summary>Seconds where the word ends.</summary>
    [Column(Width = 10)]
    public required double EndSeconds { get; init; }

    /// <summary>0 to 1: geometric mean of the probabilities the model gave to the parts of the word.</summary>
    [Column(Width = 11)]
    public double Probability { get; init; }

    /// <summary>For example "country@3.24-3.80".</summary>
    public override string ToString() => $"{Text}@{TimeRange.Format(StartSeconds, EndSeconds)}";

    /// <summary>Reads what <see cref="ToString"/> prints; the probability is 0 then.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TranscriptWord? value)
    {
        var at = (text ?? "").LastIndexOf('@');
        value = at >= 0 && TimeRange.TryParse(text.AsSpan(at + 1), out var start, out var end)
            ? new TranscriptWord { Text = text![..at], StartSeconds = start, EndSeconds = end }
            : null;
        return value is not null;
    }
}
