using VideoTools.Engine.Imaging;
using VideoTools.Engine.Previews;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Imaging;
using VideoTools.Engine.Tests.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Pictures of frames, compared with a decode of the whole file.</summary>
public sealed class FrameExportTests : IDisposable
{
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "10", "-bf", "3", "-pix_fmt", "yuv420p"];

    private static readonly Dictionary<string, string[]> Clips = new()
    {
        ["b-frames.mp4"] = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=14", .. H264, "-g", "100"],
        ["open-gop.mkv"] = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=24000/1001:d=14", .. H264, "-x264-params", "open-gop=1:keyint=40"],
        ["variable.mp4"] =
            ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=60:d=9", "-vf", "select='not(mod(n\\,7))+not(mod(n\\,4))'", "-vsync", "vfr", .. H264],
        ["late.ts"] = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=14", .. H264, "-muxdelay", "0", "-output_ts_offset", "12.34"],
        ["film.avi"] = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=14", "-c:v", "mpeg4", "-q:v", "2", "-bf", "2"],
    };

    // How chroma is brought to full size: the same way on both sides.
    private static readonly string[] Exact = ["-sws_flags", "bicubic+accurate_rnd+full_chroma_int"];

    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-frames-").FullName;

    public static TheoryData<string> Names => [.. Clips.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Names))]
    public void Export_AnyContainer_WritesExactlyTheChosenFrames(string name)
    {
        var clip = TestClip.Make("frames-" + name, Clips[name]);

        AssertExact(clip, 320, 180);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(BadMediaKind.Rotated90, 180, 320)]
    [InlineData(BadMediaKind.Rotated270, 180, 320)]
    public void Export_RotatedVideo_IsUpright(BadMediaKind kind, int width, int height) =>
        AssertExact(BadMedia.Create(kind), width, height);

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(PictureFormat.Jpeg, ".jpg", "mjpeg", 45)]
    [InlineData(PictureFormat.Png, ".png", "png", 45)]
    [InlineData(PictureFormat.Webp, ".webp", "webp", 45)]
    public void Export_AnyFormat_HasItsNameItsSizeAndThePicture(PictureFormat format, string extension, string codec, double decibels)
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var frame = All(clip)[200];

        var picture = Assert.Single(Export(new FrameExportOptions { OutputDirectory = _folder, Format = format }, clip, frame));

        Assert.Equal(Path.Combine(_folder, "frames-b-frames_frame_000200_t8.0_s0" + extension), picture.FullName);
        Assert.Equal((320, 180, clip), (picture.Width, picture.Height, picture.VideoPath));
        Assert.Equal(new FileInfo(picture.FullName).Length, picture.Length);
        Assert.Equal(codec, Ffmpeg.Probe("-show_entries", "stream=codec_name", "-of", "csv=p=0", picture.FullName));
        Assert.True(Psnr(Pixels(picture.FullName), Decode(clip)[200]) > decibels);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_LowerQuality_IsSmaller()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var frame = All(clip)[100];

        var lengths = new[] { 95, 75, 30 }.Select(quality => Assert.Single(
            Export(new FrameExportOptions { OutputDirectory = Path.Combine(_folder, $"{quality}"), Quality = quality }, clip, frame)).Length).ToArray();

        Assert.True(lengths[0] > lengths[1] && lengths[1] > lengths[2], string.Join(' ', lengths));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_OfAFile_ChoosesAndWritesInBatches_WithASheet()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var options = new FrameExportOptions
        {
            Frames = new FrameOptions { Mode = FrameMode.Interval, IntervalSeconds = 1 },
            OutputDirectory = _folder, ContactSheet = Path.Combine(_folder, "{stem}-sheet.png"), BatchSize = 5,
        };

        var records = Sessions.Records<object>(new FrameExportRequest(options), clip);

        Assert.Equal(Enumerable.Range(0, 14).Select(i => i * 25L), records.OfType<ExportedFrame>().Select(frame => frame.Frame));
        var sheet = Assert.IsType<FrameSheet>(records[^1]);
        Assert.Equal((Path.Combine(_folder, "frames-b-frames-sheet.png"), 14), (sheet.FullName, sheet.FrameCount));
        var painted = PngEncoderTests.Read(File.ReadAllBytes(sheet.FullName), sheet.Width, sheet.Height);
        var tile = new RgbPicture(240, 136);
        var expected = Scaled(clip, 240, 136);
        for (var i = 0; i < 14; i++)
        {
            var (left, top) = FrameSheetPainter.Corner(i, tile);
            var shown = painted.Cut(new PixelArea(left, top, left + 240, top + 100));
            Assert.True(Psnr(shown.Pixels, expected[i * 25].AsSpan(0, shown.Pixels.Length)) > 35, $"tile {i}");
        }

        Assert.Equal(15, Directory.GetFiles(_folder).Length);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Sheet_Alone_WritesNoPictures_AsJpeg()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var options = new FrameExportOptions { ContactSheet = Path.Combine(_folder, "sheet.jpg") };

        var sheet = Assert.IsType<FrameSheet>(Assert.Single(Sessions.Records<object>(new FrameExportRequest(options), clip)));

        Assert.Equal([sheet.FullName], Directory.GetFiles(_folder));
        Assert.Equal(
            FormattableString.Invariant($"mjpeg,{sheet.Width},{sheet.Height}"),
            Ffmpeg.Probe("-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", sheet.FullName));
    }

    // The README's picture is this one.
    [RequiresFact(Needs.Ffmpeg | Needs.RealClips)]
    public void Sheet_OfTheRealClip_ShowsItsScenes()
    {
        var results = Directory.CreateDirectory(Path.Combine(RepositoryPaths.Root, "output", "test-results")).FullName;
        var options = new FrameExportOptions { ContactSheet = Path.Combine(results, "frame-sheet.jpg"), Quality = 85, Force = true };

        var sheet = (FrameSheet)Assert.Single(Sessions.Records<object>(new FrameExportRequest(options), RealClips.SintelTrailer!));

        Assert.InRange(sheet.FrameCount, 10, 20);
        Assert.Equal(1248, sheet.Width);
        Assert.Equal(sheet.Length, new FileInfo(sheet.FullName).Length);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_PictureThatIsThere_IsKeptWithoutForce()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var frame = All(clip)[10];
        var options = new FrameExportOptions { OutputDirectory = _folder };
        var picture = Assert.Single(Export(options, clip, frame));
        File.WriteAllText(picture.FullName, "mine");

        var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(new FrameExportRequest(options), Input(clip, frame))));

        Assert.Equal(VideoErrorId.OutputExists, failure.Error.Id);
        Assert.Equal("mine", File.ReadAllText(picture.FullName));
        Assert.Single(Export(options with { Force = true }, clip, frame));
        Assert.NotEqual("mine", File.ReadAllText(picture.FullName));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_FramesThatAreNotThere_AreToldAndTheRestIsWritten()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        SelectedFrame[] frames = [All(clip)[3], new() { FullName = clip, Seconds = 99, Frame = 9999 }];

        var events = Sessions.Run(
            new FrameExportRequest(new FrameExportOptions { OutputDirectory = _folder }), new VideoInput(clip) { Frames = frames });

        Assert.Single(events.OfType<RecordEvent>());
        Assert.Contains("1 frames", Assert.Single(events.OfType<WarningEvent>()).Message, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_TwoVideosOfOneName_DoNotOverwriteEachOther()
    {
        var clip = TestClip.Make("frames-b-frames.mp4", Clips["b-frames.mp4"]);
        var twin = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "twin")).FullName, Path.GetFileName(clip));
        File.Copy(clip, twin);
        var options = new FrameExportOptions { OutputDirectory = Path.Combine(_folder, "out"), Force = true };
        var frame = All(clip)[3];

        var events = Sessions.Run(
            new FrameExportRequest(options) { Engine = new EngineOptions { ThrottleLimit = 1 } },
            Input(clip, frame), Input(twin, frame with { FullName = twin }));

        Assert.Single(events.OfType<RecordEvent>());
        Assert.Equal(VideoErrorId.OutputExists, Assert.Single(events.OfType<FailureEvent>()).Error.Id);
    }

    [Theory]
    [InlineData(0, 50, null, "Quality")]
    [InlineData(95, 0, null, "BatchSize")]
    [InlineData(95, 50, "sheet.gif", "ContactSheet")]
    public void Options_OutOfRange_AreRefusedByName(int quality, int batch, string? sheet, string named)
    {
        using var engine = VideoEngine.Create();

        var refusal = Assert.Throws<ArgumentException>(() => engine.Open(
            new FrameExportRequest(new FrameExportOptions { Quality = quality, BatchSize = batch, ContactSheet = sheet })));
        Assert.StartsWith(named, refusal.Message, StringComparison.Ordinal);
    }

    // Every 17th frame and the last: each picture must be nearer to its own frame of a decode from the start than to its neighbours.
    private void AssertExact(string clip, int width, int height)
    {
        var frames = All(clip);
        var decoded = Decode(clip);
        Assert.Equal(decoded.Length, frames.Count);
        SelectedFrame[] chosen = [.. frames.Where((frame, i) => i % 17 == 5 || i == frames.Count - 1)];

        var pictures = Export(new FrameExportOptions { OutputDirectory = _folder, Format = PictureFormat.Png }, clip, chosen);

        Assert.Equal(chosen.Select(frame => frame.Frame), pictures.Select(picture => picture.Frame));
        foreach (var picture in pictures)
        {
            Assert.Equal((width, height), (picture.Width, picture.Height));
            var pixels = Pixels(picture.FullName);
            var own = Psnr(pixels, decoded[picture.Frame]);
            Assert.True(own > 45, $"frame {picture.Frame}: {own:0.0} dB");
            var around = new[] { picture.Frame - 1, picture.Frame + 1 }.Where(i => i >= 0 && i < decoded.Length);
            Assert.All(around, i => Assert.True(Psnr(pixels, decoded[i]) < own - 3, $"frame {picture.Frame} is like {i}"));
        }
    }

    private static VideoInput Input(string clip, params SelectedFrame[] frames) => new(clip) { Frames = frames };

    private static List<SelectedFrame> All(string clip) => Sessions.Records<SelectedFrame>(
        new AnalysisRequest(new FrameOptions { Mode = FrameMode.All }) { Engine = new EngineOptions { Cache = CacheMode.Off } }, clip);

    private static List<ExportedFrame> Export(FrameExportOptions options, string clip, params SelectedFrame[] frames)
    {
        var events = Sessions.Run(new FrameExportRequest(options), Input(clip, frames));
        Assert.Empty(events.OfType<FailureEvent>().Select(failure => failure.Error.Message));
        Assert.Empty(events.OfType<WarningEvent>().Select(warning => warning.Message));
        return [.. events.OfType<RecordEvent>().Select(record => (ExportedFrame)record.Record)];
    }

    private static byte[] Pixels(string picture) => Ffmpeg.Capture(["-i", picture, .. Exact, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]);

    private static byte[][] Decode(string clip) => Scaled(clip, 0, 0);

    // ffmpeg's own way: from the start, every frame, turned by its own rotation.
    private static byte[][] Scaled(string clip, int width, int height)
    {
        string[] scale = width > 0 ? ["-vf", $"scale={width}:{height}:flags=area"] : Exact;
        var size = width > 0 ? width * height * 3 : 320 * 180 * 3;
        return [.. Ffmpeg.Capture(["-i", clip, "-map", "0:v:0", .. scale, "-vsync", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]).Chunk(size)];
    }

    private static double Psnr(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Assert.Equal(left.Length, right.Length);
        long squares = 0;
        for (var i = 0; i < left.Length; i++)
        {
            squares += (left[i] - right[i]) * (left[i] - right[i]);
        }

        return squares == 0 ? 99 : 10 * Math.Log10(255.0 * 255 * left.Length / squares);
    }
}
