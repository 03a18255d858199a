using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Features;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class JpegWriterTests
{
    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(64, 48)]
    [InlineData(50, 34)]
    public void Encode_DecodedByAnother_IsThePictureAtFullRange(int width, int height)
    {
        var frame = FramePainter.Paint(width, height, 0, (x, y) => 16 + (x * 3) + y, (x, y) => 100 + x, (x, y) => 150 - y);
        var planes = new byte[frame.ByteCount];
        frame.CopyTo(planes);

        var jpeg = JpegWriter.Encode(planes, width, height, 95);

        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools-jpeg").FullName, "a.jpg");
        File.WriteAllBytes(path, jpeg);
        Assert.Equal($"mjpeg,{width},{height},yuvj420p", Ffmpeg.Probe("-show_entries", "stream=codec_name,width,height,pix_fmt", "-of", "csv=p=0", path));
        var pixels = Ffmpeg.Capture("-i", path, "-f", "rawvideo", "-pix_fmt", "yuvj420p", "pipe:1");
        Assert.Equal(planes.Length, pixels.Length);
        Assert.InRange(Error(planes.AsSpan(0, width * height), pixels, value => (value - 16) * 255.0 / 219), 0, 1.5);
        Assert.InRange(Error(planes.AsSpan(width * height), pixels.AsSpan(width * height), value => ((value - 128) * 255.0 / 224) + 128), 0, 2.5);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Encode_LowerQuality_IsSmallerAndTheSameEachTime()
    {
        var frame = FramePainter.Paint(160, 96, 0, FramePainter.Texture(1, 40, 200));
        var planes = new byte[frame.ByteCount];
        frame.CopyTo(planes);

        var (good, again, poor) = (JpegWriter.Encode(planes, 160, 96, 85), JpegWriter.Encode(planes, 160, 96, 85), JpegWriter.Encode(planes, 160, 96, 30));

        Assert.Equal(good, again);
        Assert.True(poor.Length < good.Length);
    }

    private static double Error(ReadOnlySpan<byte> planes, ReadOnlySpan<byte> pixels, Func<int, double> map)
    {
        var sum = 0.0;
        for (var i = 0; i < planes.Length; i++)
        {
            sum += Math.Abs(Math.Clamp(map(planes[i]), 0, 255) - pixels[i]);
        }

        return sum / planes.Length;
    }
}
