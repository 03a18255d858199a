namespace VideoTools.Engine.Features.Speech;

/// <summary>What the tokens of a Whisper model stand for.</summary>
internal interface ITokens
{
    /// <summary>The bytes of one token, a part of UTF-8 text; none for special tokens.</summary>
    ReadOnlySpan<byte> Bytes(int token);

    /// <summary>True for a token that stands for text.</summary>
    bool IsText(int token);

    /// <summary>True for a token that stands for a time.</summary>
    bool IsTimestamp(int token);

    /// <summary>Seconds a timestamp token stands for.</summary>
    double Seconds(int timestamp);
}
