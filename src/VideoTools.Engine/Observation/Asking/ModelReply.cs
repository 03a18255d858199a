namespace VideoTools.Engine.Observation.Asking;

/// <summary>What came of a question to a model.</summary>
/// <param name="Text">The answer; null when there is none.</param>
/// <param name="Attempts">Calls that were made.</param>
internal sealed record ModelReply(string? Text, int Attempts)
{
    /// <summary>Why there is none.</summary>
    public string? Error { get; init; }

    /// <summary>Seconds from the first call to the end of the last.</summary>
    public double Seconds { get; init; }

    /// <summary>Tokens of the question; null where the server does not say.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the answer; null where the server does not say.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>True when no call was made for it.</summary>
    public bool FromCache { get; init; }
}
