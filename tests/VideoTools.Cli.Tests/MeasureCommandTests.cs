using System.Text.Json;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;

namespace VideoTools.Cli.Tests;

public sealed class MeasureCommandTests : IDisposable
{
    private readonly CliRun _run = new(Scripts.Info);

    public MeasureCommandTests()
    {
        var rows = Enumerable.Range(0, 5).Select(i => FormattableString.Invariant($"t{i};tech > coding;{10 + i},5;30;{i * 100}"))
            .Concat(Enumerable.Range(0, 4).Select(i => FormattableString.Invariant($"f{i};finance;{40 + i},5;30;{i * 70}")));
        File.WriteAllLines(Path.Combine(_run.Directory, "niches.csv"), ["VideoId;Niche;CutsPerMinute;DurationSeconds;ViewCount", .. rows]);
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Measure_Table_GivesANicheALine()
    {
        Assert.Equal(ExitCode.Success, _run.Run("measure", "niches.csv"));

        var niches = _run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["tech", "finance"], niches.Select(n => n.GetProperty("Niche").GetString()));
        Assert.Equal(12.5, niches[0].GetProperty("CutsPerMinuteMedian").GetDouble());
        Assert.Empty(_run.Error);
    }

    [Fact]
    public void Measure_DirectoryOfTemplates_ReadsThem()
    {
        var directory = Directory.CreateDirectory(Path.Combine(_run.Directory, "templates", "sub"));
        File.WriteAllText(Path.Combine(directory.FullName, "a_template.json"), """{ "filename": "a.mp4", "niche": "tech", "duration": 10 }""");
        File.WriteAllText(Path.Combine(directory.FullName, "b_template.json"), "broken");

        Assert.Equal(ExitCode.SomeFailed, _run.Run("measure", "templates"));

        Assert.Equal(1, JsonDocument.Parse(Assert.Single(_run.OutputLines)).RootElement.GetProperty("SampleSize").GetInt32());
        Assert.Contains("TemplateInvalid", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Niche", 1, "measure", "niches.csv", "--niche", "coding", "--level", "2")]
    [InlineData("Label", 2, "measure", "niches.csv", "--cluster")]
    [InlineData("Label", 3, "measure", "niches.csv", "--clusters", "3")]
    [InlineData("Measure", 14, "measure", "niches.csv", "--compare", "tech,finance")]
    [InlineData("Measure", 14, "measure", "*.csv", "--engagement", "ViewCount", "--top-percent", "40")]
    [InlineData("TypicalVideo", 1, "measure", "niches.csv", "--recommend", "--niche", "tech")]
    public void Measure_Option_GivesItsRecords(string property, int count, params string[] arguments)
    {
        Assert.Equal(ExitCode.Success, _run.Run(arguments));

        Assert.Equal(count, _run.OutputLines.Length);
        Assert.All(_run.OutputLines, line => Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty(property, out _)));
    }

    [Fact]
    public void Measure_OutputDirectory_WritesBothFilesOnce()
    {
        Assert.Equal(ExitCode.Success, _run.Run("measure", "niches.csv", "--output-directory", "out"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_run.Directory, "out")).Length);

        // The same once more is no loss; other content is.
        Assert.Equal(ExitCode.Success, _run.Run("measure", "niches.csv", "--output-directory", "out"));
        Assert.Equal(ExitCode.SomeFailed, _run.Run("measure", "niches.csv", "--level", "2", "--output-directory", "out"));
        Assert.Contains("OutputExists", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _run.Run("measure", "niches.csv", "--level", "2", "--output-directory", "out", "--force"));
    }

    [Theory]
    [InlineData("measure")]
    [InlineData("measure", "niches.csv", "--level", "4")]
    [InlineData("measure", "niches.csv", "--compare", "a,b,c")]
    [InlineData("measure", "niches.csv", "--engagement", "Fame")]
    [InlineData("measure", "niches.csv", "--clusters", "0")]
    [InlineData("measure", "niches.csv", "--frobnicate")]
    public void Measure_NoSense_IsUsage(params string[] arguments) => Assert.Equal(ExitCode.Usage, _run.Run(arguments));

    [Fact]
    public void Measure_UnknownNiche_IsOneErrorHoweverItIsAskedFor()
    {
        foreach (string[] arguments in (string[][])[["--recommend", "--niche", "gardening"], ["--niche", "gardening"], ["--compare", "gardening"]])
        {
            Assert.Equal(ExitCode.SomeFailed, _run.Run(["measure", "niches.csv", .. arguments]));
            Assert.Contains("NicheUnknown: No video is of the niche 'gardening'. Nearest are: ", _run.Error, StringComparison.Ordinal);
            Assert.Empty(_run.OutputLines);
        }
    }

    [Fact]
    public void Measure_MissingFile_Fails()
    {
        Assert.Equal(ExitCode.SomeFailed, _run.Run("measure", "nothing.csv"));

        Assert.Contains("FileNotFound", _run.Error, StringComparison.Ordinal);
    }
}
