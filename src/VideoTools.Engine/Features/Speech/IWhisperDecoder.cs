namespace VideoTools.Engine.Features.Speech;

/// <summary>Whisper's decoder over one encoded window: says what may follow the tokens given so far. Not thread-safe.</summary>
internal interface IWhisperDecoder : IDisposable
{
    /// <summary>Starts the transcript.</summary>
    /// <returns>One logit per token, for the token after the start; valid until the next call.</returns>
    ReadOnlySpan<float> Begin();

    /// <summary>Adds a token.</summary>
    /// <returns>One logit per token, for the token after it; valid until the next call.</returns>
    ReadOnlySpan<float> Next(int token);

    /// <summary>Remembers the tokens given so far.</summary>
    void Mark();

    /// <summary>Goes back to the tokens of <see cref="Mark"/>.</summary>
    void Reset();

    /// <summary>Reads a whole token sequence at once and says where in the sound each of its tokens looked.</summary>
    /// <param name="tokens">Prompt and text.</param>
    /// <param name="heads">Layer and head of the attentions asked for.</param>
    /// <returns>One map per head.</returns>
    IReadOnlyList<AttentionMap> Attend(ReadOnlySpan<int> tokens, IReadOnlyList<(int Layer, int Head)> heads);
}
