using System.Text;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using VideoTools.Cli.Output;

namespace VideoTools.Cli.Tests.Output;

/// <summary>Tables hold the data, sign by sign, also where a spreadsheet would take a cell for a formula (docs/decisions/0039).</summary>
public sealed class FormulaCellTests
{
    public static TheoryData<string> Titles => new("=1+1", "+49 30 1234", "-5 kg in a week", "@ann says", "\tindented", "=HYPERLINK(\"http://x\",\"y\")", "'=1");

    [Theory]
    [MemberData(nameof(Titles))]
    public void Write_TitleThatLooksLikeAFormula_ComesOutAsItWentIn(string title)
    {
        var record = new VideoMetadata { VideoId = "a", SourcePath = "m.csv", Title = title };
        using var table = new MemoryStream();
        new CsvWriter(table).Write(record);
        using var csv = new TextFieldParser(new StringReader(Encoding.UTF8.GetString(table.ToArray()))) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var column = Array.IndexOf(csv.ReadFields()!, nameof(VideoMetadata.Title));
        using var lines = new MemoryStream();
        new NdjsonWriter(lines).Write(record);
        using var json = JsonDocument.Parse(lines.ToArray());

        Assert.Equal(title, csv.ReadFields()![column]);
        Assert.Equal(title, json.RootElement.GetProperty(nameof(VideoMetadata.Title)).GetString());
    }
}
