using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class CliOptionTests
{
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
        Assert.Equal(expected, run.Options<CropPathOptions>());
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
    public void Run_TemplateSkips_ReachTheEngine()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--skip-text", "--skip-speech", "--device", "auto"));

        var options = run.Options<TemplateOptions>();
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

        var options = run.Options<TextOptions>();
        Assert.Equal((TextSampling.Interval, 0.5, 0.8), (options.Sampling, options.Interval, options.MinimumConfidence));
    }

    [Fact]
    public void Run_LanguageOfText_ReachesTheEngine()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("text", "a.mp4", "--engine", "tesseract", "--language", "de,fr", "--tesseract-path", "/t/tesseract"));

        var options = run.Options<TextOptions>();
        Assert.Equal((TextEngine.Tesseract, "de,fr", Path.GetFullPath("/t/tesseract")), (options.Engine, options.Language, options.TesseractPath));
    }

    [Fact]
    public void Run_LanguagesOfTemplate_AreOfTextAndOfSpeech()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--text-engine", "ppocr", "--text-language", "de", "--language", "en"));

        var options = run.Options<TemplateOptions>();
        Assert.Equal((TextEngine.PPOcr, "de", "en"), (options.Text.Engine, options.Text.Language, options.Speech.Language));
    }

    [Fact]
    public void Run_TranscriptWithAModelOfTheUser_NamesItWithItsFolder()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("transcript", "a.mp4", "--model-path", "ggml-large.bin"));

        var path = run.Options<SpeechOptions>().ModelPath!;
        Assert.True(Path.IsPathFullyQualified(path));
        Assert.Equal("ggml-large.bin", Path.GetFileName(path));
    }
}
