using System.Text;
using System.Text.Json;
using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

/// <summary>A vocabulary of 20 text tokens with the layout of Whisper's: text, end, specials, timestamps.</summary>
internal static class TestVocabulary
{
    public const int End = 20;
    public const int Start = 21;
    public const int English = 22;
    public const int German = 23;
    public const int Transcribe = 24;
    public const int NoSpeech = 25;
    public const int NoTimestamps = 26;
    public const int Zero = 27;
    public const int Size = Zero + 1501;

    // "Ġ" is the blank; "Ã" and "¤" are the two bytes of ä.
    private static readonly string[] Texts =
        ["Ġthe", "Ġcat", "Ġsat", ".", "Ġc", "at", "Ã", "¤", "Ġ(", ")", "!", "Ġb", "Ġdog", ",", "ġ", "x", "y", "z", "Ġ", "q"];

    public static WhisperVocabulary Create() => WhisperVocabulary.Parse(
        JsonSerializer.SerializeToUtf8Bytes(Texts.Select((t, i) => (t, i)).ToDictionary(x => x.t, x => x.i)),
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, int> { ["<|nospeech|>"] = NoSpeech }),
        Encoding.UTF8.GetBytes($$"""
            {
              "eos_token_id": {{End}}, "decoder_start_token_id": {{Start}}, "no_timestamps_token_id": {{NoTimestamps}},
              "task_to_id": { "transcribe": {{Transcribe}} }, "suppress_tokens": [19], "begin_suppress_tokens": [18, {{End}}],
              "lang_to_id": { "<|de|>": {{German}}, "<|en|>": {{English}} }, "alignment_heads": [[0, 0]]
            }
            """));
}
