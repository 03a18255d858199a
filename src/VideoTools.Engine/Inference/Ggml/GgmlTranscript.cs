namespace VideoTools.Engine.Inference.Ggml;

/// <summary>What a model says of a sound.</summary>
/// <param name="NoSpeechProbability">How likely it finds it that nobody speaks.</param>
/// <param name="Tokens">Text, timestamps and the end, as they were chosen.</param>
internal sealed record GgmlTranscript(double NoSpeechProbability, IReadOnlyList<GgmlToken> Tokens);
