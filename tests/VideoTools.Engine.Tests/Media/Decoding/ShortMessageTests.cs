using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>What ffmpeg cannot use gives one short error that says why.</summary>
public sealed class ShortMessageTests : DecodingTestBase
{
    private const int MostLetters = 350;

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("jpg", "JPEG")]
    [InlineData("png", "PNG")]
    [InlineData("webp", "WebP")]
    [InlineData("bmp", "BMP")]
    [InlineData("tiff", "TIFF")]
    public void Probe_PictureWithTheNameOfAVideo_SaysThatItIsAPicture(string kind, string expected)
    {
        var picture = TestClip.Make("one." + kind, "-f", "lavfi", "-i", "testsrc=s=64x48", "-frames:v", "1");
        var path = TestClip.Write($"picture-{kind}.mp4", File.ReadAllBytes(picture));

        var error = Assert.Throws<VideoToolsException>(() => Probe(path)).Error;

        Assert.Equal(VideoErrorId.InvalidVideo, error.Id);
        Assert.Contains($"is a picture ({expected})", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length - path.Length, 10, MostLetters);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("cenc-aes-ctr")]
    public void Probe_Encrypted_SaysSo(string scheme)
    {
        var path = TestClip.Make(
            "encrypted.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-encryption_scheme", scheme,
            "-encryption_key", "00112233445566778899aabbccddeeff", "-encryption_kid", "00112233445566778899aabbccddee00");

        var error = Assert.Throws<VideoToolsException>(() => Probe(path)).Error;

        Assert.Equal(VideoErrorId.VideoEncrypted, error.Id);
        Assert.Contains("encrypted", error.Message, StringComparison.Ordinal);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("mp4", "libx264")]
    [InlineData("avi", "mjpeg")]
    public void Probe_TooLarge_SaysWhichSizeIsAllowed(string container, string codec)
    {
        var path = TestClip.Make(
            "large." + container, "-f", "lavfi", "-i", "color=gray:s=1228x648:r=1", "-vf", "scale=12288:6480", "-frames:v", "1",
            "-c:v", codec, "-preset", "ultrafast", "-pix_fmt", codec == "mjpeg" ? "yuvj420p" : "yuv420p");

        var error = Assert.Throws<VideoToolsException>(() => Probe(path)).Error;

        Assert.Equal(VideoErrorId.PictureTooLarge, error.Id);
        Assert.Contains("8192x8192", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length - path.Length, 10, MostLetters);
    }

    [Theory]
    [InlineData("/dev/stdin")]
    [InlineData("/dev/fd/63")]
    [InlineData("/proc/self/fd/0")]
    public void Verify_StandardInput_SaysToSaveAFile(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There are no such names.
        }

        var error = Assert.Throws<VideoToolsException>(() => FileChecks.Verify(path)).Error;

        Assert.Equal(VideoErrorId.NotAFile, error.Id);
        Assert.Contains("standard input or a pipe", error.Message, StringComparison.Ordinal);
        Assert.Contains("file", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NameThatIsNotUtf8_SaysSo()
    {
        var error = Assert.Throws<VideoToolsException>(() => FileChecks.Verify("/videos/caf\uFFFD.mp4")).Error;

        Assert.Equal(VideoErrorId.FileUnreadable, error.Id);
        Assert.Contains("not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_Playlist_IsShort()
    {
        var path = TestClip.Write("list.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\na.ts\n"u8.ToArray());

        var error = Assert.Throws<VideoToolsException>(() => Probe(path)).Error;

        Assert.Equal(VideoErrorId.InvalidVideo, error.Id);
        Assert.InRange(error.Message.Length - path.Length, 10, MostLetters);
    }
}
