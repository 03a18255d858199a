using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public class YuvColorTests
{
    // Pure colours as the standards code them (BT.709-6 and BT.601-7, 8 bit), one level of rounding allowed.
    [Theory]
    [InlineData(16, 128, 128, true, 0, 0, 0)]
    [InlineData(235, 128, 128, true, 255, 255, 255)]
    [InlineData(63, 102, 240, true, 255, 0, 0)]
    [InlineData(173, 42, 26, true, 0, 255, 0)]
    [InlineData(32, 240, 118, true, 0, 0, 255)]
    [InlineData(81, 90, 240, false, 255, 0, 0)]
    [InlineData(145, 54, 34, false, 0, 255, 0)]
    [InlineData(41, 240, 110, false, 0, 0, 255)]
    public void ToRgb_PureColours_AreRecovered(int y, int u, int v, bool bt709, int r, int g, int b)
    {
        var rgb = YuvColor.ToRgb(y, u, v, bt709);

        Assert.InRange(rgb.R, r - 2, r + 2);
        Assert.InRange(rgb.G, g - 2, g + 2);
        Assert.InRange(rgb.B, b - 2, b + 2);
    }

    [Theory]
    [InlineData(1920, 1080, true)]
    [InlineData(1280, 720, true)]
    [InlineData(720, 1280, true)]
    [InlineData(720, 576, false)]
    [InlineData(640, 360, false)]
    public void IsBt709_Size_DecidesAsPlayersDo(int width, int height, bool expected) =>
        Assert.Equal(expected, YuvColor.IsBt709(width, height));

    [Theory]
    [InlineData(16, 0)]
    [InlineData(235, 255)]
    [InlineData(125.5, 127.5)]
    [InlineData(3, 0)]
    [InlineData(250, 255)]
    public void ToBrightness_LimitedRange_BecomesFull(double luma, double expected) =>
        Assert.Equal(expected, YuvColor.ToBrightness(luma), 9);

    [Fact]
    public void ToHex_Colour_HasSixUpperDigits() => Assert.Equal("#00AF0C", YuvColor.ToHex((0, 175, 12)));
}
