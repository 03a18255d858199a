using System.Text.Json;
using VideoTools.Engine.Metadata;

namespace VideoTools.Engine.Tests.Metadata;

public sealed class MetadataWriterTests
{
    private static readonly MetadataStore Store = new();

    private static readonly VideoMetadata Row = new()
    {
        VideoId = "17", Shortcode = "Cx1", SourcePath = "rows.csv", Title = "Größe \"x\"", Hashtags = new(["css", "deep work"]), OwnerUserName = "ann_b",
        CompositeScore = 0.5, Timestamp = new DateTimeOffset(2024, 5, 1, 18, 30, 0, TimeSpan.Zero), ViewCount = 1000, Width = 1080,
    };

    [Fact]
    public void Save_Row_WritesTheGroupsWithZerosAndDefaults()
    {
        using var folder = new MetadataFolder();

        var path = Store.GetPath(Row, Path.Combine(folder.Directory, "features"));
        Store.Save(Row, Path.Combine(folder.Directory, "features"), force: false);

        Assert.Equal("Cx1_ann_b_score0.5.json", Path.GetFileName(path));
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(
            ["video_id", "title", "desc", "caption", "text", "hashtags", "challenges", "metadata", "engagement", "storage"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"owner_username":"ann_b","owner_profile_id":"","product_type":"clips","timestamp":"2024-05-01T18:30:00Z","duration_sec":0,"width":1080,"height":0}""",
            Compact(json.RootElement.GetProperty("metadata")));
        Assert.Equal(
            """{"video_view_count":1000,"likes_count":0,"comments_count":0,"followers_count":0,"engagement_rate":0,"view_rate":0,"composite_score":0.5}""",
            Compact(json.RootElement.GetProperty("engagement")));
        Assert.Equal(
            """{"storage_path":"","public_url":"","video_url":"","status":"done"}""", Compact(json.RootElement.GetProperty("storage")));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Save_ThenRead_IsTheRowWithZerosForWhatWasMissing()
    {
        using var folder = new MetadataFolder();

        Store.Save(Row, folder.Directory, force: false);
        var read = Assert.Single(folder.Read(Store.GetPath(Row, folder.Directory)));

        Assert.Equal((Row.VideoId, Row.Title, Row.Timestamp, Row.ViewCount, 0L), (read.VideoId, read.Title, read.Timestamp, read.ViewCount, read.LikeCount));
        Assert.Equal("css;deep work", read.Hashtags.ToString());
        Assert.Null(read.Caption);
    }

    [Fact]
    public void Save_FileExists_IsRefusedWithoutForce()
    {
        using var folder = new MetadataFolder();
        Store.Save(Row, folder.Directory, force: false);

        Assert.Equal(
            VideoErrorId.OutputExists,
            Assert.Throws<VideoToolsException>(() => Store.Save(Row with { Title = "new" }, folder.Directory, force: false)).Error.Id);
        Store.Save(Row with { Title = "new" }, folder.Directory, force: true);
        Assert.Equal("new", Assert.Single(folder.Read(folder.Directory)).Title);
    }

    [Fact]
    public void GetPath_HostileId_StaysInTheDirectory() => Assert.Equal(
        Path.GetFullPath("/out/..-..-etc-x_a-b_score0.json"),
        Store.GetPath(new VideoMetadata { VideoId = "../../etc/x", OwnerUserName = "a:b", SourcePath = "" }, "/out"));

    [Fact]
    public void Save_NoId_SaysWhichRow()
    {
        using var folder = new MetadataFolder();
        var row = folder.ReadCsv("title\nx\n")[0];

        var error = Assert.Throws<VideoToolsException>(() => Store.Save(row, folder.Directory, force: false)).Error;

        Assert.Equal(VideoErrorId.MetadataInvalid, error.Id);
        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
