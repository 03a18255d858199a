using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Tests.Output;

public sealed class WriterTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _output.Dispose();
    }

    [Fact]
    public void Ndjson_Info_WritesNumbersTimesEnumsAndLists()
    {
        new NdjsonWriter(_output).Write(Samples.Distinct(typeof(VideoInfo)));

        var json = JsonDocument.Parse(Text).RootElement;
        Assert.EndsWith("}\n", Text, StringComparison.Ordinal);
        Assert.Equal("00:00:03", json.GetProperty("Duration").GetString());
        Assert.Equal(4.5, json.GetProperty("DurationSeconds").GetDouble());
        Assert.Equal("Bridged", json.GetProperty("Status").GetString());
        Assert.Equal("3/250", json.GetProperty("FrameRate").GetString());
        Assert.Equal(JsonValueKind.True, json.GetProperty("IsVariableFrameRate").ValueKind);
        Assert.Equal("aac", json.GetProperty("AudioTracks")[0].GetProperty("Codec").GetString());
        Assert.Equal(2, json.GetProperty("Tags").GetArrayLength());
    }

    [Fact]
    public void Ndjson_NullAndNotFinite_AreNull()
    {
        new NdjsonWriter(_output).Write(new VideoTemplate { FullName = "f", VideoId = "v", FileName = "f", Motion = double.NaN });

        var json = JsonDocument.Parse(Text).RootElement;
        Assert.Equal(JsonValueKind.Null, json.GetProperty("Motion").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("Niche").ValueKind);
        Assert.Equal(0, json.GetProperty("SceneStarts").GetArrayLength());
    }

    [Fact]
    public void Ndjson_TextWithLineBreaksAndQuotes_StaysOneLineAndComesBack()
    {
        const string name = "/tmp/a \"b\"\n\\ü\u0001.mp4";
        new NdjsonWriter(_output).Write(new VideoScene { FullName = name, Index = 1 });

        Assert.Equal(1, Text.Count(c => c == '\n'));
        Assert.Equal(name, JsonDocument.Parse(Text).RootElement.GetProperty("FullName").GetString());
    }

    [Fact]
    public void Ndjson_Double_ComesBackExactly()
    {
        const double score = 0.1 + 0.2;
        new NdjsonWriter(_output).Write(new VideoScene { FullName = "f", Index = 1, Score = score });

        Assert.Equal(score, JsonDocument.Parse(Text).RootElement.GetProperty("Score").GetDouble());
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Csv_AnyCulture_WritesTheSame(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        new CsvWriter(_output).Write(new VideoScene { FullName = "f", Index = 1, StartSeconds = 1.5, Start = TimeSpan.FromSeconds(1.5) });

        var cells = Text.ReplaceLineEndings("\n").Split('\n')[1].Split(',');
        Assert.Equal("\"00:00:01.5000000\"", cells[4]);
        Assert.Equal("\"1.5\"", cells[7]);
    }

    [Fact]
    public void Csv_QuotesCommasAndLineBreaks_AreQuoted()
    {
        new CsvWriter(_output).Write(new VideoScene { FullName = "a,\"b\"\nc", Index = 1 });

        Assert.Contains("\"a,\"\"b\"\"\nc\",", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_NullAndList_EmptyCellAndJoined()
    {
        new CsvWriter(_output).Write(new VideoTemplate
        {
            FullName = "f", VideoId = "v", FileName = "n", SceneStarts = new ValueList<double>([0, 1.5]),
        });

        var row = Text.ReplaceLineEndings("\n").Split('\n')[1];
        Assert.StartsWith("\"f\",\"v\",\"n\",\"0\",,,,,\"00:00:00\"", row, StringComparison.Ordinal);
        Assert.Contains(",\"0;1.5\",", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_LongNamesAndControlCharacters_AreCutAndReplaced()
    {
        var writer = new TableWriter(_output);
        writer.Write(new VideoScene { FullName = "/d/" + new string('x', 50) + ".mp4", Index = 1 });
        writer.Write(new VideoScene { FullName = "/d/\u001b[31mred.mp4", Index = 2 });

        var lines = Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith(new string('x', 15) + "… ", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', lines[3]);
        Assert.Equal(lines[2].IndexOf("00:00", StringComparison.Ordinal), lines[3].IndexOf("00:00", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OnATerminal_NamesTheFileOnceAndWrapsTheText()
    {
        var writer = new TableWriter(_output, 100);
        var words = string.Join(' ', Enumerable.Repeat("word", 30));
        writer.Write(new VideoText { FullName = "/d/a.mp4", Index = 1, Text = words });
        writer.Write(new VideoText { FullName = "/d/a.mp4", Index = 1, Text = "short" });
        writer.Write(new VideoText { FullName = "/d/b.mp4", Index = 1, Text = "short" });

        var lines = Text.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["a.mp4", "b.mp4"], lines.Where(line => line.EndsWith(".mp4", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("FullName", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.Contains("Confidence", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 99));
        Assert.Contains(lines, line => line.Length > 80);
        Assert.Equal(30, Regex.Count(Text, @"\bword\b"));
        Assert.DoesNotContain('…', Text);
    }

    [Fact]
    public void Table_OfOtherRecords_BeginsAnew()
    {
        var writer = new TableWriter(_output, 80);
        writer.Write(new VideoScene { FullName = "/d/a.mp4", Index = 1 });
        writer.Write(new VideoText { FullName = "/d/a.mp4", Index = 1, Text = "short" });

        Assert.Contains("Transition", Text, StringComparison.Ordinal);
        Assert.Contains("Confidence", Text.ReplaceLineEndings("\n").Split('\n').Last(line => line.Contains("Start", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one  two", 3, "one|two")]
    [InlineData("unbroken", 3, "unb|rok|en")]
    [InlineData("", 3, "")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301")]
    public void Wrap_Text_BreaksAtBlanks(string text, int width, string expected) =>
        Assert.Equal(expected.Split('|'), TextWrap.Wrap(text, width));

    private string Text => Encoding.UTF8.GetString(_output.ToArray());
}
