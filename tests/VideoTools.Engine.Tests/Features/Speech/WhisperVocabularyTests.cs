using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class WhisperVocabularyTests
{
    [Fact]
    public void Decode_CharacterOverTwoTokens_IsWhole()
    {
        var vocabulary = TestVocabulary.Create();
        Assert.Equal(" cä.", vocabulary.Decode([4, 6, 7, 3]));
        Assert.Equal(" c\uFFFD", vocabulary.Decode([4, 6]));
    }

    [Fact]
    public void Decode_SpecialTokens_AreNoText() =>
        Assert.Equal(" the cat", TestVocabulary.Create().Decode([TestVocabulary.Start, TestVocabulary.Zero, 0, 1, TestVocabulary.Zero + 50, TestVocabulary.End]));

    [Fact]
    public void Seconds_Timestamp_IsInSteps() => Assert.Equal(1.5, TestVocabulary.Create().Seconds(TestVocabulary.Zero + 75), 1e-9);

    [Fact]
    public void Parse_OtherJson_SaysSo() => Assert.Throws<InvalidDataException>(() => WhisperVocabulary.Parse("{}"u8, "{}"u8, "{}"u8));

    [RequiresModelFact("whisper-base")]
    public void Parse_RealVocabulary_HasTheKnownTokens()
    {
        var catalogue = ModelCatalogue.Default;
        var entry = catalogue.Get("whisper-base");
        var vocabulary = WhisperVocabulary.Parse(
            catalogue.ReadBytes(entry, "vocabulary"), catalogue.ReadBytes(entry, "addedTokens"), catalogue.ReadBytes(entry, "generation"));
        Assert.Equal(50257, vocabulary.EndOfText);
        Assert.Equal(50258, vocabulary.StartOfTranscript);
        Assert.Equal(50359, vocabulary.Transcribe);
        Assert.Equal(50362, vocabulary.NoSpeech);
        Assert.Equal(50364, vocabulary.FirstTimestamp);
        Assert.Equal(SpeechLanguages.Codes, vocabulary.Languages.Keys);
        Assert.Equal(8, vocabulary.AlignmentHeads.Count);
        Assert.Equal(" And so my fellow Americans", vocabulary.Decode([400, 370, 452, 7177, 6280]));
    }
}
