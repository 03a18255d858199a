using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class HsvDifferenceTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(16, 4)]
    [InlineData(30, 10)]
    [InlineData(318, 6)]
    [InlineData(320, 180)]
    public void Update_RandomFrames_VectorEqualsScalar(int width, int height)
    {
        var random = new Random(width * 1000 + height);
        var vector = new HsvDifference(width, height);
        var scalar = new HsvDifference(width, height);
        for (var frame = 0; frame < 4; frame++)
        {
            byte[] y = new byte[width * height], u = new byte[width * height / 4], v = new byte[width * height / 4];
            random.NextBytes(y);
            random.NextBytes(u);
            random.NextBytes(v);
            var expected = scalar.Update(y, u, v, vectorised: false);
            Assert.Equal(expected, vector.Update(y, u, v, vectorised: true));
            Assert.Equal(frame == 0, expected == default);
        }
    }

    [Theory]
    [InlineData(255, 0, 0, 0, 255, 255)]
    [InlineData(0, 255, 0, 60, 255, 255)]
    [InlineData(0, 0, 255, 120, 255, 255)]
    [InlineData(255, 0, 255, 150, 255, 255)]
    [InlineData(128, 128, 128, 0, 0, 128)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(10, 200, 30, 63, 242, 200)]
    public void ToHsv_KnownColours_GivesOpenCvValues(int r, int g, int b, int hue, int saturation, int value) =>
        Assert.Equal((hue, saturation, value), HsvDifference.ToHsv(r, g, b));

    [Fact]
    public void Update_GreyStepOfLuma_IsValueDifferenceOnly()
    {
        var difference = new HsvDifference(16, 2);
        byte[] neutral = [128, 128, 128, 128, 128, 128, 128, 128];
        var dark = new byte[32];
        var bright = new byte[32];
        Array.Fill(dark, (byte)16);
        Array.Fill(bright, (byte)235);
        difference.Update(dark, neutral, neutral);
        var delta = difference.Update(bright, neutral, neutral);
        Assert.Equal(0, delta.Hue);
        Assert.Equal(0, delta.Saturation);
        Assert.Equal(255, delta.Value);
        Assert.Equal(85, delta.Mean, 12);
    }

    [Theory]
    [InlineData(15, 2)]
    [InlineData(16, 3)]
    [InlineData(0, 2)]
    [InlineData(4098, 2)]
    public void Constructor_ImpossibleSize_Throws(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HsvDifference(width, height));
}
