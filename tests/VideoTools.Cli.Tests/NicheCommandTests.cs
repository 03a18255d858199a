using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;
using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests;

public sealed class NicheCommandTests
{
    [Fact]
    public void Run_VideosWithMetadata_ClassifiesInOrderAndSummarizesOnStderr()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Rows.Add(new VideoMetadata { VideoId = "b", Title = "tech title", SourcePath = "m.csv" });
        foreach (var name in new[] { "tech.mp4", "b.mp4", "finance.mp4" })
        {
            run.Touch(name);
        }

        var code = run.Run("niche", "tech.mp4", "b.mp4", "finance.mp4", "--metadata", "m.csv", "--join-column", "clip", "--scorer", "keyword", "--min-confidence", "0,3");

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal(["tech", "tech", "finance"], run.OutputLines.Select(Category));
        Assert.Equal(
            ["videotools: 3 classified", "videotools:        2 tech", "videotools:        1 finance"],
            run.Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(("clip", Path.Combine(run.Directory, "m.csv")), (run.Engine.Metadata.Options[0].JoinColumn, run.Engine.Metadata.Options[0].Paths[0]));
        Assert.Equal((NicheScorer.Keyword, 0.3, 3), (run.Engine.Niches.Options[0].Scorer, run.Engine.Niches.Options[0].MinimumConfidence, run.Engine.Niches.Options[0].AlternativeCount));
        Assert.True(run.Engine.IsDisposed);
    }

    [Fact]
    public void Run_TemplateFile_IsClassifiedByWhatItHolds()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("broken_template.json");
        new TemplateFiles().Save(new VideoTemplate { FullName = "/v/tech.mp4", VideoId = "tech", FileName = "tech.mp4", Transcript = "tech talk" },
            Path.Combine(run.Directory, "tech_template.json"), force: false);

        var code = run.Run("niche", "tech_template.json", "broken_template.json");

        Assert.Equal(ExitCode.SomeFailed, code);
        Assert.Equal("/v/tech.mp4", JsonDocument.Parse(Assert.Single(run.OutputLines)).RootElement.GetProperty("FullName").GetString());
        Assert.Contains("TemplateInvalid", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MetadataOnly_ClassifiesEveryRow()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Rows.AddRange(Enumerable.Range(0, 70).Select(i => new VideoMetadata { VideoId = "v" + i, Title = "t", SourcePath = "m.csv" }));

        var code = run.Run("niche", "--metadata", "m.csv", "--taxonomy", "mine.json");

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal(70, run.OutputLines.Length);
        Assert.Equal(Path.Combine(run.Directory, "mine.json"), run.Engine.Niches.Options[0].TaxonomyPath);
    }

    [Fact]
    public void Run_Texts_AreClassifiedEach()
    {
        using var run = new CliRun(Scripts.Info);

        run.Run("niche", "--text", "tech one", "--text", "music two", "--output-directory", "out", "--force");

        Assert.Equal(["tech", "music"], run.OutputLines.Select(Category));
        Assert.Equal(3, File.ReadAllLines(Path.Combine(run.Directory, "out", "video_classifications.csv")).Length);
    }

    [Fact]
    public void Run_FileOfClassificationsExists_WritesTheRecordsAndReturnsOne()
    {
        using var run = new CliRun(Scripts.Info);
        run.Touch("out", "video_classifications.csv");

        Assert.Equal(ExitCode.SomeFailed, run.Run("niche", "--text", "a", "--output-directory", "out"));
        Assert.Single(run.OutputLines);
        Assert.Contains("OutputExists", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TaxonomyIsBroken_SaysSoAndReturnsOne()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Niches.OpenFailure = new VideoToolsException(VideoErrorId.TaxonomyInvalid, "t", "'t' has no nodes.", "Add some.");

        Assert.Equal(ExitCode.SomeFailed, run.Run("niche", "--text", "a"));
        Assert.Equal("videotools: TaxonomyInvalid: 't' has no nodes. Add some." + Environment.NewLine, run.Error);
    }

    [Theory]
    [InlineData("niche")]
    [InlineData("niche", "--scorer", "magic", "--text", "a")]
    [InlineData("niche", "--min-confidence", "x", "--text", "a")]
    [InlineData("niche", "--no-such-option")]
    [InlineData("metadata")]
    public void Run_CommandLineMakesNoSense_ReturnsTwo(params string[] arguments)
    {
        using var run = new CliRun(Scripts.Info);

        Assert.Equal(ExitCode.Usage, run.Run(arguments));
        Assert.Empty(run.OutputLines);
    }

    private static string? Category(string line) => JsonDocument.Parse(line).RootElement.GetProperty("Category").GetString();
}
