namespace VideoTools.Core.Tests.Options;

public class AspectRatioTests
{
    [Theory]
    [InlineData("9:16", 9, 16)]
    [InlineData("1:1", 1, 1)]
    [InlineData("16:9", 16, 9)]
    public void Parse_Valid_KeepsThePartsAsGiven(string text, int width, int height)
    {
        var aspect = AspectRatio.Parse(text);
        Assert.Equal((width, height), (aspect.Width, aspect.Height));
        Assert.Equal(text, aspect.ToString());
    }

    [Theory]
    [InlineData("16x9", "form width:height")]
    [InlineData("", "form width:height")]
    [InlineData("1:2:3", "form width:height")]
    [InlineData("a:9", "not a whole number")]
    [InlineData("1.5:1", "not a whole number")]
    [InlineData("-1:1", "not a whole number")]
    [InlineData("0:9", "is 0")]
    public void Parse_Invalid_SaysWhichRuleBroke(string text, string rule) =>
        Assert.Contains(rule, Assert.Throws<FormatException>(() => AspectRatio.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void TryParse_Null_IsFalse() => Assert.False(AspectRatio.TryParse(null, out _));
}
