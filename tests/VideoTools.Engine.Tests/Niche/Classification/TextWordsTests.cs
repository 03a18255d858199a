using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("Don't stop -- it's C++ & C#!", "dont stop its c++ c#")]
    [InlineData("Café  naïve\nÜber", "cafe naive uber")]
    [InlineData("10x faster (2026)", "10x faster 2026")]
    [InlineData("", "")]
    public void Split_Text_GivesWords(string text, string words) => Assert.Equal(words, string.Join(' ', TextWords.Split(text)));

    [Theory]
    [InlineData("coding", "code")]
    [InlineData("codes", "code")]
    [InlineData("coded", "code")]
    [InlineData("running", "run")]
    [InlineData("stories", "story")]
    [InlineData("ads", "ad")]
    [InlineData("boxes", "box")]
    [InlineData("investing", "invest")]
    public void Stem_FormsOfOneWord_Meet(string form, string word) => Assert.Equal(WordStem.Of(word), WordStem.Of(form));

    [Theory]
    [InlineData("business", "busy")]
    [InlineData("as", "a")]
    [InlineData("bus", "bu")]
    [InlineData("king", "k")]
    [InlineData("red", "r")]
    public void Stem_OtherWords_StayApart(string one, string other) => Assert.NotEqual(WordStem.Of(other), WordStem.Of(one));
}
