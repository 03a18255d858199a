using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("abc", "abc", "aa bb cc")]
    [InlineData("kitten", "sitting", "ks ii tt tt ei nn -g")]
    [InlineData("abc", "", "a- b- c-")]
    [InlineData("ac", "abc", "aa -b cc")]
    public void Of_TwoWords_PairsThem(string a, string b, string expected) => Assert.Equal(expected, Show(a, b, (x, y) => x == y ? 0 : 1));

    [Fact]
    public void Of_PairsThatCostLittle_StayTogether() =>
        Assert.Equal("xx aA yy", Show("xay", "xAy", (x, y) => x == y ? 0 : char.ToUpperInvariant(x) == y ? 0.125 : 3));

    [Fact]
    public void Of_PairsThatCostMoreThanTwoAlone_AreNone() => Assert.Equal("a- -b", Show("a", "b", (_, _) => 3));

    private static string Show(string a, string b, Func<char, char, double> cost) => string.Join(
        ' ', Alignment.Of(a.Length, b.Length, (i, j) => cost(a[i], b[j]))
            .Select(pair => $"{(pair.A is { } i ? a[i] : '-')}{(pair.B is { } j ? b[j] : '-')}"));
}
