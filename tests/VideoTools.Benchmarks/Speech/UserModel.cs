using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Inference;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Speech;

/// <summary>A model of a user, made of the weights of one of the catalogue.</summary>
internal static class UserModel
{
    /// <summary>Its file; null where the weights are not there.</summary>
    public static string? Of(SpeechModel size)
    {
        var catalogue = ModelCatalogue.Default;
        var entry = catalogue.Get(WhisperModel.NameOf(size));
        if (!catalogue.IsPresent(entry))
        {
            return null;
        }

        var vocabulary = WhisperVocabulary.Parse(
            catalogue.ReadBytes(entry, "vocabulary"), catalogue.ReadBytes(entry, "addedTokens"), catalogue.ReadBytes(entry, "generation"));
        var mel = new MelFilterBank(LogMelSpectrogram.Bands, 400, LogMelSpectrogram.SampleRate);
        return GgmlConverter.Create(
            size.ToString().ToLowerInvariant(), [.. Enumerable.Range(0, vocabulary.EndOfText).Select(token => vocabulary.Bytes(token).ToArray())],
            mel.Weight);
    }
}
