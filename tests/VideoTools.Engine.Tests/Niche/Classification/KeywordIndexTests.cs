using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class KeywordIndexTests
{
    private static readonly KeywordIndex Index = new(
    [
        Node("a", "ai", "machine learning", "learning"), Node("b", "learning"), Node("c", "c++"),
    ]);

    [Theory]
    [InlineData("she said it again in the main air mail")]
    [InlineData("learner")]
    [InlineData("")]
    public void Find_KeywordsInsideOfOtherWords_AreNotThere(string text) => Assert.Empty(Index.Find(TextWords.Split(text)));

    [Fact]
    public void Find_PhraseInsideOfAPhraseOfTheSameNode_CountsOnce() => Assert.Equal(
        ["a:machine learning", "b:learning"],
        Index.Find(TextWords.Split("Machine learning!")).Select(m => $"{FormattableString.Invariant($"{(char)('a' + m.Node)}")}:{m.Phrase}").Order(StringComparer.Ordinal));

    [Fact]
    public void Find_RarerAndLongerPhrases_WeighMore()
    {
        var matches = Index.Find(TextWords.Split("ai learning, machine learning")).Where(m => m.Node == 0).ToDictionary(m => m.Phrase, m => m.Weight);

        Assert.True(matches["machine learning"] > matches["ai"]);
        Assert.True(matches["ai"] > matches["learning"]);
    }

    // A promo code is not about coding.
    [Fact]
    public void Find_VerbOfASubject_CountsLikeAHint()
    {
        var index = new KeywordIndex([Node("a", "coding", "code review"), Node("b", "yoga")]);

        Assert.Equal(Weight("coding") / 4, Weight("code"), 1e-9);
        Assert.Equal(Weight("code review"), Weight("code reviews"), 1e-9);

        double Weight(string text) => Assert.Single(index.Find(TextWords.Split(text)).DistinctBy(m => m.Node)).Weight;
    }

    // Who lists both means both, whichever comes first.
    [Theory]
    [InlineData("cooking", "cook")]
    [InlineData("cook", "cooking")]
    public void Find_VerbThatIsAKeywordToo_CountsWhole(string first, string second)
    {
        var index = new KeywordIndex([Node("a", first, second), Node("b", "yoga")]);

        var weights = new[] { "cook", "cooking" }.Select(text => Assert.Single(index.Find(TextWords.Split(text))).Weight).Distinct();

        Assert.Single(weights);
    }

    [Fact]
    public void Find_SignsOfLanguages_AreKept() => Assert.Equal(2, Assert.Single(Index.Find(TextWords.Split("I love C++."))).Node);

    private static TaxonomyNode Node(string key, params string[] keywords) =>
        new() { Key = key, Name = key, Level = 1, FullPath = key, Description = key, Keyword = new ValueList<string>(keywords) };
}
