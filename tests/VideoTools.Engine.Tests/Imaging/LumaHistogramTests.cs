using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class LumaHistogramTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(57600)]
    public void Compute_AnyLength_CountsEverySample(int length)
    {
        var samples = new byte[length];
        new Random(5).NextBytes(samples);
        var bins = new int[256];
        bins[3] = 99;
        LumaHistogram.Compute(samples, bins);
        Assert.Equal(Enumerable.Range(0, 256).Select(bin => samples.Count(s => s == bin)), bins);
    }

    [Fact]
    public void Correlation_OfEqualShapes_IsOne() =>
        Assert.Equal(1, LumaHistogram.Correlation([1, 2, 3, 9], [2, 4, 6, 18]), 12);

    [Fact]
    public void Correlation_OfOppositeShapes_IsMinusOne() =>
        Assert.Equal(-1, LumaHistogram.Correlation([1, 2, 3, 4], [4, 3, 2, 1]), 12);

    [Fact]
    public void Correlation_OfFlatHistogram_IsOne() => Assert.Equal(1, LumaHistogram.Correlation([5, 5], [1, 9]));
}
