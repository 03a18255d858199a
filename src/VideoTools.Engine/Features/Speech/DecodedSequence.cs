namespace VideoTools.Engine.Features.Speech;

/// <summary>What the decoder said about one window.</summary>
/// <param name="Tokens">Text and timestamp tokens, without prompt and end.</param>
/// <param name="Probabilities">The probability of each token when it was chosen.</param>
/// <param name="Text">The text of the tokens.</param>
/// <param name="AverageLogProbability">Mean natural logarithm of the tokens' probabilities, the end's included.</param>
/// <param name="CompressionRatio">Bytes of the text divided by its compressed bytes.</param>
/// <param name="Temperature">0 for the likeliest tokens, above for drawn ones.</param>
internal sealed record DecodedSequence(
    IReadOnlyList<int> Tokens,
    IReadOnlyList<float> Probabilities,
    string Text,
    double AverageLogProbability,
    double CompressionRatio,
    double Temperature);
