using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class QuantileTests
{
    // R: quantile(c(1, 2, 4, 8, 16), p, type = 7).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.3, 2.4)]
    [InlineData(0.5, 4)]
    [InlineData(0.9, 12.8)]
    [InlineData(1, 16)]
    public void Of_SortedValues_IsLinearBetweenThem(double p, double expected) =>
        Assert.Equal(expected, Quantile.Of([1, 2, 4, 8, 16], p), 1e-12);

    [Fact]
    public void Of_OneValue_IsThatValue() => Assert.Equal(7, Quantile.Of([7], 0.3));
}
