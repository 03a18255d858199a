using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class RgbMeanTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(34, 8)]
    [InlineData(320, 180)]
    public void Compute_RandomFrame_VectorEqualsScalar(int width, int height)
    {
        var random = new Random(width);
        byte[] y = new byte[width * height], u = new byte[width * height / 4], v = new byte[width * height / 4];
        random.NextBytes(y);
        random.NextBytes(u);
        random.NextBytes(v);
        Assert.Equal(RgbMean.Compute(y, u, v, width, height, false), RgbMean.Compute(y, u, v, width, height, true));
    }

    [Fact]
    public void Compute_NominalBlack_IsZero() =>
        Assert.Equal(0, RgbMean.Compute([16, 16, 16, 16], [128], [128], 2, 2));

    [Fact]
    public void Compute_SaturatedRed_IsOneThirdOfRed() =>
        Assert.InRange(RgbMean.Compute([81, 81, 81, 81], [90], [240], 2, 2), 84, 86);
}
