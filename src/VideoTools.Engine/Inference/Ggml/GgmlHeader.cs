namespace VideoTools.Engine.Inference.Ggml;

/// <summary>What a Whisper model in ggml's format says of itself.</summary>
/// <param name="Vocabulary">Number of tokens.</param>
/// <param name="AudioStates">Numbers of a state of the encoder.</param>
/// <param name="AudioLayers">Layers of the encoder.</param>
/// <param name="TextStates">Numbers of a state of the decoder.</param>
/// <param name="TextLayers">Layers of the decoder.</param>
/// <param name="MelBands">Bands of the spectrum.</param>
/// <param name="Tokens">The bytes of each token that stands for text.</param>
internal sealed record GgmlHeader(
    int Vocabulary, int AudioStates, int AudioLayers, int TextStates, int TextLayers, int MelBands, IReadOnlyList<byte[]> Tokens)
{
    // A model of all languages has one token more than one of English for its end, and the tokens of languages.
    private const int LeastOfAllLanguages = 51865;

    /// <summary>True for a model of all languages, false for one of English.</summary>
    public bool IsMultilingual => Vocabulary >= LeastOfAllLanguages;

    /// <summary>The token that ends a transcript; every one below it is text.</summary>
    public int EndOfText => IsMultilingual ? 50257 : 50256;
}
