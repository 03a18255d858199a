using System.Security.Cryptography;
using System.Text;
using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

/// <summary>Entries that someone wrote by hand, with a checksum that is right: a miss, and never an exception.</summary>
public class ForgedEntryTests
{
    private const string Scene = "{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1}}";

    [Theory]
    [InlineData("")]
    [InlineData("}")]
    [InlineData("null")]
    [InlineData("\"result\":null}\n")]
    [InlineData("\"result\":[]}\n")]
    [InlineData("\"result\":{}}\n")]
    [InlineData("\"result\":{\"warnings\":null,\"records\":null}}\n")]
    [InlineData("\"result\":{\"warnings\":[null],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[1],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[]}}\n", 0)]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[null]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":null}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{},\"VideoText\":{}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"String\":{\"FullName\":\"a\"}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{\"FullName\":null,\"Index\":1}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1e300}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":[[]]}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1,\"Start\":{\"Ticks\":1e30}}}]}}\n")]
    [InlineData("\"result\":{\"warnings\":[],\"records\":[{\"VideoScene\":{\"FullName\":\"a\",\"Index\":1,\"FrameRate\":\"1/0\"}}]}}\n")]
    public void Read_GivesNothing(string rest, int count = 1) =>
        Assert.Null(CacheEntryFormat.Read(Entry(rest, "\"FullName\":\"a\",\"Analysis\":\"Scene\"", count), SampleRecords.Types));

    [Theory]
    [InlineData("\"FullName\":\"\",\"Analysis\":\"Scene\"")]
    [InlineData("\"FullName\":null,\"Analysis\":\"Scene\"")]
    [InlineData("\"FullName\":\"a\",\"Analysis\":null")]
    [InlineData("\"FullName\":{},\"Analysis\":[]")]
    [InlineData("\"Analysis\":\"Scene\"")]
    public void Read_AHeaderWithoutWhatItNeeds_GivesNothing(string header) =>
        Assert.Null(CacheEntryFormat.Read(Entry($"\"result\":{{\"warnings\":[\"a\"],\"records\":[{Scene}]}}}}\n", header, 1), SampleRecords.Types)?.MoveTo("b"));

    // That nothing but the forged part is what is refused above.
    [Fact]
    public void Read_TheSameWithoutAFault_GivesTheRecord() => Assert.Single(CacheEntryFormat.Read(
        Entry($"\"result\":{{\"warnings\":[],\"records\":[{Scene}]}}}}\n", "\"FullName\":\"a\",\"Analysis\":\"Scene\"", 1), SampleRecords.Types)!.Records);

    private static byte[] Entry(string rest, string header, int count)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rest)));
        return Encoding.UTF8.GetBytes(
            $"{{\"header\":{{\"Format\":{CacheEntryFormat.Version},{header},\"Created\":\"2026-01-01T00:00:00Z\",\"RecordCount\":{count},\"Checksum\":\"{checksum}\"}},\n{rest}");
    }
}
