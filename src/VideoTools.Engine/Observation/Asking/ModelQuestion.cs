namespace VideoTools.Engine.Observation.Asking;

/// <summary>One call of a model, before it is made.</summary>
/// <param name="System">What the model is told it is; null for nothing.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Schema">JSON schema of the answer; null for free text.</param>
/// <param name="Pictures">The pictures, as JPEG files; asked for when the call is made.</param>
/// <param name="Place">Its place in line: the smaller goes first.</param>
internal sealed record ModelQuestion(
    string? System, string Prompt, JsonElement? Schema, Func<IReadOnlyList<ReadOnlyMemory<byte>>> Pictures, CallPlace Place);
