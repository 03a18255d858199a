using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

/// <summary>videotools crop --preview and --choose.</summary>
public sealed class CropLookTests
{
    [Fact]
    public void Preview_OfADirectory_AsksForItsPictures()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "crop", "a.mp4", "--aspect", "9:16", "--preview", "out", "--single", "--heat-map", "--maximum-count", "4", "--force"));

        var request = Assert.IsType<CropPreviewRequest>(Assert.Single(run.Engine.Requests));
        Assert.Equal([CropPreviewKind.Single, CropPreviewKind.HeatMap], request.Options.Kinds);
        Assert.Equal((Path.Combine(run.Directory, "out"), null, true), (request.Options.OutputDirectory, request.Options.Destination, request.Options.Force));
        Assert.Equal(("9:16", 4), (request.Options.Crop.Aspect.ToString(), request.Options.Candidates.MaximumCount));
        Assert.Equal(CacheMode.Use, request.Engine.Cache);
    }

    [Fact]
    public void Preview_OfAPng_IsOneFile()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("crop", "a.mp4", "--preview", "sheet.PNG"));

        var options = Assert.IsType<CropPreviewRequest>(Assert.Single(run.Engine.Requests)).Options;
        Assert.Equal((Path.Combine(run.Directory, "sheet.PNG"), null), (options.Destination, options.OutputDirectory));
        Assert.Equal([CropPreviewKind.Sheet], options.Kinds);
    }

    [Fact]
    public void Preview_Kinds_NeedAPlace()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Usage, run.Run("crop", "a.mp4", "--single"));
        Assert.Contains("--preview", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_WaitsForThePage_AndWritesTheCandidate()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("crop", "a.mp4", "--choose", "--timeout", "5", "--format", "ndjson"));

        var (input, options) = Assert.Single(run.Engine.CropPages.Opened);
        Assert.EndsWith("a.mp4", input.FullName, StringComparison.Ordinal);
        Assert.Equal((5, "9:16", null), (options.Timeout.TotalSeconds, options.Crop.Aspect.ToString(), options.Export));
        Assert.Contains("\"Crop\":\"90:160:4:0\"", Assert.Single(run.OutputLines), StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:1/key/", run.Error, StringComparison.Ordinal);
        Assert.Contains("it is dark", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nobody chose", run.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), (run.Engine.CropPages.Shown, run.Engine.CropPages.Closed));
    }

    [Fact]
    public void Choose_WithAnExport_WritesTheVideo_WithoutABrowser()
    {
        using var run = new CliRun((_, _) => []);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run(
            "crop", "a.mp4", "--choose", "--no-browser", "--export", "out/", "--size", "1080x1350", "--speed-up-dull", "--maximum-speed", "3",
            "--format", "ndjson"));

        var options = Assert.Single(run.Engine.CropPages.Opened).Options;
        Assert.Equal(("4:5", 3.0), (options.Crop.Aspect.ToString(), options.Activity.MaximumSpeed));
        Assert.Equal(1080, options.Export!.OutputWidth);
        Assert.Contains("/out/new.mp4", Assert.Single(run.OutputLines), StringComparison.Ordinal);
        Assert.Equal(0, run.Engine.CropPages.Shown);
    }

    [Fact]
    public void Choose_Interrupted_ClosesThePage()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var run = new CliRun((_, _) => []) { Stop = stop.Token };
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Interrupted, run.Run("crop", "a.mp4", "--choose"));
        Assert.Equal(run.Engine.CropPages.Opened.Count, run.Engine.CropPages.Closed);
    }
}
