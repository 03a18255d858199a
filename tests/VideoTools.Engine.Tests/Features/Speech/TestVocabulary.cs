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

    public static WhisperVocabulary Create()
    {
        var folder = Directory.CreateTempSubdirectory("videotools-vocabulary-");
        try
        {
            var (vocab, added, generation) = (Path.Combine(folder.FullName, "v"), Path.Combine(folder.FullName, "a"), Path.Combine(folder.FullName, "g"));
            File.WriteAllText(vocab, JsonSerializer.Serialize(Texts.Select((t, i) => (t, i)).ToDictionary(x => x.t, x => x.i)));
            File.WriteAllText(added, JsonSerializer.Serialize(new Dictionary<string, int> { ["<|nospeech|>"] = NoSpeech }));
            File.WriteAllText(generation, $$"""
                {
                  "eos_token_id": {{End}}, "decoder_start_token_id": {{Start}}, "no_timestamps_token_id": {{NoTimestamps}},
                  "task_to_id": { "transcribe": {{Transcribe}} }, "suppress_tokens": [19], "begin_suppress_tokens": [18, {{End}}],
                  "lang_to_id": { "<|de|>": {{German}}, "<|en|>": {{English}} }, "alignment_heads": [[0, 0]]
                }
                """);
            return WhisperVocabulary.Load(vocab, added, generation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
