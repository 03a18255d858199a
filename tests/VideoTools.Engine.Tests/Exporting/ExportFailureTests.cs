using System.Diagnostics;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Whatever goes wrong is one error with a way out, and nothing half-written stays.</summary>
public sealed class ExportFailureTests : ExportTestBase
{
    private VideoInput Input => new(Still) { Shots = [Shot(Still, 100, 0, 202, 360)], Destination = At("a.mp4") };

    [Fact]
    public void OutputThatExists_IsRefusedBeforeAnyWork_AndReplacedWithForce()
    {
        File.WriteAllText(At("a.mp4"), "mine");

        // The source does not even exist: nothing looks at it before.
        var (_, errors, _) = Export(Lossless, Input with { FullName = At("gone.mp4") });
        Assert.Equal(VideoErrorId.OutputExists, Assert.Single(errors).Id);
        Assert.Equal("mine", File.ReadAllText(At("a.mp4")));

        Assert.True(ExportOne(Lossless with { Force = true }, Input).Length > 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SourceAsTarget_IsRefused_AlsoThroughALink(bool isLink)
    {
        var copy = At("copy.mkv");
        File.Copy(Still, copy);
        var target = copy;
        if (isLink)
        {
            target = At("link.mkv");
            File.CreateSymbolicLink(target, copy);
        }

        var before = new FileInfo(copy).Length;
        var (_, errors, _) = Export(Lossless with { Force = true }, Input with { FullName = copy, Destination = target });

        Assert.Contains("over itself", Assert.Single(errors).Message, StringComparison.Ordinal);
        Assert.Equal(before, new FileInfo(copy).Length);
    }

    [Fact]
    public void TargetThatTakesNoFiles_IsUnwritable()
    {
        File.WriteAllText(At("file"), "");
        var targets = OperatingSystem.IsLinux() ? new[] { At("file/a.mp4"), "/proc/a.mp4" } : [At("file/a.mp4")];
        foreach (var target in targets)
        {
            var (_, errors, _) = Export(Lossless, Input with { Destination = target });

            Assert.Equal(VideoErrorId.OutputUnwritable, Assert.Single(errors).Id);
        }
    }

    [Theory]
    [InlineData("a.avi", "libx264", "videos are written as .mp4")]
    [InlineData("a", "libx264", "videos are written as .mp4")]
    [InlineData("a.webm", "libx264", "holds no h264")]
    public void ContainerThatDoesNotFit_SaysWhatDoes(string name, string encoder, string message)
    {
        var (_, errors, _) = Export(Lossless with { Encoder = encoder }, Input with { Destination = At(name) });

        Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(500, 0)]
    [InlineData(0, 200)]
    public void WindowOutsideOfTheVideo_IsInvalid(int x, int y)
    {
        var (_, errors, _) = Export(Lossless, Input with { Shots = [Shot(Still, x, y, 202, 360)] });

        Assert.Equal(VideoErrorId.InvalidCrop, Assert.Single(errors).Id);
    }

    [Fact]
    public void WindowsOfAnotherVideo_AndOtherShapes_AreInvalid()
    {
        var (_, other, _) = Export(Lossless, Input with { Shots = [Shot(Still, 0, 0, 202, 360) with { VideoWidth = 1920, VideoHeight = 1080 }] });
        var (_, shape, _) = Export(
            Lossless with { OutputWidth = 1080, OutputHeight = 1920 }, Input with { Shots = [Shot(Still, 0, 0, 360, 360)] });

        Assert.Contains("1920x1080", Assert.Single(other).Message, StringComparison.Ordinal);
        Assert.Contains("another shape", Assert.Single(shape).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImpossibleOptions_AreRefusedAtOnce()
    {
        CropExportOptions[] bad =
        [
            new() { Crf = 64 }, new() { OutputWidth = 1081, OutputHeight = 1920 }, new() { Encoder = "mpeg4" }, new() { Destination = " " },
            new() { Destination = "{name}.mp4" }, new() { OutputWidth = 1080, OutputHeight = 1080 }, new() { Preset = "" },
            new() { OutputWidth = 8 }, new() { Path = new CropPathOptions { Scale = 0 } },
        ];
        using var engine = VideoEngine.Create();

        Assert.All(bad, options => Assert.Throws<ArgumentException>(() => engine.Open(new CropExportRequest(options))));
    }

    [Fact]
    public void Cancelled_LeavesNoFileAndNoChild()
    {
        using var tools = Tools("");
        var input = Input with { FullName = Long, Shots = [Shot(Long, 0, 0, 1080, 1080)] };
        using (var engine = VideoEngine.Create())
        using (var session = engine.Open(new CropExportRequest(new CropExportOptions()) { Engine = new EngineOptions { FfmpegDirectory = tools.Folder } }))
        {
            session.Add(input);
            Assert.True(SpinWait.SpinUntil(() => Files().Any(file => file.Length > 0) || tools.StartCount > 2, TimeSpan.FromSeconds(60)));
            session.Cancel();
        }

        Assert.Empty(Files());
        Assert.All(tools.Started, id => Assert.True(SpinWait.SpinUntil(() => !IsAlive(id), TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void KilledEncoder_IsAnErrorWithTheFileTheCodeAndTheLastWords()
    {
        using var tools = Tools("case \"$*\" in *progress*) ;; *) exec /usr/bin/ffmpeg \"$@\";; esac\necho last words >&2\nkill -9 $$\n");
        var (_, errors, _) = Export(Lossless, new EngineOptions { FfmpegDirectory = tools.Folder, Cache = CacheMode.Off }, Input);

        var error = Assert.Single(errors);
        Assert.Equal((VideoErrorId.EncoderFailed, Still), (error.Id, error.FullName));
        Assert.Contains("SIGKILL", error.Message, StringComparison.Ordinal);
        Assert.Contains("last words", error.Message, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void KilledFromOutside_LeavesNoFile()
    {
        using var tools = Tools("");
        using var engine = VideoEngine.Create();
        using var session = engine.Open(new CropExportRequest(new CropExportOptions()) { Engine = new EngineOptions { FfmpegDirectory = tools.Folder } });
        session.Add(Input with { FullName = Long, Shots = [Shot(Long, 0, 0, 1080, 1080)] });
        session.CompleteAdding();
        Assert.True(SpinWait.SpinUntil(() => Files().Any(file => file.Length > 0), TimeSpan.FromSeconds(60)));

        Process.GetProcessById(tools.Started[^1]).Kill();

        VideoEvent? last = null;
        while (!session.IsFinished)
        {
            last = session.Take(TimeSpan.FromSeconds(1)) ?? last;
        }

        Assert.Equal(VideoErrorId.EncoderFailed, Assert.IsType<FailureEvent>(last).Error.Id);
        Assert.Empty(Files());
    }

    [Fact]
    public void FullDisk_IsAnErrorOfItsOwn()
    {
        var mount = Path.Combine(Folder, "full");
        Directory.CreateDirectory(mount);
        if (!TryRun("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", mount))
        {
            // Not allowed to mount here: ffmpeg's own words are checked all the same.
            using var tools = Tools("case \"$*\" in *progress*) ;; *) exec /usr/bin/ffmpeg \"$@\";; esac\necho 'av_interleaved_write_frame(): No space left on device' >&2\nexit 1\n");
            var (_, said, _) = Export(Lossless, new EngineOptions { FfmpegDirectory = tools.Folder, Cache = CacheMode.Off }, Input);
            Assert.Equal(VideoErrorId.DiskFull, Assert.Single(said).Id);
            return;
        }

        try
        {
            var (_, errors, _) = Export(Lossless, Input with { Destination = Path.Combine(mount, "a.mp4") });

            Assert.Equal(VideoErrorId.DiskFull, Assert.Single(errors).Id);
            Assert.Empty(Directory.GetFiles(mount));
        }
        finally
        {
            TryRun("umount", mount);
        }
    }

    private static string Long => TestClip.Make("export-long.mp4",
        "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=40", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    private static LoggingTools Tools(string ffmpegScript)
    {
        var real = FfmpegLocator.Locate();
        return ffmpegScript.Length == 0 ? new LoggingTools(real) : new LoggingTools(ffmpegScript.Replace("/usr/bin/ffmpeg", real.Ffmpeg, StringComparison.Ordinal), $"exec '{real.Ffprobe}' \"$@\"");
    }

    private FileInfo[] Files() => [.. new DirectoryInfo(Folder).GetFiles("*", SearchOption.AllDirectories)];

    private static bool IsAlive(int id)
    {
        try
        {
            return !Process.GetProcessById(id).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool TryRun(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
