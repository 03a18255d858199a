using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class WordAlignerTests
{
    private readonly WhisperVocabulary _vocabulary = TestVocabulary.Create();

    [Fact]
    public void Split_WordsOfSeveralTokens_AreJoinedAndMarksGoWithThem()
    {
        // the | c+at | (dog) | sat.
        var words = new WordSplitter(_vocabulary).Split([0, 4, 5, 13, 8, 15, 9, 2, 3], "en");
        Assert.Equal([" the", " cat,", " (x)", " sat."], words.Select(w => w.Text));
        Assert.Equal([1, 3, 3, 2], words.Select(w => w.TokenCount));
    }

    [Fact]
    public void Split_LanguageWithoutBlanks_GivesCharacters()
    {
        var words = new WordSplitter(_vocabulary).Split([15, 16, 6, 7, 17], "ja");
        Assert.Equal(["x", "y", "ä", "z"], words.Select(w => w.Text));
    }

    [Fact]
    public void Align_AttentionInSteps_GivesThoseTimes()
    {
        using var decoder = new ScriptedDecoder(_ => 0);
        var words = new WordAligner(_vocabulary).Align(decoder, [(0, 0)], [0, 1, 2, 3], [1, 0.25f, 1, 1], "en", 2);
        Assert.Equal([" the", " cat", " sat."], words.Select(w => w.Text));

        // The row that leads to token n looks at columns 10 n to 10 n + 10, that is 0.2 s each.
        Assert.Equal(0, words[0].Start, 0.021);
        Assert.Equal(0.2, words[1].Start, 0.061);
        Assert.Equal(0.4, words[2].Start, 0.061);
        Assert.Equal(0.8, words[2].End, 0.081);
        Assert.Equal(0.25, words[1].Probability, 1e-6);
    }

    [Fact]
    public void Align_NoTokens_GivesNoWords()
    {
        using var decoder = new ScriptedDecoder(_ => 0);
        Assert.Empty(new WordAligner(_vocabulary).Align(decoder, [(0, 0)], [], [], "en", 1));
    }
}
