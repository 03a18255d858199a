using System.Text;

namespace VideoTools.Engine.Tests.Metadata;

/// <summary>Files that cannot be read: one error each, with the way out, and the others are read.</summary>
public sealed class BadMetadataTests
{
    public static TheoryData<string, byte[], VideoErrorId, string> Files => new()
    {
        { "empty.csv", [], VideoErrorId.FileEmpty, "no bytes" },
        { "empty.json", [], VideoErrorId.FileEmpty, "no bytes" },
        { "binary.csv", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], VideoErrorId.MetadataInvalid, "UTF-8" },
        { "zeros.csv", [0, 0, 0, 0], VideoErrorId.MetadataInvalid, "no text" },
        { "ansi.csv", Encoding.Latin1.GetBytes("id;title\na;Größe\n"), VideoErrorId.MetadataInvalid, "UTF-8" },
        { "columns.csv", "price,colour\n1,red\n"u8.ToArray(), VideoErrorId.MetadataInvalid, "price, colour" },
        { "blank.csv", "\n\n"u8.ToArray(), VideoErrorId.MetadataInvalid, "no column" },
        { "truncated.json", "{\"video_id\":\"a\",\"title\":\"t"u8.ToArray(), VideoErrorId.MetadataInvalid, "no JSON" },
        { "deep.json", Encoding.UTF8.GetBytes(new string('[', 200) + new string(']', 200)), VideoErrorId.MetadataInvalid, "no JSON" },
        { "number.json", "42"u8.ToArray(), VideoErrorId.MetadataInvalid, "no object" },
        { "other.json", "{\"name\":\"app\",\"version\":1}"u8.ToArray(), VideoErrorId.MetadataInvalid, "no name of metadata" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_BrokenFileAmongGoodOnes_IsOneErrorAndTheOthersAreRead(string name, byte[] bytes, VideoErrorId id, string problem)
    {
        using var folder = new MetadataFolder();
        var bad = folder.Write(name, bytes);
        folder.Write("a-good.csv", "id,title\nx,t\n");
        folder.Write("z-good.json", """{"video_id":"y","title":"t"}""");

        var rows = folder.Read(folder.Directory);

        Assert.Equal(["x", "y"], rows.Select(r => r.VideoId));
        var error = Assert.Single(folder.Errors);
        Assert.Equal((id, bad), (error.Id, error.FullName));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void Read_MissingFileAndEmptyDirectory_AreErrors()
    {
        using var folder = new MetadataFolder();
        var empty = Directory.CreateDirectory(Path.Combine(folder.Directory, "empty")).FullName;

        Assert.Empty(folder.Read(Path.Combine(folder.Directory, "none.csv"), empty));
        Assert.Equal([VideoErrorId.FileNotFound, VideoErrorId.FileNotFound], folder.Errors.Select(e => e.Id).Order());
    }

    [Fact]
    public void Read_BrokenLinesOfNdjson_CostThemselvesOnly()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("rows.ndjson", "{\"id\":\"a\"}\n{\"id\":\n\n[1]\n{\"id\":\"b\"}\n");

        Assert.Equal(["a", "b"], folder.Read(path).Select(r => r.VideoId));
        Assert.Equal(["Line 2", "Line 4"], folder.Errors.Select(e => e.Message[..6]));
    }
}
