using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextSimilarityTests
{
    [Theory]
    [InlineData("Wait for it", "wait forit", 1)]
    [InlineData("abcd", "abxd", 0.75)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 1)]
    [InlineData("", "a", 0)]
    public void Of_Texts_IsOneMinusTheShareOfEdits(string a, string b, double expected)
    {
        Assert.Equal(expected, TextSimilarity.Of(a, b), 1e-9);
        Assert.Equal(expected, TextSimilarity.Of(b, a), 1e-9);
    }
}
