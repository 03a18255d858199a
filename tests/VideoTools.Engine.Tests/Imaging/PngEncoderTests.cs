using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Imaging;

/// <summary>PNG files are read back by ffmpeg, which knows nothing of our encoder.</summary>
public sealed class PngEncoderTests
{
    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(64, 40)]
    public void Encode_AnyPicture_ReadsBackPixelForPixel(int width, int height)
    {
        var picture = new RgbPicture(width, height);
        new Random(3).NextBytes(picture.Pixels);
        picture.Fill(new PixelArea(0, height / 2, width, height), new RgbColor(200, 100, 50));

        Assert.Equal(picture.Pixels, Read(PngEncoder.Encode(picture), width, height).Pixels);
    }

    [Fact]
    public void Text_HasADotPatternALetter_AndGapsForOthers()
    {
        var picture = new RgbPicture(40, 20);
        PixelText.Write(picture, 2, 3, "1é:", 2, new RgbColor(255, 255, 255));

        Assert.Equal(34, PixelText.Width("1é:", 2));
        Assert.Equal((14, 14), (PixelText.Height(2), Enumerable.Range(0, 20).Count(y => picture.At(6, y).R > 0)));
        Assert.All(Enumerable.Range(14, 10), x => Assert.All(Enumerable.Range(0, 20), y => Assert.Equal(0, picture.At(x, y).R)));
        Assert.Equal(255, picture.At(28, 6).R);
    }

    [Fact]
    public void Draw_PartlyOutside_KeepsWhatIsInside()
    {
        var (ground, red) = (new RgbPicture(4, 4), new RgbColor(255, 0, 0));
        var stamp = new RgbPicture(3, 3);
        stamp.Fill(new PixelArea(0, 0, 3, 3), red);
        ground.Draw(stamp, -1, 2);
        ground.FillOutside(new PixelArea(1, 1, 3, 3), new RgbColor(0, 0, 255), 1);

        Assert.Equal(red, ground.At(1, 2));
        Assert.Equal(new RgbColor(0, 0, 0), ground.At(1, 1));
        Assert.Equal(new RgbColor(0, 0, 255), ground.At(0, 3));
        Assert.Equal(new RgbColor(0, 0, 255), ground.At(3, 0));
    }

    /// <summary>The pixels of a PNG file.</summary>
    internal static RgbPicture Read(byte[] png, int width, int height)
    {
        var path = TestClip.Write($"{Guid.NewGuid():N}.png", png);
        var raw = path + ".rgb";
        TestClip.Run("ffmpeg", ["-nostdin", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", raw]);
        return new RgbPicture(width, height, File.ReadAllBytes(raw));
    }
}
