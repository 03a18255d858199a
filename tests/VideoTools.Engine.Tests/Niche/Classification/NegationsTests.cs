using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class NegationsTests
{
    [Theory]
    [InlineData("This is not about crypto but about cooking", "crypto", "cooking")]
    [InlineData("It isn't about stocks, it is about bread", "stocks", "bread")]
    [InlineData("We do not talk about stocks today. We bake", "stocks", "bake")]
    [InlineData("This has nothing to do with programming: a day at the sea", "programming", "sea")]
    [InlineData("Surfing in Portugal, not coding", "coding", "Surfing")]
    [InlineData("This is no trading video. Just my garden", "trading", "garden")]
    [InlineData("Build an app without coding", "coding", "app")]
    [InlineData("Cook rice instead of watching crypto", "crypto", "rice")]
    [InlineData("No crypto, no stocks: just a walk", "stocks", "walk")]
    [InlineData("Pasta. This is not financial advice.", "financial", "Pasta")]
    [InlineData("Pasta (NFA)", "NFA", "Pasta")]
    [InlineData("A walk. I'm not a licensed financial advisor", "financial", "walk")]
    [InlineData("Soup, for educational and entertainment purposes only", "educational", "Soup")]
    [InlineData("Please consult your tax accountant before you do this. Tea", "accountant", "Tea")]
    [InlineData("Bitcoin? No: this is not about crypto but about my garden", "bitcoin", "garden")]
    [InlineData("Bitcoin? No: this is not about crypto but about my garden", "crypto", "garden")]
    [InlineData("Forget Python and JavaScript: let's bake bread", "JavaScript", "bread")]
    [InlineData("A day at sea. This video does not cover stocks and bonds.", "bonds", "sea")]
    [InlineData("not about crypto and stocks, but about soup", "stocks", "soup")]
    public void Remove_WhatIsDenied_IsGoneAndTheRestStays(string text, string denied, string kept)
    {
        var rest = Negations.Remove(text);

        Assert.DoesNotContain(denied, rest, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(kept, rest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What they never tell you about crypto")]
    [InlineData("Not only stocks: options every day")]
    [InlineData("Not just crypto")]
    [InlineData("Is bitcoin dead? No")]
    [InlineData("Never forget your Python setup again")]
    [InlineData("Why not invest in gold")]
    [InlineData("No code tools for founders")]
    [InlineData("Do not buy Bitcoin before you see this")]
    [InlineData("I don't know how to invest in stocks")]
    [InlineData("Can't stop trading")]
    [InlineData("No matter which laptop you use for coding")]
    public void Remove_WhatIsNotDenied_Stays(string text) => Assert.Equal(text, Negations.Remove(text));
}
