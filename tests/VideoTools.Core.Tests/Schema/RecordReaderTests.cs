using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace VideoTools.Core.Tests.Schema;

/// <summary>Every record, as every kind of row that reaches us: of a CSV file of any culture, of JSON lines, of ConvertTo-Json.</summary>
public sealed class RecordReaderTests
{
    private static readonly string[] Cultures = ["en-US", "de-DE", "fa-IR", "sv-SE", "en-GB"];

    public static TheoryData<Type> Types => [.. SampleRecords.RecordTypes];

    public static TheoryData<Type, string> TypesAndCultures
    {
        get
        {
            var data = new TheoryData<Type, string>();
            // The dates of an entry of the cache are printed in the culture of the shell; nothing reads them back.
            foreach (var type in SampleRecords.RecordTypes.Where(t => t != typeof(VideoCacheEntry) && t != typeof(VideoJob)))
            {
                foreach (var culture in Cultures)
                {
                    data.Add(type, culture);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(TypesAndCultures))]
    public void TryRead_RowOfACsvFile_IsTheRecord(Type type, string culture)
    {
        var record = SampleRecords.Of(type);
        var info = CultureInfo.GetCultureInfo(culture);

        // As Export-Csv does: ToString in the culture of the session, null as an empty cell.
        var row = type.GetProperties().ToDictionary(
            p => p.Name,
            p => (object?)(p.GetValue(record) is IFormattable value ? value.ToString(null, info) : p.GetValue(record)?.ToString() ?? ""));

        Assert.True(RecordReader.TryRead(type, row.GetValueOrDefault, out var read, out var problem), problem);
        foreach (var column in RecordSchema.Of(type).Columns)
        {
            Assert.Equal((column.Name, RecordText.Format(column.Get(record))), (column.Name, RecordText.Format(column.Get(read!))));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void TryRead_ObjectOfJsonLines_IsTheRecord(Type type)
    {
        var record = SampleRecords.Of(type);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            RecordJson.Write(writer, record);
        }

        using var json = JsonDocument.Parse(stream.ToArray());
        var row = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
        Assert.True(RecordReader.TryRead(type, row.GetValueOrDefault, out var read, out var problem), problem);
        Assert.Equal(SampleRecords.Values(record), SampleRecords.Values(read!));

        // ConvertFrom-Json: objects and lists as PowerShell has them.
        var plain = (IDictionary)Plain(json.RootElement)!;
        Assert.True(RecordReader.TryRead(type, name => plain[name], out read, out problem), problem);
        Assert.Equal(SampleRecords.Values(record), SampleRecords.Values(read!));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void TryRead_ObjectOfConvertToJson_IsTheRecord(Type type)
    {
        var record = SampleRecords.Of(type);
        var row = (IDictionary)Serialized(record)!;

        Assert.True(RecordReader.TryRead(type, name => row[name], out var read, out var problem), problem);
        Assert.Equal(SampleRecords.Values(record), SampleRecords.Values(read!));
    }

    [Theory]
    [InlineData("Motion", "", "it has no Motion.")]
    [InlineData("Motion", "much", "its Motion 'much' is not a number.")]
    [InlineData("X", "1.5", "its X is not a whole number.")]
    [InlineData("X", "5000000000", "its X is too large.")]
    [InlineData("Status", "Broken", "its Status 'Broken' is not known.")]
    [InlineData("Status", "1", "its Status '1' is not known.")]
    [InlineData("Start", "soon", "its Start 'soon' is not a time.")]
    public void TryRead_WrongCell_IsNamed(string name, string value, string expected)
    {
        var position = SampleRecords.Of(typeof(CropPosition));
        var row = typeof(CropPosition).GetProperties().ToDictionary(p => p.Name, p => p.GetValue(position));
        row[name] = value;

        Assert.False(RecordReader.TryRead<CropPosition>(row.GetValueOrDefault, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void TryRead_WrongItem_IsNamed()
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["StartSeconds"] = 0, ["EndSeconds"] = 1, ["Words"] = "one;two" };
        Assert.False(RecordReader.TryRead<TranscriptSegment>(row.GetValueOrDefault, out _, out var problem));
        Assert.Equal("its Words 'one;two' cannot be read.", problem);

        row["Words"] = new object[] { new Dictionary<string, object?> { ["Text"] = "one", ["StartSeconds"] = "x" } };
        Assert.False(RecordReader.TryRead<TranscriptSegment>(row.GetValueOrDefault, out _, out problem));
        Assert.Equal("its Words is incomplete: its StartSeconds 'x' is not a number.", problem);
    }

    [Fact]
    public void TryRead_OnlyOneOfTimeAndSeconds_GivesBoth()
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["Start"] = "00:00:01,5", ["EndSeconds"] = "3,25" };

        Assert.True(RecordReader.TryRead<TranscriptSegment>(row.GetValueOrDefault, out var segment, out var problem), problem);
        Assert.Equal((1.5, TimeSpan.FromSeconds(1.5)), (segment.StartSeconds, segment.Start));
        Assert.Equal((3.25, TimeSpan.FromSeconds(3.25)), (segment.EndSeconds, segment.End));
    }

    [Theory]
    [InlineData("Text", "words", true, null)]
    [InlineData("SkipReason", "silence", false, SpeechSkipReason.Silence)]
    public void TryRead_SegmentFromElsewhere_HasSpeechWhereItHasText(string name, string value, bool expected, SpeechSkipReason? reason)
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["StartSeconds"] = "0", ["EndSeconds"] = "1", [name] = value };

        Assert.True(RecordReader.TryRead<TranscriptSegment>(row.GetValueOrDefault, out var segment, out var problem), problem);
        Assert.Equal((expected, reason), (segment.HasSpeech, segment.SkipReason));
    }

    [Theory]
    [InlineData("one;@1.50-2.00;two@2.00-3.25", "one;|two")]
    [InlineData("a@b@1.00-2.00", "a@b")]
    [InlineData("a;b;c@1.00-2.00;d@2.00-3.00", "a;b;c|d")]
    public void TryRead_WordsWithSemicolons_StayWhole(string words, string expected)
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["StartSeconds"] = 0, ["EndSeconds"] = 3, ["Words"] = words };

        Assert.True(RecordReader.TryRead<TranscriptSegment>(row.GetValueOrDefault, out var segment, out var problem), problem);
        Assert.Equal(expected, string.Join('|', segment.Words.Select(w => w.Text)));
    }

    [Fact]
    public void TryRead_TextsWithSemicolons_StayWhole()
    {
        var row = new Dictionary<string, object?>
        {
            ["FullName"] = "a", ["VideoId"] = "a", ["FileName"] = "a",
            ["TextDetections"] = "0.50-3.25 Bottom a; b;4.00-5.00 Top 7.00-8.00", ["SpeechSegments"] = "0.32-2.10 one; two",
        };

        Assert.True(RecordReader.TryRead<VideoTemplate>(row.GetValueOrDefault, out var template, out var problem), problem);
        Assert.Equal(["a; b", "7.00-8.00"], template.TextDetections!.Select(t => t.Text));
        Assert.Equal("0.32-2.10 one; two", template.SpeechSegments!.ToString());
    }

    [Fact]
    public void TryRead_EmptyCellOfAList_IsEmptyWhereItWasLookedFor()
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["VideoId"] = "a", ["FileName"] = "a", ["TextCount"] = "0" };

        Assert.True(RecordReader.TryRead<VideoTemplate>(row.GetValueOrDefault, out var template, out _));
        Assert.Equal((0, 0), (template.TextPhrases!.Count, template.TextDetections!.Count));
        Assert.Null(template.SpeechSegments);
    }

    [Fact]
    public void TryRead_MomentOfACulture_IsTakenFromItsSeconds()
    {
        var row = new Dictionary<string, object?>
        {
            ["VideoId"] = "a", ["SourcePath"] = "m.csv", ["Timestamp"] = "01/02/2024 13:00:00 +00:00",
            ["TimestampSeconds"] = "1706745600,25",
        };

        Assert.True(RecordReader.TryRead<VideoMetadata>(row.GetValueOrDefault, out var metadata, out _));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_706_745_600_250), metadata.Timestamp);

        row.Remove("TimestampSeconds");
        Assert.False(RecordReader.TryRead<VideoMetadata>(row.GetValueOrDefault, out _, out var problem));
        Assert.Equal("its Timestamp '01/02/2024 13:00:00 +00:00' is not a time.", problem);
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new Hashtable(json.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value) ?? "")),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.Null => null,
        _ => json.ValueKind is JsonValueKind.String ? json.GetString() : json.GetBoolean(),
    };

    // ConvertTo-Json shows every property of an object, a TimeSpan's and a fraction's too, and an enum as its number.
    private static object? Serialized(object? value) => value switch
    {
        null or string or bool or double or int or long or DateTime or DateTimeOffset => value,
        Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object?>().Select(Serialized).ToArray(),
        _ => new Hashtable(value.GetType().GetProperties().ToDictionary(p => p.Name, p => Serialized(p.GetValue(value)) ?? "")),
    };
}
