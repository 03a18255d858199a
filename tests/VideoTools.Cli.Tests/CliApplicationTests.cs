using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class CliApplicationTests
{
    [Fact]
    public void Run_OutputRedirected_WritesOneJsonObjectALine()
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");

        var code = run.Run("scene", "a.mp4");

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal([1, 2], run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Index").GetInt32()));
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("info", "")]
    [InlineData("scene", "a.mp4", "")]
    [InlineData("frame", "a.mp4", "--output=")]
    [InlineData("metadata", "")]
    [InlineData("niche", "")]
    [InlineData("report", "")]
    public void Run_EmptyArgument_IsAnErrorAndReadsNothing(params string[] arguments)
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run(arguments));
        Assert.Empty(run.OutputLines);
        Assert.Contains("Check the variable", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Dash_SaysThatStandardInputIsNotRead()
    {
        using var run = new CliRun(Scripts.TwoScenes);

        Assert.Equal(ExitCode.Usage, run.Run("info", "-"));
        Assert.Contains("Standard input is not read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutputIsTerminal_WritesTable()
    {
        using var run = new CliRun(Scripts.TwoScenes) { IsOutputTerminal = true };
        run.Touch("a.mp4");

        run.Run("scene", "a.mp4");

        Assert.Equal("a.mp4", run.OutputLines[0]);
        Assert.StartsWith("Index", run.OutputLines[1], StringComparison.Ordinal);
        Assert.Equal(5, run.OutputLines.Length);
        Assert.Contains("00:00:02.000", run.OutputLines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FormatCsv_WritesHeaderOnce()
    {
        using var run = new CliRun(Scripts.TwoScenes) { IsOutputTerminal = true };
        run.Touch("a.mp4");

        run.Run("scene", "a.mp4", "--format", "CSV");

        Assert.Equal(3, run.OutputLines.Length);
        Assert.StartsWith("\"FullName\",\"VideoId\",\"Index\",\"SceneIndex\",\"Start\"", run.OutputLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneFileFails_ReportsOneLineGoesOnAndReturnsOne()
    {
        using var run = new CliRun(Scripts.FailSecond);
        foreach (var name in new[] { "a.mp4", "b.mp4", "c.mp4" })
        {
            run.Touch(name);
        }

        var code = run.Run("info", "a.mp4", "b.mp4", "c.mp4");

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Equal(2, run.OutputLines.Length);
        Assert.Equal("videotools: InvalidVideo: 'it' is broken. Copy it again." + Environment.NewLine, run.Error);
    }

    [Theory]
    [InlineData("scene", "a.mp4", "--detector", "magic")]
    [InlineData("scene", "a.mp4", "--at", "1:30")]
    [InlineData("scene", "a.mp4", "--threshold", "x")]
    [InlineData("crop", "a.mp4", "--aspect", "9x16")]
    [InlineData("crop", "a.mp4", "--grid", "0")]
    [InlineData("path", "a.mp4", "--mode", "shaky")]
    [InlineData("path", "a.mp4", "--keep", "hats")]
    [InlineData("info", "a.mp4", "--no-such-option")]
    [InlineData("info")]
    [InlineData("nonsense", "a.mp4")]
    [InlineData]
    public void Run_CommandLineMakesNoSense_ReturnsTwoAndWritesNothing(params string[] arguments)
    {
        using var run = new CliRun(Scripts.Info);

        var code = run.Run(arguments);

        Assert.Equal(ExitCode.Usage, code);
        Assert.StartsWith("videotools: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Empty(run.Engine.Requests);
    }

    [Fact]
    public void Run_EngineRefusesOptions_ReturnsTwo()
    {
        using var run = new CliRun(Scripts.Info) { Engine = new FakeEngine(Scripts.Info) { OpenFailure = new ArgumentException("Scale is 7.") } };
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run("crop", "a.mp4", "--scale", "7"));
        Assert.Equal("videotools: Scale is 7." + Environment.NewLine, run.Error);
        Assert.True(run.Engine.IsDisposed);
    }

    [Theory]
    [InlineData("--no-cache", CacheMode.Off)]
    [InlineData("--refresh", CacheMode.Refresh)]
    [InlineData("--force", CacheMode.Use)]
    public void Run_CacheOptions_ReachTheRequest(string option, CacheMode expected)
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");

        run.Run("scene", "a.mp4", option);

        Assert.Equal(expected, Assert.Single(run.Engine.Requests).Engine.Cache);
    }

    [Fact]
    public void Run_Cache_ListsEntries_AndDeletesThemWithClear()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Cache.Entries.Add(new VideoCacheEntry { FullName = "/v/new.mp4", Analysis = "Scene", Key = "1", LastUsed = DateTime.Now });
        run.Engine.Cache.Entries.Add(new VideoCacheEntry { FullName = "/v/old.mp4", Analysis = "Text", Key = "2", LastUsed = DateTime.Now.AddDays(-40) });

        Assert.Equal(ExitCode.Success, run.Run("cache", "--clear", "--unused-for", "30.00:00:00", "--format", "csv"));

        Assert.Contains("/v/old.mp4", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/v/new.mp4", run.Output, StringComparison.Ordinal);
        Assert.Equal("/v/new.mp4", Assert.Single(run.Engine.Cache.Entries).FullName);
    }

    [Fact]
    public void Run_Options_ReachTheRequest()
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");

        run.Run(
            "scene", "a.mp4", "--detector", "content", "--threshold", "27.5", "--min-length", "0.6", "--merge-short", "--fallback-length",
            "00:00:10", "--from", "1", "--to", "2.5", "--throttle", "3", "--unordered", "--speed", "exact", "--hwaccel", "vaapi",
            "--stall-timeout", "5", "--ffmpeg-directory", "tools");

        var request = Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(
            new SceneOptions
            {
                Detector = SceneDetector.Content,
                Threshold = 27.5,
                MinimumLength = TimeSpan.FromMilliseconds(600),
                MergeShort = true,
                FallbackLength = TimeSpan.FromSeconds(10),
            },
            request.Features[0]);
        Assert.Equal(
            new EngineOptions
            {
                ThrottleLimit = 3,
                Unordered = true,
                Speed = SpeedMode.Exact,
                HardwareAcceleration = HardwareAcceleration.Vaapi,
                Cache = CacheMode.Use,
                StallTimeout = TimeSpan.FromSeconds(5),
                FfmpegDirectory = Path.Combine(run.Directory, "tools"),
            },
            request.Engine);
        var input = Assert.Single(run.Engine.Sessions[0].Inputs);
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5)), (input.From!.Value, input.To!.Value));
    }

    [Fact]
    public void Run_CropOfScenes_OneInputAFileAndScene()
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");
        run.Touch("b.mp4");

        run.Run("crop", "a.mp4", "b.mp4", "--scene", "2", "--scene", "5");

        Assert.Equal(
            [("a.mp4", 2), ("a.mp4", 5), ("b.mp4", 2), ("b.mp4", 5)],
            run.Engine.Sessions[0].Inputs.Select(i => (Path.GetFileName(i.FullName), i.SceneIndex!.Value)));
        Assert.Equal(ExitCode.Usage, run.Run("crop", "a.mp4", "--scene", "0"));
    }

    [Fact]
    public void Run_PathOptions_ReachTheRequest()
    {
        using var run = new CliRun(Scripts.ThreePositions);
        run.Touch("a.mp4");

        run.Run(
            "path", "a.mp4", "--aspect", "4:5", "--scale", "0.5", "--mode", "follow", "--keep", "text", "--keep", "face",
            "--when-too-wide", "pad", "--allow-zoom", "--include-bars", "--from", "1");

        var expected = new CropPathOptions
        {
            Aspect = new AspectRatio(4, 5),
            Scale = 0.5,
            Mode = CropMode.Follow,
            Keep = CropKeep.Text | CropKeep.Face,
            WhenTooWide = CropFit.Pad,
            AllowZoom = true,
            IncludeBars = true,
        };
        Assert.Equal(expected, Options<CropPathOptions>(run));
    }

    [Fact]
    public void Run_CropOptions_ReachTheRequest()
    {
        using var run = new CliRun(Scripts.ThreePositions);
        run.Touch("a.mp4");

        run.Run("crop", "a.mp4", "--aspect", "9:16", "--grid", "7", "--scale", "0.5");

        var request = Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(new CropOptions { Aspect = new AspectRatio(9, 16), Grid = 7, Scale = 0.5 }, request.Features[0]);
        Assert.Equal(3, run.OutputLines.Length);
    }

    [Fact]
    public void Run_Face_ReachesTheRequestAndPicturesHaveNoRange()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("a.mp4");
        run.Touch("b.JPG");

        run.Run("face", "a.mp4", "b.JPG", "--interval", "2", "--minimum-size", "0.1", "--minimum-score", "0.6", "--from", "1");

        var request = Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(new FaceOptions { Interval = 2, MinimumSize = 0.1, MinimumScore = 0.6 }, Assert.Single(request.Features));
        Assert.Equal([TimeSpan.FromSeconds(1), null], run.Engine.Sessions[0].Inputs.Select(input => input.From));
    }

    [Fact]
    public void Run_Driver_ReachesTheRequest()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("a.mp4");

        run.Run(
            "driver", "a.mp4", "--interval", "2", "--sample-rate", "15", "--calibration", "5", "--perclos-window", "90", "--closed-limit", "1.5",
            "--away-limit", "3", "--away-angle", "25", "--skip-hands", "--to", "60");

        var request = Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(
            new DriverOptions
            {
                IntervalSeconds = 2, SampleRate = 15, CalibrationSeconds = 5, PerclosSeconds = 90, ClosedSeconds = 1.5, AwaySeconds = 3, AwayAngle = 25,
                SkipHands = true,
            },
            Assert.Single(request.Features));
        Assert.Equal(TimeSpan.FromMinutes(1), run.Engine.Sessions[0].Inputs[0].To);
    }

    [Fact]
    public void Run_TemplateWithFaces_ReachesTheRequest()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("a.mp4");

        run.Run("template", "a.mp4", "--faces", "--skip-text");

        var request = Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(new TemplateOptions { IncludeFaces = true, SkipText = true }, Assert.Single(request.Features));
    }

    [Fact]
    public void Run_Export_ReachesTheRequestWithNamesOfItsOwn()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("a.mp4");
        run.Touch("b.mov");

        run.Run("crop", "a.mp4", "b.mov", "--export", "out/", "--size", "1080x1920", "--mode", "follow", "--keep", "text,face", "--when-too-wide",
            "pad", "--encoder", "libx265", "--crf", "22", "--preset", "slow", "--speed-up-dull", "--dull-by", "both", "--maximum-speed", "3", "--force");

        var request = Assert.IsType<CropExportRequest>(Assert.Single(run.Engine.Requests));
        var expected = new CropExportOptions
        {
            Destination = request.Options.Destination,
            Path = new CropPathOptions
            {
                Aspect = new AspectRatio(9, 16), Mode = CropMode.Follow, Keep = CropKeep.Text | CropKeep.Face, WhenTooWide = CropFit.Pad,
            },
            SpeedUpDull = new ActivityOptions { DullBy = DullBy.Both, MaximumSpeed = 3 },
            OutputWidth = 1080, OutputHeight = 1920, Encoder = "libx265", Crf = 22, Preset = "slow", Force = true,
        };
        Assert.Equal(expected, request.Options);
        Assert.Equal(CacheMode.Use, request.Engine.Cache);
        Assert.Equal(
            ["a.9x16.mp4", "b.9x16.mov"], run.Engine.Sessions[0].Inputs.Select(input => Path.GetFileName(input.Destination)));
        Assert.All(run.Engine.Sessions[0].Inputs, input => Assert.Equal("out", Path.GetFileName(Path.GetDirectoryName(input.Destination))));
    }

    [Theory]
    [InlineData("--size", "big")]
    [InlineData("--keep", "cats")]
    [InlineData("--mode", "fast")]
    public void Run_ExportOptionThatIsNone_ReturnsTwo(string option, string value)
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run("crop", "a.mp4", "--export", "x.mp4", option, value));
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Candidates_JudgesEachFileByItself()
    {
        using var run = new CliRun(Scripts.ThreePositions);
        run.Touch("a.mp4");
        run.Touch("b.mp4");

        run.Run("crop", "a.mp4", "b.mp4", "--candidates", "--maximum-count", "2", "--strategy", "motion priority");

        Assert.Equal(["motion priority"], run.Engine.Crops.Options[0].Strategies);
        var rows = run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["a.mp4", "a.mp4", "b.mp4", "b.mp4"], rows.Select(r => Path.GetFileName(r.GetProperty("FullName").GetString())));
        Assert.Equal([20, 10, 20, 10], rows.Select(r => r.GetProperty("X").GetInt32()));
    }

    [Fact]
    public void Run_UnknownStrategy_ReturnsTwoAndNamesTheKnown()
    {
        using var run = new CliRun(Scripts.ThreePositions);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run("crop", "a.mp4", "--candidates", "--strategy", "best"));
        Assert.Contains("Motion Priority, Visual Detail, Balanced", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_At_ReachesTheInput()
    {
        using var run = new CliRun(Scripts.TwoScenes);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("scene", "a.mp4", "--at", "1.5", "--to", "9"));
        var input = Assert.Single(run.Engine.Sessions[0].Inputs);
        Assert.Equal((TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(9)), (input.At, input.To));
    }

    [Fact]
    public void Run_TemplateWithDirectory_SavesAndWritesRecord()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--output-directory", "out", "--force", "--skip-scene"));
        Assert.Equal((Path.Combine(run.Directory, "out", "a_template.json"), true), Assert.Single(run.Engine.Templates.Saves));
        Assert.Single(run.OutputLines);
        Assert.True(Options<TemplateOptions>(run).SkipScenes);
    }

    [Fact]
    public void Run_TemplateSkips_ReachTheEngine()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--skip-text", "--skip-speech", "--device", "auto"));

        var options = Options<TemplateOptions>(run);
        Assert.True(options is { SkipText: true, SkipSpeech: true, SkipScenes: false });
        Assert.Equal((DeviceOrder.From(InferenceDevice.Auto), DeviceOrder.From(InferenceDevice.Auto)), (options.Text.Device, options.Speech.Device));
    }

    [Fact]
    public void Run_TextOptions_ReachTheEngine()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "text", "a.mp4", "--sampling", "interval", "--interval", "0.5", "--minimum-confidence", "0.8"));

        var options = Options<TextOptions>(run);
        Assert.Equal((TextSampling.Interval, 0.5, 0.8), (options.Sampling, options.Interval, options.MinimumConfidence));
    }

    [Fact]
    public void Run_LanguageOfText_ReachesTheEngine()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("text", "a.mp4", "--engine", "tesseract", "--language", "de,fr", "--tesseract-path", "/t/tesseract"));

        var options = Options<TextOptions>(run);
        Assert.Equal((TextEngine.Tesseract, "de,fr", Path.GetFullPath("/t/tesseract")), (options.Engine, options.Language, options.TesseractPath));
    }

    [Fact]
    public void Run_LanguagesOfTemplate_AreOfTextAndOfSpeech()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--text-engine", "ppocr", "--text-language", "de", "--language", "en"));

        var options = Options<TemplateOptions>(run);
        Assert.Equal((TextEngine.PPOcr, "de", "en"), (options.Text.Engine, options.Text.Language, options.Speech.Language));
    }

    [Fact]
    public void Run_TranscriptWithSave_WritesOneFileAndTheRecords()
    {
        using var run = new CliRun((index, input) =>
        [
            new RecordEvent(index, input.FullName, new TranscriptSegment { FullName = input.FullName, Index = 1, HasSpeech = true, Text = "a" }),
            new RecordEvent(index, input.FullName, new TranscriptSegment { FullName = input.FullName, Index = 2, HasSpeech = true, Text = "b" }),
        ]);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "transcript", "a.mp4", "--model", "tiny", "--language", "en", "--word-timestamp", "--save", "vtt", "--output-directory", "out"));

        var options = Options<SpeechOptions>(run);
        Assert.True(options is { Model: SpeechModel.Tiny, Language: "en", WordTimestamp: true, AudioTrack: 0 });
        var saved = Assert.Single(run.Engine.Transcripts.Saves);
        Assert.EndsWith(Path.Combine("out", "a.vtt"), saved.Path, StringComparison.Ordinal);
        Assert.Equal((TranscriptFormat.Vtt, 2), (saved.Format, saved.Count));
    }

    [Fact]
    public void Run_TranscriptWithAModelOfTheUser_NamesItWithItsFolder()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("transcript", "a.mp4", "--model-path", "ggml-large.bin"));

        var path = Options<SpeechOptions>(run).ModelPath!;
        Assert.True(Path.IsPathFullyQualified(path));
        Assert.Equal("ggml-large.bin", Path.GetFileName(path));
    }

    [Fact]
    public void Run_TemplateExists_ReportsAndStillWritesRecord()
    {
        using var run = new CliRun(Scripts.Template);
        run.Engine.Templates.SaveFailure = new VideoToolsException(VideoErrorId.OutputExists, "x", "'x' exists.", "Use --force.");
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.SomeFailed, run.Run("template", "a.mp4", "--output-directory", "out"));
        Assert.Single(run.OutputLines);
        Assert.Contains("OutputExists", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Warning_GoesToErrorAndDoesNotFail()
    {
        using var run = new CliRun((index, input) => [.. Scripts.Info(index, input), new WarningEvent(index, input.FullName, "3 damaged frames")]);
        var file = run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("info", "a.mp4"));
        Assert.Equal($"videotools: warning: {file}: 3 damaged frames{Environment.NewLine}", run.Error);
        Assert.Single(run.OutputLines);
    }

    [Fact]
    public void Run_Stopped_Returns130AndEndsTheSession()
    {
        using var stop = new CancellationTokenSource();
        using var run = new CliRun((index, input) =>
        {
            if (index == 1)
            {
                stop.Cancel();
            }

            return Scripts.Info(index, input);
        }) { Stop = stop.Token };
        run.Touch("a.mp4");
        run.Touch("b.mp4");
        run.Touch("c.mp4");

        Assert.Equal(ExitCode.Interrupted, run.Run("info", "a.mp4", "b.mp4", "c.mp4"));
        var session = Assert.Single(run.Engine.Sessions);
        Assert.True(session.IsCancelled);
        Assert.Equal(1, session.DisposeCount);
        Assert.Equal(2, session.Inputs.Count);
        Assert.Single(run.OutputLines);
    }

    [Fact]
    public void Run_ReaderGone_EndsQuietly()
    {
        using var run = new CliRun(Scripts.TwoScenes) { OutputStream = new BrokenPipe(), IsReaderGone = () => true };
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("scene", "a.mp4"));
        Assert.Equal("", run.Error);
        Assert.Equal(1, run.Engine.Sessions[0].DisposeCount);
        Assert.Equal(1, run.Engine.Sessions[0].TakenCount);
    }

    [Fact]
    public void Run_NameThatLooksLikeAResponseFile_IsAFile()
    {
        using var run = new CliRun(Scripts.Info);
        var file = run.Touch("@list.mp4");

        Assert.Equal(ExitCode.Success, run.Run("info", "@list.mp4"));
        Assert.Equal(file, run.Engine.Sessions[0].Inputs[0].FullName);
    }

    [Fact]
    public void Run_Help_ReturnsZeroAndNamesTheCommands()
    {
        using var run = new CliRun(Scripts.Info);

        Assert.Equal(ExitCode.Success, run.Run("--help"));
        foreach (var command in new[] { "info", "scene", "crop", "text", "transcript", "template" })
        {
            Assert.Contains(command, run.Output, StringComparison.Ordinal);
        }
    }

    private static T Options<T>(CliRun run) =>
        Assert.IsType<T>(Assert.Single(Assert.IsType<AnalysisRequest>(run.Engine.Requests[0]).Features));

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
