using OpenCvSharp;
using VideoTools.Engine.Imaging;

namespace VideoTools.Reference.Tests;

/// <summary>Colour: HSV as the scene detectors use it, and RGB before it.</summary>
public sealed class ColourTests
{
    // Exact: both use the same 12-bit tables.
    [OpenCvFact]
    public void ToHsv_EveryColour_EqualsCvtColor()
    {
        var wrong = 0;
        for (var red = 0; red < 256; red++)
        {
            var bytes = new byte[256 * 256 * 3];
            for (var i = 0; i < 256 * 256; i++)
            {
                (bytes[3 * i], bytes[(3 * i) + 1], bytes[(3 * i) + 2]) = ((byte)(i & 255), (byte)(i >> 8), (byte)red);
            }

            using var picture = OpenCv.Picture(bytes, 256, 256, channels: 3);
            using var reference = new Mat();
            Cv2.CvtColor(picture, reference, ColorConversionCodes.BGR2HSV);
            var hsv = OpenCv.Bytes(reference);
            for (var i = 0; i < 256 * 256; i++)
            {
                var (h, s, v) = HsvDifference.ToHsv(red, i >> 8, i & 255);
                wrong += (h, s, v) == (hsv[3 * i], hsv[(3 * i) + 1], hsv[(3 * i) + 2]) ? 0 : 1;
            }
        }

        Assert.Equal(0, wrong);
    }

    // The whole way of a frame. Exact but for the last bits of a mean: both sum whole numbers.
    [OpenCvTheory]
    [InlineData(320, 180)]
    [InlineData(180, 320)]
    [InlineData(66, 38)]
    [InlineData(2, 2)]
    public void Update_RandomFrames_EqualsMeanOfAbsdiff(int width, int height)
    {
        var kernel = new HsvDifference(width, height);
        using var before = new Mat();
        using var after = new Mat();
        for (var frame = 0; frame < 3; frame++)
        {
            var y = OpenCv.Noise(width * height, seed: 10 + frame);
            var u = OpenCv.Noise(width * height / 4, seed: 20 + frame);
            var v = OpenCv.Noise(width * height / 4, seed: 30 + frame);
            using var picture = OpenCv.Picture(Bgr(y, u, v, width, height), width, height, channels: 3);
            after.CopyTo(before);
            Cv2.CvtColor(picture, after, ColorConversionCodes.BGR2HSV);

            var delta = kernel.Update(y, u, v);

            if (frame > 0)
            {
                using var difference = new Mat();
                Cv2.Absdiff(before, after, difference);
                var mean = Cv2.Mean(difference);
                Assert.Equal(mean.Val0, delta.Hue, 9);
                Assert.Equal(mean.Val1, delta.Saturation, 9);
                Assert.Equal(mean.Val2, delta.Value, 9);
            }
        }
    }

    // Up to 3 levels: swscale's arithmetic, which ours follows, floors each product (green has three); OpenCV rounds the sum. Chroma is
    // constant, so that it doesn't matter where it is sampled.
    [OpenCvTheory]
    [InlineData(128, 128)]
    [InlineData(90, 240)]
    [InlineData(240, 110)]
    [InlineData(16, 16)]
    public void Convert_EveryLuma_IsNearCvtColor(byte u, byte v)
    {
        const int Width = 16;
        byte[] luma = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] planes = [.. luma, .. Enumerable.Repeat(u, 64), .. Enumerable.Repeat(v, 64)];
        using var yuv = OpenCv.Picture(planes, Width, 24);
        using var reference = new Mat();
        Cv2.CvtColor(yuv, reference, ColorConversionCodes.YUV2RGB_I420);
        var rgb = OpenCv.Bytes(reference);
        for (var i = 16; i < 256; i++)
        {
            var (r, g, b) = YuvToRgb.Convert(luma[i], u, v);
            Assert.InRange(Math.Abs(r - rgb[3 * i]), 0, 3);
            Assert.InRange(Math.Abs(g - rgb[(3 * i) + 1]), 0, 3);
            Assert.InRange(Math.Abs(b - rgb[(3 * i) + 2]), 0, 3);
        }
    }

    private static byte[] Bgr(byte[] y, byte[] u, byte[] v, int width, int height)
    {
        var bytes = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            var chroma = (i / width / 2 * (width / 2)) + (i % width / 2);
            var (r, g, b) = YuvToRgb.Convert(y[i], u[chroma], v[chroma]);
            (bytes[3 * i], bytes[(3 * i) + 1], bytes[(3 * i) + 2]) = ((byte)b, (byte)g, (byte)r);
        }

        return bytes;
    }
}
