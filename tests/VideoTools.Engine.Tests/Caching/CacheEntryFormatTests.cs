using System.Text;
using System.Text.Json;
using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public sealed class CacheEntryFormatTests
{
    private static readonly DateTime Created = new(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Fact]
    public void Read_OfWhatWasWritten_GivesEveryPropertyOfEveryRecord()
    {
        object[] records = [.. SampleRecords.Types.Select(SampleRecords.Of)];

        var read = CacheEntryFormat.Read(CacheEntryFormat.Write(new CachedResult("/v/a.mp4", "Composite", records, ["'/v/a.mp4' is damaged"]), Created), SampleRecords.Types);

        Assert.Equal(records.Select(SampleRecords.Describe), read!.Records.Select(SampleRecords.Describe));
        Assert.Equal(["'/v/a.mp4' is damaged"], read.Warnings);
        Assert.Equal(("/v/a.mp4", "Composite"), (read.FullName, read.Analysis));
    }

    [Fact]
    public void Read_RecordsWithDefaults_GivesThem()
    {
        object[] records = [new TranscriptSegment { FullName = "f", Index = 0, HasSpeech = false }, new VideoTemplate { FullName = "f", VideoId = "", FileName = "" }];

        var read = CacheEntryFormat.Read(CacheEntryFormat.Write(new CachedResult("f", "Text", records, []), Created), SampleRecords.Types);

        Assert.Equal(records.Select(SampleRecords.Describe), read!.Records.Select(SampleRecords.Describe));
    }

    [Fact]
    public void Write_GivesOneJsonObject()
    {
        using var json = JsonDocument.Parse(Entry());

        Assert.Equal("Scene", json.RootElement.GetProperty("header").GetProperty("Analysis").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("result").GetProperty("records").GetArrayLength());
    }

    [Fact]
    public void Read_CutShortAnywhere_GivesNothing()
    {
        var entry = Entry();
        for (var length = 0; length < entry.Length; length++)
        {
            Assert.Null(CacheEntryFormat.Read(entry.AsMemory(0, length), SampleRecords.Types));
        }
    }

    [Fact]
    public void Read_OneByteChangedInTheResult_GivesNothing()
    {
        var entry = Entry();
        for (var i = Array.IndexOf(entry, (byte)'\n') + 1; i < entry.Length; i++)
        {
            entry[i] ^= 1;
            Assert.Null(CacheEntryFormat.Read(entry, SampleRecords.Types));
            entry[i] ^= 1;
        }

        Assert.NotNull(CacheEntryFormat.Read(entry, SampleRecords.Types));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("not json\n")]
    [InlineData("{\"header\":{},\n\"result\":{}}\n")]
    [InlineData("{\"header\":{\"Format\":99},\n")]
    public void Read_SomethingElse_GivesNothing(string text) => Assert.Null(CacheEntryFormat.Read(Encoding.UTF8.GetBytes(text), SampleRecords.Types));

    private static byte[] Entry() => CacheEntryFormat.Write(new CachedResult("/v/a.mp4", "Scene", [SampleRecords.Of(typeof(VideoScene))], []), Created);
}
