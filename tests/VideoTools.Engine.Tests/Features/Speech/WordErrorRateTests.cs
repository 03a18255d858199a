using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class WordErrorRateTests
{
    [Theory]
    [InlineData("Ask not, what your country", "ask not what your country.", 5, 0)]
    [InlineData("I'm here", "Im here!", 2, 0)]
    [InlineData("one two three", "one three", 3, 1)]
    [InlineData("one two three", "one too three four", 3, 2)]
    [InlineData("one", "", 1, 1)]
    [InlineData("", "one two", 0, 2)]
    public void Score_Texts_CountsErrors(string truth, string heard, int words, int errors) =>
        Assert.Equal(new WordErrorRate(words, errors), WordErrorRate.Score(truth, heard));

    [Fact]
    public void Align_WrongAndMissingWords_PairsTheEqualOnes() =>
        Assert.Equal([(0, 0), (2, 2), (3, 3)], WordErrorRate.Align(["a", "b", "c", "d", "e"], ["A", "x", "c,", "d"]));
}
