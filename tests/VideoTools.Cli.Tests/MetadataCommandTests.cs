using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class MetadataCommandTests
{
    private static readonly VideoMetadata Matched = new()
    {
        VideoId = "a", SourcePath = "m.csv", IsMatched = true, FullName = "/v/a.mp4", Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1_714_588_200_500),
    };

    private static readonly VideoMetadata Lonely = new() { VideoId = "b", SourcePath = "m.csv" };

    [Fact]
    public void Run_Files_WritesRowsWithMomentsInIsoForm()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Rows.AddRange([Matched, Lonely]);
        run.Touch("videos", "a.mp4");

        var code = run.Run("metadata", "m.csv", "--video", "videos", "--join-column", "clip");

        Assert.Equal(ExitCode.Success, code);
        var first = JsonDocument.Parse(run.OutputLines[0]).RootElement;
        Assert.Equal(("2024-05-01T18:30:00.5+00:00", 1714588200.5), (first.GetProperty("Timestamp").GetString(), first.GetProperty("TimestampSeconds").GetDouble()));
        Assert.Equal(2, run.OutputLines.Length);
        Assert.Equal([Path.Combine(run.Directory, "videos")], run.Engine.Metadata.Options[0].VideoPaths);
        Assert.Equal("clip", run.Engine.Metadata.Options[0].JoinColumn);
    }

    [Fact]
    public void Run_UnmatchedOnly_LeavesOutMatchedRows()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Rows.AddRange([Matched, Lonely]);

        run.Run("metadata", "m.csv", "--unmatched-only");

        Assert.Equal("b", JsonDocument.Parse(Assert.Single(run.OutputLines)).RootElement.GetProperty("VideoId").GetString());
    }

    [Fact]
    public void Run_OutputDirectory_NeverOverwritesAFileOfTheSameRun()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Rows.AddRange([Matched, Lonely, Lonely]);

        run.Run("metadata", "m.csv", "--output-directory", "out", "--force");

        var directory = Path.Combine(run.Directory, "out");
        Assert.Equal(
            ["True " + Path.Combine(directory, "a.json"), "True " + Path.Combine(directory, "b.json"), "False " + Path.Combine(directory, "b.json")],
            run.Engine.Metadata.Saves);
    }

    [Fact]
    public void Run_BrokenRow_ReportsItAndReturnsOne()
    {
        using var run = new CliRun(Scripts.Info);
        run.Engine.Metadata.Failure = new VideoError(VideoErrorId.MetadataInvalid, "m.csv", "Row 2 is broken.", "Correct it.");
        run.Engine.Metadata.Rows.Add(Lonely);

        Assert.Equal(ExitCode.SomeFailed, run.Run("metadata", "m.csv"));
        Assert.Single(run.OutputLines);
        Assert.Equal("videotools: MetadataInvalid: Row 2 is broken. Correct it." + Environment.NewLine, run.Error);
    }

    [Fact]
    public void Run_PatternWithoutMatch_ReturnsOne()
    {
        using var run = new CliRun(Scripts.Info);

        Assert.Equal(ExitCode.SomeFailed, run.Run("metadata", "*.csv"));
        Assert.Contains("FileNotFound", run.Error, StringComparison.Ordinal);
    }
}
