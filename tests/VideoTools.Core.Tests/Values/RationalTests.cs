namespace VideoTools.Core.Tests.Values;

public class RationalTests
{
    [Theory]
    [InlineData(30000, 1001, "30000/1001")]
    [InlineData(50, 2, "25/1")]
    [InlineData(-2, -4, "1/2")]
    [InlineData(3, -6, "-1/2")]
    [InlineData(0, 7, "0/1")]
    public void Constructor_AnyFraction_IsInLowestTermsWithPositiveDenominator(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, new Rational(numerator, denominator).ToString());

    [Fact]
    public void Constructor_ZeroDenominator_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rational(1, 0));

    [Fact]
    public void Default_IsZeroOverOne() => Assert.Equal("0/1", default(Rational).ToString());

    [Theory]
    [InlineData("24000/1001", 24000, 1001)]
    [InlineData("16:9", 16, 9)]
    [InlineData("25", 25, 1)]
    public void TryParse_ValidText_Reads(string text, long numerator, long denominator)
    {
        Assert.True(Rational.TryParse(text, out var value));
        Assert.Equal(new Rational(numerator, denominator), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0/0")]
    [InlineData("a/b")]
    [InlineData("1/2/3")]
    [InlineData("N/A")]
    public void TryParse_InvalidText_IsFalse(string? text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void Compare_LargeFractions_DoesNotOverflow()
    {
        var large = new Rational(long.MaxValue, 3);
        var larger = new Rational(long.MaxValue, 2);
        Assert.True(large < larger);
        Assert.True(larger >= large);
    }

    [Theory]
    [InlineData(24, 1)]
    [InlineData(25.0, 0)]
    [InlineData(29.97, -1)]
    public void CompareTo_Number_IsAsNumbers(object number, int expected) =>
        Assert.Equal(expected, Math.Sign(new Rational(25, 1).CompareTo(number)));

    [Theory]
    [InlineData(0.5, "1/2")]
    [InlineData(29.97, "2997/100")]
    [InlineData(-1.25, "-5/4")]
    [InlineData(0, "0/1")]
    public void FromDouble_Number_IsTheFractionOfLowestTerms(double number, string expected) =>
        Assert.Equal(expected, Rational.FromDouble(number).ToString());

    [Fact]
    public void Parse_Text_IsAFractionOrANumber()
    {
        Assert.Equal(new Rational(30000, 1001), Rational.Parse("30000/1001"));
        Assert.Equal(new Rational(47, 2), Rational.Parse("23.5"));
        Assert.Throws<FormatException>(() => Rational.Parse("fast"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(double.NaN));
        Assert.Throws<ArgumentException>(() => new Rational(1, 2).CompareTo(new object()));
    }
}
