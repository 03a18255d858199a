using System.Buffers.Binary;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class GeometryTests : DecodingTestBase
{
    // Four corners: white top left, grey top right, black bottom left, dark grey bottom right (luma 235, 126, 16, 60).
    private const string Corners =
        "color=black:s=160x96:d=0.4:r=10,drawbox=x=0:y=0:w=80:h=48:c=white:t=fill,drawbox=x=80:y=0:w=80:h=48:c=0x808080:t=fill,drawbox=x=80:y=48:w=80:h=48:c=0x333333:t=fill";

    private static readonly string[] _lossless = ["-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p", "-color_range", "tv"];

    private static string Upright() => TestClip.Make("corners.mp4", ["-f", "lavfi", "-i", Corners, .. _lossless]);

    // Written into the file's display matrix (a b / c d), since ffmpeg's own options for it changed their sign over the versions.
    private static string WithMatrix(string name, int a, int b, int c, int d)
    {
        var bytes = File.ReadAllBytes(Upright());
        var matrix = bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40;
        int[] values = [a, b, 0, c, d];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(matrix + (4 * i)), values[i] << 16);
        }

        return TestClip.Write(name, bytes);
    }

    private static string Rotated(int clockwise) => clockwise switch
    {
        0 => WithMatrix("rotated0.mp4", 1, 0, 0, 1),
        90 => WithMatrix("rotated90.mp4", 0, 1, -1, 0),
        180 => WithMatrix("rotated180.mp4", -1, 0, 0, -1),
        _ => WithMatrix("rotated270.mp4", 0, -1, 1, 0),
    };

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_TwoFieldsOfTwoShots_GivesOneOfThemWhereTheStreamSaysSo(bool isTold)
    {
        // Fifty pictures a second, black until the fifth and white from there on: the third frame of 25 a second holds both.
        var path = TestClip.Make(
            isTold ? "fields.ts" : "fields-not-told.ts",
            [
                "-f", "lavfi", "-i", "color=black:s=128x96:d=0.1:r=50", "-f", "lavfi", "-i", "color=white:s=128x96:d=0.1:r=50",
                "-filter_complex", "concat=n=2:v=1,tinterlace=interleave_top" + (isTold ? "" : ",setfield=prog"),
                "-c:v", "mpeg2video", "-q:v", "2", .. (isTold ? (string[])["-flags", "+ilme+ildct"] : []),
            ]);

        var luma = Decode(path, p => p with { AnalysisLongSide = 64 }).Sink.Pictures.Select(p => (int)p[(24 * 64) + 32]).ToArray();

        Assert.Equal(isTold, Probe(path).IsInterlaced);
        Assert.Equal(isTold, luma.All(value => value is < 30 or > 220));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("mirror0.mp4", 1, 0, 0, -1)]
    [InlineData("mirror90.mp4", 0, 1, 1, 0)]
    [InlineData("mirror180.mp4", -1, 0, 0, 1)]
    [InlineData("mirror270.mp4", 0, -1, -1, 0)]
    public void Decode_MirroredFile_LooksAsFfmpegTurnsIt(string name, int a, int b, int c, int d)
    {
        var path = WithMatrix(name, a, b, c, d);

        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 160 });

        Assert.True(Probe(path).IsMirrored);
        Assert.Equal(Reference(path, sink.Size.Width, sink.Size.Height), sink.Pictures[0].Take(160 * 96));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Decode_RotatedFile_LooksAsFfmpegTurnsIt(int tag)
    {
        var path = Rotated(tag);
        var probe = Probe(path);
        Assert.Equal(tag, probe.Info.Rotation);
        Assert.Equal(tag is 90 or 270 ? (96, 160) : (160, 96), (probe.Info.Width, probe.Info.Height));
        Assert.Equal((160, 96), (probe.Info.CodedWidth, probe.Info.CodedHeight));

        // White is top left in the stored picture; turned clockwise it wanders to the top right, bottom right, bottom left.
        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 160 });
        var (w, h) = sink.Size;
        int[] corners = [Luma(sink, 8, 8), Luma(sink, w - 8, 8), Luma(sink, w - 8, h - 8), Luma(sink, 8, h - 8)];
        Assert.Equal((probe.Info.Width, probe.Info.Height), sink.Size);
        Assert.Equal(tag / 90, Array.IndexOf(corners, corners.Max()));
        Assert.InRange(corners.Max(), 233, 237);

        // And as ffmpeg's own autorotation does it.
        Assert.Equal(Reference(path, w, h), sink.Pictures[0].Take(w * h));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_AnamorphicFile_DisplayedSizeHasSquarePixels()
    {
        var path = TestClip.Make("anamorphic.mp4", ["-f", "lavfi", "-i", Corners, "-vf", "setsar=64/45", .. _lossless]);

        var info = Probe(path).Info;
        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 1000 });

        Assert.Equal(new Rational(64, 45), info.SampleAspectRatio);
        Assert.Equal((228, 96), (info.Width, info.Height));
        Assert.Equal((228, 96), sink.Size);
        Assert.InRange(Luma(sink, 100, 8), 233, 237); // The white corner ends at the middle, 114.
        Assert.InRange(Luma(sink, 128, 8), 120, 132);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_TallPixels_WidthShrinks()
    {
        var path = TestClip.Make("tall.mp4", ["-f", "lavfi", "-i", Corners, "-vf", "setsar=1/2", .. _lossless]);

        var (sink, _) = Decode(path, p => p with { AnalysisLongSide = 1000 });

        Assert.Equal((80, 96), sink.Size);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_OddSize_IsCutToEven()
    {
        var path = TestClip.Make("odd.mp4", "-f", "lavfi", "-i", "testsrc2=s=161x97:d=0.4:r=10", "-c:v", "libx264", "-pix_fmt", "yuv444p");

        var (sink, summary) = Decode(path, p => p with { AnalysisLongSide = 5000 });

        Assert.Equal((160, 96), sink.Size);
        Assert.Equal(4, summary.FrameCount);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_OnePixel_StillGivesFrames()
    {
        var path = TestClip.Make("one.mkv", "-f", "lavfi", "-i", "color=white:s=2x2:d=0.4:r=10", "-c:v", "ffv1");

        var (sink, _) = Decode(path);

        Assert.Equal((2, 2), sink.Size);
        Assert.InRange(sink.Pictures[0][0], 233, 237);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SizeChangesInTheMiddle_FramesKeepTheirSize()
    {
        var a = TestClip.Make("size-a.ts", "-f", "lavfi", "-i", "color=white:s=160x96:d=1:r=10", "-c:v", "libx264");
        var b = TestClip.Make("size-b.ts", "-f", "lavfi", "-i", "color=white:s=320x240:d=1:r=10", "-c:v", "libx264");
        var both = TestClip.Write("size-change.ts", [.. File.ReadAllBytes(a), .. File.ReadAllBytes(b)]);

        var (sink, _) = Decode(both);

        Assert.True(sink.Frames.Count >= 19, $"{sink.Frames.Count} frames");
        Assert.All(sink.Pictures, p => Assert.Equal(sink.Pictures[0].Length, p.Length));
        Assert.All(sink.Frames.Zip(sink.Frames.Skip(1)), pair => Assert.True(pair.Second.Pts > pair.First.Pts));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(1920, 1080, 320, 320, 180)]
    [InlineData(1080, 1920, 320, 180, 320)]
    [InlineData(100, 100, 320, 100, 100)]
    [InlineData(101, 57, 320, 100, 56)]
    [InlineData(1, 1, 320, 2, 2)]
    [InlineData(10000, 2, 100, 100, 2)]
    [InlineData(853, 480, 320, 320, 180)]
    [InlineData(1920, 800, 320, 320, 134)]
    [InlineData(640, 480, 33, 34, 24)]
    public void Fit_AnySize_EvenNeverEnlarged(int width, int height, int side, int expectedWidth, int expectedHeight) =>
        Assert.Equal((expectedWidth, expectedHeight), AnalysisSize.Fit(width, height, side));

    private static int Luma(CollectingSink sink, int x, int y) => sink.Pictures[0][(y * sink.Size.Width) + x];

    private static byte[] Reference(string path, int width, int height)
    {
        var raw = Path.Combine(TestClip.Folder, Path.GetFileName(path) + ".yuv");
        TestClip.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", path, "-frames:v", "1", "-pix_fmt", "yuv420p", "-f", "rawvideo", raw]);
        return [.. File.ReadAllBytes(raw).Take(width * height)];
    }
}
