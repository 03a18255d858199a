// Method: byte-level byte-pair encoding, decoding only: a token is a string in which every byte stands as one printable character
// (GPT-2's table); the bytes of a token sequence, joined, are UTF-8. A character may be spread over several tokens.
// Source: Sennrich et al., "Neural Machine Translation of Rare Words with Subword Units", 2016; Radford et al. 2019 (byte level).
// Units: token numbers. Cost: about 40 ms once for the 50,000 tokens.
namespace VideoTools.Engine.Features.Speech;

/// <summary>The tokens of a multilingual Whisper model and what its special ones mean. Immutable, thread-safe.</summary>
internal sealed class WhisperVocabulary : ITokens
{
    /// <summary>Seconds between two timestamp tokens.</summary>
    public const double SecondsPerTimestamp = 0.02;

    private readonly byte[][] _tokens;

    private WhisperVocabulary(byte[][] tokens, Dictionary<string, int> added, JsonElement generation)
    {
        _tokens = tokens;
        EndOfText = generation.GetProperty("eos_token_id").GetInt32();
        StartOfTranscript = generation.GetProperty("decoder_start_token_id").GetInt32();
        NoTimestamps = generation.GetProperty("no_timestamps_token_id").GetInt32();
        Transcribe = generation.GetProperty("task_to_id").GetProperty("transcribe").GetInt32();
        NoSpeech = added.TryGetValue("<|nospeech|>", out var noSpeech) ? noSpeech : added["<|nocaptions|>"];
        Suppressed = [.. generation.GetProperty("suppress_tokens").EnumerateArray().Select(e => e.GetInt32())];
        SuppressedAtBegin = [.. generation.GetProperty("begin_suppress_tokens").EnumerateArray().Select(e => e.GetInt32())];
        Languages = generation.GetProperty("lang_to_id").EnumerateObject()
            .OrderBy(p => p.Value.GetInt32())
            .ToDictionary(p => p.Name[2..^2], p => p.Value.GetInt32(), StringComparer.Ordinal);
        AlignmentHeads = generation.TryGetProperty("alignment_heads", out var heads)
            ? [.. heads.EnumerateArray().Select(h => (h[0].GetInt32(), h[1].GetInt32()))]
            : [];
    }

    /// <summary>Ends a transcript. Every token below it is text.</summary>
    public int EndOfText { get; }

    /// <summary>Begins a transcript.</summary>
    public int StartOfTranscript { get; }

    /// <summary>Asks for the spoken language, not for English.</summary>
    public int Transcribe { get; }

    /// <summary>Its probability right after the start is that of a window without speech.</summary>
    public int NoSpeech { get; }

    /// <summary>Asks for text without timestamps.</summary>
    public int NoTimestamps { get; }

    /// <summary>The timestamp of 0 s; every token from here on is one.</summary>
    public int FirstTimestamp => NoTimestamps + 1;

    /// <summary>Tokens that are never allowed: special ones and those that describe sounds.</summary>
    public IReadOnlyList<int> Suppressed { get; }

    /// <summary>Tokens that are not allowed as the first one.</summary>
    public IReadOnlyList<int> SuppressedAtBegin { get; }

    /// <summary>Language codes and their tokens, in order of the tokens.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; }

    /// <summary>Layer and head of the decoder's attentions that follow the sound in time; empty when the model does not say.</summary>
    public IReadOnlyList<(int Layer, int Head)> AlignmentHeads { get; }

    /// <summary>Reads a model's vocabulary from the content of its files.</summary>
    /// <param name="vocabulary">vocab.json: token to number.</param>
    /// <param name="addedTokens">added_tokens.json: special token to number.</param>
    /// <param name="generation">generation_config.json.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public static WhisperVocabulary Parse(ReadOnlySpan<byte> vocabulary, ReadOnlySpan<byte> addedTokens, ReadOnlySpan<byte> generation)
    {
        try
        {
            var numbers = Read<Dictionary<string, int>>(vocabulary);
            var tokens = new byte[numbers.Values.Max() + 1][];
            Array.Fill(tokens, []);
            var bytes = ByteOfCharacter();
            foreach (var (token, number) in numbers)
            {
                tokens[number] = token.All(bytes.ContainsKey) ? [.. token.Select(c => bytes[c])] : [];
            }

            return new WhisperVocabulary(tokens, Read<Dictionary<string, int>>(addedTokens), Read<JsonElement>(generation));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Its vocabulary is not that of a multilingual Whisper model: {e.Message}", e);
        }
    }

    /// <summary>True for a token that stands for text.</summary>
    public bool IsText(int token) => token < EndOfText;

    /// <summary>True for a token that stands for a time.</summary>
    public bool IsTimestamp(int token) => token >= FirstTimestamp;

    /// <summary>Seconds a timestamp token stands for.</summary>
    public double Seconds(int timestamp) => (timestamp - FirstTimestamp) * SecondsPerTimestamp;

    /// <summary>The bytes of one token; none for special tokens.</summary>
    public ReadOnlySpan<byte> Bytes(int token) => IsText(token) && token < _tokens.Length ? _tokens[token] : [];

    /// <summary>The text of the text tokens among <paramref name="tokens"/>; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Decode(IEnumerable<int> tokens) => TokenText.Of(this, tokens);

    private static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json) ?? throw new JsonException("A file says null.");

    // Printable bytes of Latin-1 stand for themselves; the other 68 stand, in order, for the characters from U+0100 on.
    private static Dictionary<char, byte> ByteOfCharacter()
    {
        var map = new Dictionary<char, byte>();
        var next = 256;
        for (var b = 0; b < 256; b++)
        {
            var printable = b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            map[(char)(printable ? b : next++)] = (byte)b;
        }

        return map;
    }
}
