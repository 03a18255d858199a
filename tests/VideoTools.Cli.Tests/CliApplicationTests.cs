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
    public void Run_TemplateWithDirectory_SavesAndWritesRecord()
    {
        using var run = new CliRun(Scripts.Template);
        run.Touch("a.mp4");

        Assert.Equal(ExitCode.Success, run.Run("template", "a.mp4", "--output-directory", "out", "--force", "--skip-scene"));
        Assert.Equal((Path.Combine(run.Directory, "out", "a_template.json"), true), Assert.Single(run.Engine.Templates.Saves));
        Assert.Single(run.OutputLines);
        Assert.True(run.Options<TemplateOptions>().SkipScenes);
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

        var options = run.Options<SpeechOptions>();
        Assert.True(options is { Model: SpeechModel.Tiny, Language: "en", WordTimestamp: true, AudioTrack: 0 });
        var saved = Assert.Single(run.Engine.Transcripts.Saves);
        Assert.EndsWith(Path.Combine("out", "a.vtt"), saved.Path, StringComparison.Ordinal);
        Assert.Equal((TranscriptFormat.Vtt, 2), (saved.Format, saved.Count));
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

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
