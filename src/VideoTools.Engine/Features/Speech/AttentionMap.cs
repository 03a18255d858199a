namespace VideoTools.Engine.Features.Speech;

/// <summary>Weights of one attention head: a row per token, a column 20 ms of sound.</summary>
/// <param name="Rows">Number of tokens.</param>
/// <param name="Columns">Number of steps in time.</param>
/// <param name="Values">Row by row.</param>
internal sealed record AttentionMap(int Rows, int Columns, float[] Values);
