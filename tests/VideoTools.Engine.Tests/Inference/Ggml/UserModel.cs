using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Inference;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.Inference.Ggml;

/// <summary>A model of a user, made of the shipped weights of whisper-base.</summary>
internal static class UserModel
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var catalogue = ModelCatalogue.Default;
        var entry = catalogue.Get("whisper-base");
        var vocabulary = WhisperVocabulary.Parse(
            catalogue.ReadBytes(entry, "vocabulary"), catalogue.ReadBytes(entry, "addedTokens"), catalogue.ReadBytes(entry, "generation"));
        var mel = new MelFilterBank(LogMelSpectrogram.Bands, 400, LogMelSpectrogram.SampleRate);
        return GgmlConverter.Create(
            "base", [.. Enumerable.Range(0, vocabulary.EndOfText).Select(token => vocabulary.Bytes(token).ToArray())], mel.Weight)!;
    });

    /// <summary>Its file. The weights must be there.</summary>
    public static string File => Made.Value;
}
