using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

/// <summary>videotools frame.</summary>
public sealed class FrameCommandTests
{
    [Fact]
    public void Frame_WithoutOutput_GivesRecords()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "frame", "a.mp4", "--mode", "interval", "--interval", "2.5", "--per-minute", "4", "--maximum-count", "9", "--minimum-brightness", "1",
            "--maximum-brightness", "2", "--minimum-contrast", "3", "--minimum-sharpness", "4", "--similarity", "0.5", "--from", "1", "--to", "9"));

        var options = Assert.IsType<FrameOptions>(Assert.Single(
            Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests)).Features));
        Assert.Equal(
            new FrameOptions
            {
                Mode = FrameMode.Interval, IntervalSeconds = 2.5, PerMinute = 4, MaximumCount = 9, MinimumBrightness = 1,
                MaximumBrightness = 2, MinimumContrast = 3, MinimumSharpness = 4, Similarity = 0.5,
            },
            options);
        var input = Assert.Single(run.Engine.Sessions[0].Inputs);
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9)), (input.From, input.To));
    }

    [Fact]
    public void Frame_ByDefault_LeavesTheLimitsToTheMode()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("frame", "a.mp4"));

        Assert.Equal(new FrameOptions(), Assert.Single(((AnalysisRequest)Assert.Single(run.Engine.Requests)).Features));
    }

    [Fact]
    public void Frame_WithOutput_WritesPictures()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "frame", "a.mp4", "--output", "out", "--contact-sheet", "{stem}.jpg", "--picture-format", "webp", "--quality", "80",
            "--batch-size", "7", "--force"));

        var request = Assert.IsType<FrameExportRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal(
            new FrameExportOptions
            {
                OutputDirectory = Path.Combine(run.Directory, "out"), ContactSheet = Path.Combine(run.Directory, "{stem}.jpg"),
                Format = PictureFormat.Webp, Quality = 80, BatchSize = 7, Force = true,
            },
            request.Options);
        Assert.Equal(CacheMode.Use, request.Engine.Cache);
    }

    [Theory]
    [InlineData("--mode", "best")]
    [InlineData("--picture-format", "gif")]
    [InlineData("--quality", "0")]
    [InlineData("--similarity", "much")]
    public void Frame_WrongValue_IsUsage(string option, string value)
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run("frame", "a.mp4", option, value));
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }
}
