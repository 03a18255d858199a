using VideoTools.Engine.Inference.Ggml;

namespace VideoTools.Engine.Features.Speech;

/// <summary>The tokens of a model in ggml's format, as its file has them.</summary>
internal sealed class GgmlTokens(GgmlHeader header) : ITokens
{
    // The last tokens are the times from 0 to 30 s.
    private readonly int _firstTimestamp = header.Vocabulary - 1501;

    public ReadOnlySpan<byte> Bytes(int token) => IsText(token) && token < header.Tokens.Count ? header.Tokens[token] : [];

    public bool IsText(int token) => token >= 0 && token < header.EndOfText;

    public bool IsTimestamp(int token) => token >= _firstTimestamp;

    public double Seconds(int timestamp) => (timestamp - _firstTimestamp) * WhisperVocabulary.SecondsPerTimestamp;
}
