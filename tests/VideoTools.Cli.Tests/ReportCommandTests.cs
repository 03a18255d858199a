using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;
using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests;

public sealed class ReportCommandTests
{
    [Fact]
    public void Run_SeveralFiles_WritesOneReportWithPicturesAndNoRecords()
    {
        using var run = new CliRun(Answer);
        run.Touch("videos", "a.mp4");
        run.Touch("videos", "b.mp4");

        var code = run.Run("report", "videos", "--output", "out/report.html", "--title", "Ours");

        Assert.Equal(ExitCode.Success, code);
        var (data, path, force) = Assert.Single(run.Engine.Reports.Saves);
        Assert.Equal((Path.Combine(run.Directory, "out", "report.html"), false, "Ours"), (path, force, data.Title));
        Assert.Equal(["a.mp4", "b.mp4"], data.Templates.Select(t => t.FileName));
        Assert.Equal(["a.mp4", "b.mp4"], data.Stills.Select(s => Path.GetFileName(s.FullName)));
        Assert.Equal(["tech", "tech"], data.Niches.Select(n => n.Category));
        Assert.Equal("", run.Output);
        Assert.Contains("2 videos", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneFile_AsksForTheDetails()
    {
        using var run = new CliRun(Answer);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("report", "a.mp4", "-o", "r.html", "--no-thumbnails"));

        Assert.IsType<AnalysisRequest>(Assert.Single(run.Engine.Requests));
        Assert.Empty(Assert.Single(run.Engine.Reports.Saves).Data.Stills);
        Assert.Equal("Video report", run.Engine.Reports.Saves[0].Data.Title);
    }

    [Fact]
    public void Run_TemplateFile_IsReportedWithoutReadingTheVideo()
    {
        using var run = new CliRun(Answer);
        new TemplateFiles().Save(new VideoTemplate { FullName = "/v/old.mp4", VideoId = "old", FileName = "old.mp4" },
            Path.Combine(run.Directory, "old_template.json"), force: false);

        Assert.Equal(ExitCode.Success, run.Run("report", "old_template.json", "-o", "r.html", "--no-thumbnails"));

        Assert.Empty(run.Engine.Requests);
        Assert.Equal("/v/old.mp4", Assert.Single(Assert.Single(run.Engine.Reports.Saves).Data.Templates).FullName);
    }

    [Fact]
    public void Run_ReportExists_IsRefusedBeforeAnyWork()
    {
        using var run = new CliRun(Answer);
        run.Touch("a.mp4");
        run.Touch("r.html");

        Assert.Equal(ExitCode.SomeFailed, run.Run("report", "a.mp4", "--output", "r.html"));
        Assert.Contains("OutputExists", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Engine.Requests);

        Assert.Equal(ExitCode.Success, run.Run("report", "a.mp4", "--output", "r.html", "--force"));
        Assert.True(Assert.Single(run.Engine.Reports.Saves).Force);
    }

    [Fact]
    public void Run_EveryFileFails_WritesNoReport()
    {
        using var run = new CliRun((index, input) =>
            [new FailureEvent(index, input.FullName, new VideoError(VideoErrorId.InvalidVideo, input.FullName, "broken.", "Copy it again."))]);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.SomeFailed, run.Run("report", "a.mp4", "--output", "r.html"));
        Assert.Empty(run.Engine.Reports.Saves);
    }

    [Fact]
    public void Run_PictureCannotBeRead_ReportIsWrittenWithoutIt()
    {
        using var run = new CliRun((index, input) => input.From is null
            ? Scripts.Template(index, input)
            : [new FailureEvent(index, input.FullName, new VideoError(VideoErrorId.NoFrames, input.FullName, "none.", "none"))]);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("report", "a.mp4", "--output", "r.html"));
        Assert.Empty(Assert.Single(run.Engine.Reports.Saves).Data.Stills);
    }

    [Fact]
    public void Run_ReportCannotBeWritten_ReturnsOne()
    {
        using var run = new CliRun(Answer);
        run.Touch("a.mp4");
        run.Engine.Reports.SaveFailure = new VideoToolsException(VideoErrorId.OutputUnwritable, "r.html", "full.", "Make room.");

        Assert.Equal(ExitCode.SomeFailed, run.Run("report", "a.mp4", "--output", "r.html"));
        Assert.Contains("OutputUnwritable", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NothingCanBeClassified_SaysSoAndWritesTheReport()
    {
        using var run = new CliRun(Answer);
        run.Touch("a.mp4");
        run.Engine.Reports.ClassifierFailure = new VideoError(VideoErrorId.ModelMissing, "m", "no model.", "Fetch it.");

        Assert.Equal(ExitCode.Success, run.Run("report", "a.mp4", "--output", "r.html"));
        Assert.Contains("ModelMissing", run.Error, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(run.Engine.Reports.Saves).Data.Niches);
    }

    [Fact]
    public void Run_NoOutput_ReturnsTwo()
    {
        using var run = new CliRun(Answer);

        Assert.Equal(ExitCode.Usage, run.Run("report", "a.mp4"));
    }

    // A picture where a time is asked for, a template otherwise.
    private static IEnumerable<VideoEvent> Answer(int index, VideoInput input) => input.From is null
        ? Scripts.Template(index, input)
        : [new RecordEvent(index, input.FullName, new VideoStill { FullName = input.FullName, Jpeg = new byte[] { 1 } })];
}
