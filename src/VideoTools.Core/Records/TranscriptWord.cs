namespace VideoTools;

/// <summary>One spoken word with its time. The text has no surrounding blanks; punctuation belongs to the word before (or, an opening mark, after).</summary>
public sealed record TranscriptWord
{
    /// <summary>The word.</summary>
    public required string Text { get; init; }

    /// <summary>Seconds where the word begins.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>Seconds where the word ends.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>0 to 1: geometric mean of the probabilities the model gave to the parts of the word.</summary>
    public double Probability { get; init; }

    /// <summary>For example "country@3.24-3.80".</summary>
    public override string ToString() => FormattableString.Invariant($"{Text}@{StartSeconds:0.00}-{EndSeconds:0.00}");
}
