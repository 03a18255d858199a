using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Text;

/// <summary>A line of text read in one picture.</summary>
/// <param name="Box">Where, in pixels of the picture.</param>
/// <param name="Text">What.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1.</param>
internal sealed record TextLine(RotatedBox Box, string Text, double Confidence)
{
    /// <summary>Its characters without the spaces; empty where the reader does not say.</summary>
    public IReadOnlyList<TextLetter> Letters { get; init; } = [];

    /// <summary>How it looks in the picture it was read in; null for text that does not lie, and where the reader does not say.</summary>
    public LineLook? Look { get; init; }

    /// <summary>True when it was not read again, because the picture looks as it did.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>What read it.</summary>
    public TextEngine Engine { get; init; } = TextEngine.PPOcr;

    /// <summary>True when the picture shows marks or signs that the reading lacks.</summary>
    public bool IsLacking { get; init; }

    /// <summary>Probability of its least sure character, 0 to 1.</summary>
    public double LeastProbability => Letters.Count == 0 ? 1 : Letters.Min(l => l.Probability);
}
