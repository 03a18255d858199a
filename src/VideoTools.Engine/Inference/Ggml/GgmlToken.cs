namespace VideoTools.Engine.Inference.Ggml;

/// <summary>A token of a transcript.</summary>
/// <param name="Id">Its number.</param>
/// <param name="LogProbability">Natural logarithm of its probability.</param>
/// <param name="End">Where in the sound it ends and the next one begins, in seconds; null when that was not computed.</param>
internal readonly record struct GgmlToken(int Id, float LogProbability, double? End);
