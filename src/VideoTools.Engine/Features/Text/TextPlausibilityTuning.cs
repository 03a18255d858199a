namespace VideoTools.Engine.Features.Text;

/// <summary>The decision levels of <see cref="TextPlausibility"/>.</summary>
// Set by hand on the development set of docs/accuracy-text.md, text-free clips included, reading what "./build.sh bench text --explain"
// lists; the held-out set only reports. No sweep is on record. Confidence: that of the reading, 0 to 1.
internal sealed record TextPlausibilityTuning
{
    /// <summary>The values in use.</summary>
    public static TextPlausibilityTuning Default { get; } = new();

    /// <summary>Shortest text in seconds.</summary>
    public double LeastSeconds { get; init; } = 0.15;

    /// <summary>Least confidence of a text that one picture alone gave.</summary>
    public double SureOfOneReading { get; init; } = 0.75;

    /// <summary>Most letters and digits of a short text.</summary>
    public int ShortText { get; init; } = 2;

    /// <summary>Least confidence of a short text.</summary>
    public double SureOfShortText { get; init; } = 0.9;

    /// <summary>Seconds that a text read once must stay for to count as read again: an unchanged picture is not.</summary>
    public double AsGoodAsReadAgain { get; init; } = 1.0;

    /// <summary>Least confidence of such a text.</summary>
    public double SureOfOneThatStays { get; init; } = 0.6;

    /// <summary>Least confidence of a text without letters and digits.</summary>
    public double SureOfSigns { get; init; } = 0.8;

    /// <summary>Least signs of a mask.</summary>
    public int ShortestMask { get; init; } = 4;
}
