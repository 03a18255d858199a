using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Media.Decoding;

public class DecoderMemoryTests
{
    [Theory]
    [InlineData("yuv420p", 1.5)]
    [InlineData("yuvj420p", 1.5)]
    [InlineData("yuv420p10le", 3)]
    [InlineData("p010le", 3)]
    [InlineData("nv12", 1.5)]
    [InlineData("nv16", 2)]
    [InlineData("yuv422p", 2)]
    [InlineData("yuv422p10le", 4)]
    [InlineData("yuyv422", 2)]
    [InlineData("yuv444p", 3)]
    [InlineData("yuv444p16le", 6)]
    [InlineData("yuva420p", 2.5)]
    [InlineData("yuva444p10le", 8)]
    [InlineData("yuv440p", 2)]
    [InlineData("yuv411p", 1.5)]
    [InlineData("gbrp", 3)]
    [InlineData("gbrp12le", 6)]
    [InlineData("gbrap", 4)]
    [InlineData("gbrap16be", 8)]
    [InlineData("rgb24", 3)]
    [InlineData("bgra", 4)]
    [InlineData("rgb0", 4)]
    [InlineData("rgb48le", 6)]
    [InlineData("rgba64be", 8)]
    [InlineData("gray", 1)]
    [InlineData("gray10le", 2)]
    [InlineData("gray16be", 2)]
    [InlineData("ya8", 2)]
    [InlineData("ya16be", 4)]
    [InlineData("pal8", 1)]
    [InlineData("gbrapf32le", 16)]
    [InlineData("xyz12le", 6)]
    [InlineData("something new", 8)]
    [InlineData(null, 8)]
    public void BytesPerPixel_IsWhatTheFormatTakes(string? format, double bytes) => Assert.Equal(bytes, PixelFormats.BytesPerPixel(format));

    [Theory]
    [InlineData(1920, 1080, "yuv420p", 0, 0)]
    [InlineData(1920, 1080, "yuv420p", 4, 4)]
    [InlineData(7680, 4320, "yuv420p", 0, 0)]
    [InlineData(7680, 4320, "yuv420p10le", 0, 10)]
    [InlineData(7680, 4320, "yuv420p10le", 4, 4)]
    [InlineData(8192, 8192, "rgba64be", 0, 1)]
    [InlineData(8192, 8192, "rgba64be", 16, 1)]
    public void Threads_AreFewerWherePicturesAreVeryLarge(int width, int height, string format, int wanted, int threads) =>
        Assert.Equal(threads, DecoderMemory.Threads(Info(width, height, format), wanted));

    // A fence, not a fit: more than any whole video takes, less than what fills a machine.
    [Theory]
    [InlineData(640, 360, "yuv420p", "h264", 1.5, 2)]
    [InlineData(1920, 1080, "yuv420p", "h264", 1.5, 2.5)]
    [InlineData(3840, 2160, "yuv420p10le", "hevc", 2, 4)]
    [InlineData(8192, 8192, "rgba64be", "png", 4, 6.5)]
    [InlineData(8192, 8192, "yuv444p12le", "hevc", 8, 17)]
    public void Limit_FollowsThePicture(int width, int height, string format, string codec, double lowestGigabytes, double highestGigabytes)
    {
        var plan = new DecodePlan
        {
            Source = new ProbeResult { Info = Info(width, height, format) with { VideoCodec = codec }, VideoStreamIndex = 0, AudioStreamIndexes = [] },
        };

        Assert.InRange(DecoderMemory.Limit(plan) / 1e9, lowestGigabytes, highestGigabytes);
        Assert.Equal(0, DecoderMemory.Limit(plan with { HardwareAcceleration = HardwareAcceleration.Cuda }));
    }

    private static VideoInfo Info(int width, int height, string format) =>
        new() { FullName = "/v/a.mp4", Container = "mov", CodedWidth = width, CodedHeight = height, PixelFormat = format };
}
