using System.Globalization;

namespace VideoTools.Core.Tests.Values;

public sealed class NumberTextTests
{
    [Fact]
    public void TryParse_WrittenInAnyCulture_ComesBack()
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            foreach (var value in new[] { 0.5, -1.25, 1234.5, 1e-07, -3e+20 })
            {
                var text = value.ToString(culture);
                Assert.True(NumberText.TryParse(text, out var read) && read == value, $"{culture.Name}: {text}");
            }
        }
    }

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("1.234.5")]
    [InlineData("")]
    [InlineData("12 345")]
    [InlineData("0x10")]
    [InlineData("∞")]
    public void TryParse_AmbiguousOrNone_IsFalse(string text) => Assert.False(NumberText.TryParse(text, out _));
}
