using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class PictureFileTests : DecodingTestBase
{
    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 180, true)]
    [InlineData(3, 180, false)]
    [InlineData(4, 0, true)]
    [InlineData(5, 90, true)]
    [InlineData(6, 90, false)]
    [InlineData(7, 270, true)]
    [InlineData(8, 270, false)]
    [InlineData(77, 0, false)]
    public void Of_JpegWithExif_SaysHowItIsTurned(byte orientation, int rotation, bool isMirrored)
    {
        foreach (var isLittle in new[] { true, false })
        {
            var picture = PictureFile.Of([0xFF, 0xD8, .. Exif(orientation, isLittle), 0xFF, 0xDA])!;

            Assert.Equal(("jpeg_pipe", rotation, isMirrored), (picture.Format, picture.Rotation, picture.IsMirrored));
        }
    }

    [Fact]
    public void Of_BrokenExif_IsAnUprightJpeg()
    {
        var exif = Exif(6, true);
        for (var length = 3; length < exif.Length; length++)
        {
            Assert.NotNull(PictureFile.Of([0xFF, 0xD8, .. exif.AsSpan(0, length)]));
        }

        byte[] wild = [.. exif];
        wild[14] = wild[15] = wild[16] = wild[17] = 0xFF; // the directory lies far outside
        Assert.Equal(0, PictureFile.Of([0xFF, 0xD8, .. wild])!.Rotation);
    }

    [Fact]
    public void Of_OtherFiles_AreNoPictures()
    {
        Assert.Null(PictureFile.Of([]));
        Assert.Null(PictureFile.Of("BM is how this text begins, and it is no bitmap"u8));
        Assert.Null(PictureFile.Of("RIFF1234AVI LIST"u8));
        Assert.Equal("webp_pipe", PictureFile.Of("RIFF1234WEBPVP8 "u8)!.Format);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("plain.jpg", "jpeg_pipe")]
    [InlineData("plain.png", "png_pipe")]
    [InlineData("plain.bmp", "bmp_pipe")]
    [InlineData("plain.webp", "webp_pipe")]
    public void Probe_PictureFile_IsAVideoOfOneFrameWhereWanted(string name, string format)
    {
        var path = TestClip.Make(name, "-f", "lavfi", "-i", "testsrc2=s=64x48", "-frames:v", "1");

        var probe = new Prober(Tools).Probe(path, countFrames: false, AcceptedMedia.VideoOrPicture, default);

        Assert.Equal((64, 48, format), (probe.Info.Width, probe.Info.Height, probe.PictureFormat));
        Assert.Throws<VideoToolsException>(() => new Prober(Tools).Probe(path));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_VideoWherePicturesAreTaken_IsTheVideo()
    {
        var path = TestClip.Make("video.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1");

        Assert.Null(new Prober(Tools).Probe(path, countFrames: false, AcceptedMedia.VideoOrPicture, default).PictureFormat);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_JpegThatWasHeldSideways_IsUprightAndHasAnyName()
    {
        var upright = TestClip.Make("upright.jpg", "-f", "lavfi", "-i", "color=red:s=64x48,drawbox=0:0:64:10:blue:fill", "-frames:v", "1");
        var stored = TestClip.Make("stored.jpg", "-i", upright, "-vf", "transpose=cclock", "-q:v", "1", "-frames:v", "1");
        var bytes = File.ReadAllBytes(stored);
        var path = TestClip.Write("held %03d * sideways.jpg", [0xFF, 0xD8, .. Exif(6, false), .. bytes.AsSpan(2)]);

        var probe = new Prober(Tools).Probe(path, countFrames: false, AcceptedMedia.VideoOrPicture, default);
        var sink = new CollectingSink();
        var summary = new MediaDecoder(Tools).Decode(
            new DecodePlan { Source = probe, AnalysisLongSide = 320, Stills = [new StillSelection(1280, FrameFormat.Rgb24, 0.5)] }, sink, default);

        Assert.Equal((64, 48), (probe.Info.Width, probe.Info.Height));
        Assert.Equal((1L, RecordStatus.Ok), (summary.FrameCount, summary.Status));
        Assert.Equal(0, Assert.Single(sink.Stills).Index);
        Assert.Equal((64, 48), sink.StillSize);
        var pixels = sink.StillPictures[0];
        Assert.True(pixels[(5 * 64 * 3) + 2] > 150, "the blue bar is on top");
        Assert.True(pixels[40 * 64 * 3] > 150, "red is below it");
    }

    // APP1 with one directory of one entry.
    private static byte[] Exif(byte orientation, bool isLittle)
    {
        byte[] Word(int value) => isLittle ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];
        byte[] Long(int value) => isLittle ? [(byte)value, 0, 0, 0] : [0, 0, 0, (byte)value];
        byte[] tiff = [.. isLittle ? "II"u8 : "MM"u8, .. Word(42), .. Long(8), .. Word(1), .. Word(0x0112), .. Word(3), .. Long(1), .. Word(orientation), 0, 0, .. Long(0)];
        var length = 2 + 6 + tiff.Length;
        return [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff];
    }
}
