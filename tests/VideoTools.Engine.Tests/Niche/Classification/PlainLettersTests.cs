using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class PlainLettersTests
{
    [Theory]
    [InlineData("plain Ascii", "plain Ascii")]
    [InlineData("𝗕𝗶𝘁𝗰𝗼𝗶𝗻 𝑛𝑒𝑤𝑠 𝓽𝓸𝓭𝓪𝔂", "Bitcoin news today")]
    [InlineData("ｂｉｔｃｏｉｎ　ｎｅｗｓ", "bitcoin news")]
    [InlineData("Ⓑⓘⓣⓒⓞⓘⓝ 🄱🄸🅃", "Bitcoin BIT")]
    [InlineData("🅱🅸🆃 🅑🅘🅣", "BIT BIT")]
    [InlineData("ʙɪᴛᴄᴏɪɴ", "bitcoin")]
    [InlineData("bit\u00ADco\u200Din", "bitcoin")]
    [InlineData("Größe café 東京", "Größe café 東京")]
    public void Of_Letters_ArePlain(string text, string plain) => Assert.Equal(plain, PlainLetters.Of(text));

    [Fact]
    public void Of_HalfAnEmoji_IsTheReplacementCharacter() => Assert.Equal("cut \uFFFD", PlainLetters.Of("cut \uD83D"));

    [Theory]
    [InlineData("𝗕𝗶𝘁𝗰𝗼𝗶𝗻 𝗻𝗲𝘄𝘀 𝘁𝗼𝗱𝗮𝘆")]
    [InlineData("ｂｉｔｃｏｉｎ ｎｅｗｓ")]
    [InlineData("#𝐛𝐢𝐭𝐜𝐨𝐢𝐧 #𝐜𝐫𝐲𝐩𝐭𝐨")]
    public void Classify_DecoratedLetters_IsTheNicheOfPlainOnes(string text)
    {
        var classifier = new NicheClassifier(TaxonomyReader.Read(null), new NicheOptions { Scorer = NicheScorer.Keyword });

        Assert.Equal("finance > investing > crypto", classifier.Classify(new NicheEvidence { Text = text }, default).FullPath);
    }

    [Fact]
    public void Classify_HalfAnEmojiEverywhere_IsAnAnswer()
    {
        var classifier = new NicheClassifier(TaxonomyReader.Read(null), new NicheOptions { Scorer = NicheScorer.Keyword });
        var metadata = new VideoMetadata { VideoId = "a", SourcePath = "m", Title = "bitcoin price \uD83D", Caption = "\uDE00", Hashtags = new ValueList<string>(["cry\uD83D"]) };

        Assert.Equal("crypto", classifier.Classify(new NicheEvidence { Metadata = metadata }, default).MicroNiche);
    }
}
