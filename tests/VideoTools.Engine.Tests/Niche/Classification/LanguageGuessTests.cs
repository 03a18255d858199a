using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("How to make your own budget with this app", "en")]
    [InlineData("Wie man mit dem Notizbuch die Woche plant", "de")]
    [InlineData("Comment faire le budget avec une application et pour les débutants", "fr")]
    [InlineData("Cómo invertir en la bolsa con poco dinero y para principiantes", "es")]
    [InlineData("株式投資の始め方", "ja")]
    [InlineData("如何学习编程", "zh")]
    [InlineData("Как начать инвестировать", "ru")]
    [InlineData("Gal Gadot", null)]
    [InlineData("", null)]
    public void Of_Text_IsItsLanguage(string text, string? language) => Assert.Equal(language, LanguageGuess.Of(text));
}
