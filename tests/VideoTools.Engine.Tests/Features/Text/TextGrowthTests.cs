using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextGrowthTests
{
    [Theory]
    [InlineData("never gonna give you up", "never gonna", true)]
    [InlineData("Welcome", "Wel", true)]
    [InlineData("Welcome", "Welo", true)] // the last letter is cut off
    [InlineData("never gonna give you up", "nevar gonma give", true)]
    [InlineData("Second caption here", "First caption here", false)]
    [InlineData("Loading 100%", "Loading 90%", false)]
    [InlineData("Score", "Score", false)]
    public void Holds_LongerText_HasTheShorterOne(string longer, string shorter, bool expected) =>
        Assert.Equal(expected, TextGrowth.Holds(longer, shorter));

    [Theory]
    [InlineData("Score 10", "Score 0", false)]
    [InlineData("Total $199", "Total $99", false)]
    [InlineData("Step 12", "Step 1", true)] // may have gone on: EndsInsideANumber
    [InlineData("What is 2 + 2? 4", "What is 2 + 2?", true)]
    [InlineData("Day 1 of 30", "Day 1", true)]
    [InlineData("Day 10 of 30", "Day 1 of", false)]
    public void KeepsNumbers_LongerText_HasThemAsTheyWere(string longer, string shorter, bool expected) =>
        Assert.Equal(expected, TextGrowth.KeepsNumbers(longer, shorter));

    [Theory]
    [InlineData("Step 12", "Step 1", true)]
    [InlineData("Price 1.50", "Price 1", true)]
    [InlineData("Step 1: mix", "Step 1", false)]
    [InlineData("Stepping", "Step", false)]
    public void EndsInsideANumber_NumberThatGoesOn_IsOne(string longer, string shorter, bool expected) =>
        Assert.Equal(expected, TextGrowth.EndsInsideANumber(longer, shorter));

    [Theory]
    [InlineData("the quick brown fox ju", "ick brown fox jumps over", "the quick brown fox jumps over")]
    [InlineData("the quick brown fox ju", "quick brown fox jum", "the quick brown fox jum")]
    [InlineData("the quick brown fox jumps", "completely other words", null)]
    [InlineData("I like the sun", "the sun is bright", null)] // too little of it was known
    [InlineData("Blue team wins", "Red team wins", null)] // another caption that ends alike
    public void Join_Window_AddsWhatIsNew(string whole, string window, string? expected) =>
        Assert.Equal(expected, TextGrowth.Join(whole, window, 0.5));

    [Fact]
    public void Join_TickerThatStartsAgain_StaysAsItIs()
    {
        const string Whole = "breaking news: rain all day +++ ";
        Assert.Equal(Whole, TextGrowth.Join(Whole, "all day +++ breaking news:", 0));
    }
}
