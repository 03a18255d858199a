using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class HashtagSplitterTests
{
    private static readonly HashtagSplitter Splitter = new(["morning routine", "deep work", "web development", "passive income"]);

    [Theory]
    [InlineData("morningroutine", "morning routine")]
    [InlineData("MorningRoutine", "morning routine")]
    [InlineData("mydeepworkday", "my deep work day")]
    [InlineData("webdevelopment", "web development")]
    [InlineData("AI", "ai")]
    [InlineData("xqzvk", "xqzvk")]
    [InlineData("passive_income", "passive income")]
    public void Split_Tag_GivesItsWords(string tag, string words) => Assert.Equal(words, Splitter.Split(tag));
}
