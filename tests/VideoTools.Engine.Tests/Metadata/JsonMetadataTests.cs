namespace VideoTools.Engine.Tests.Metadata;

public sealed class JsonMetadataTests
{
    [Fact]
    public void Read_FeatureJsonInGroups_IsFlat()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("Cx1_ann_score0.87.json", """
            {"video_id":"Cx1","title":["Web",{"x":"dev"}],"desc":{"a":"one","b":["two",{"c":"three"}]},"caption":null,"text":"t",
             "hashtags":[{"id":1,"name":"css"},"#html"],"challenges":["30days"],
             "metadata":{"owner_username":"ann","timestamp":"2024-05-01T18:30:00Z","duration_sec":31.5,"width":1080,"title":"not this"},
             "engagement":{"video_view_count":1000,"likes_count":null,"composite_score":0.87},
             "storage":{"storage_path":"a/Cx1.mp4"}}
            """);

        var row = Assert.Single(folder.Read(path));

        Assert.Empty(folder.Errors);
        Assert.Equal(("Cx1", "Web dev", "one two three", null, "t"), (row.VideoId, row.Title, row.Description, row.Caption, row.Text));
        Assert.Equal(("css;html", "30days", "ann", 31.5, 1080), (row.Hashtags.ToString(), row.Challenges.ToString(), row.OwnerUserName, row.DurationSeconds, row.Width));
        Assert.Equal((1000L, null, 0.87, "a/Cx1.mp4", null), (row.ViewCount!.Value, row.LikeCount, row.CompositeScore!.Value, row.StoragePath, row.SourceRow));
    }

    [Fact]
    public void Read_InfoJsonOfYtDlp_IsARecord()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("How to focus [dQw4w9WgXcQ].info.json", """
            {"id":"dQw4w9WgXcQ","title":"How to focus","description":"d","tags":["deep work","focus"],"categories":["Education","Howto"],
             "uploader":"Ann","uploader_id":"@ann","view_count":10,"like_count":2,"comment_count":1,"comments":[{"text":"first!"}],
             "channel_follower_count":5,"duration":61,"width":1920,"height":1080,"timestamp":null,"upload_date":"20240501",
             "webpage_url":"https://v/dQw4w9WgXcQ","_filename":"How to focus [dQw4w9WgXcQ].mp4","formats":[{"id":"x"}]}
            """);
        var video = folder.Write("How to focus [dQw4w9WgXcQ].mp4", "x");

        var row = Assert.Single(folder.Read([path], [video], null));

        Assert.Empty(folder.Errors);
        Assert.Equal(("dQw4w9WgXcQ", "deep work;focus", "Education", "Ann", "@ann"),
            (row.VideoId, row.Hashtags.ToString(), row.Category, row.OwnerUserName, row.OwnerProfileId));
        Assert.Equal((10L, 2L, 1L, 5L, 61d), (row.ViewCount, row.LikeCount, row.CommentCount, row.FollowerCount, row.DurationSeconds));
        Assert.Equal((1714521600d, "https://v/dQw4w9WgXcQ", video), (row.TimestampSeconds, row.VideoUrl, row.FullName));
    }

    [Theory]
    [InlineData("rows.json", "[{\"id\":\"a\"},{\"id\":\"b\"}]")]
    [InlineData("rows.json", "{\"_type\":\"playlist\",\"id\":\"p\",\"entries\":[{\"id\":\"a\"},{\"id\":\"b\"}]}")]
    [InlineData("rows.ndjson", "{\"id\":\"a\"}\n{\"id\":\"b\"}")]
    [InlineData("rows.json", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n")]
    [InlineData("rows.txt", "  [{\"id\":\"a\"},{\"id\":\"b\"},]")]
    [InlineData("rows.json", "\uFEFF[{\"id\":\"a\"},{\"id\":\"b\"}]")]
    public void Read_SeveralObjects_AreRows(string name, string text)
    {
        using var folder = new MetadataFolder();

        Assert.Equal(["a", "b"], folder.Read(folder.Write(name, text)).Select(r => r.VideoId));
        Assert.Empty(folder.Errors);
    }

    [Fact]
    public void Read_NoIdInside_TakesItFromTheFileName()
    {
        using var folder = new MetadataFolder();

        Assert.Equal("Cx_1", Assert.Single(folder.Read(folder.Write("Cx_1_ann_score2.json", "{\"title\":\"t\"}"))).VideoId);
    }

    [Fact]
    public void Read_Directory_PassesOverWhatTheModuleWrote()
    {
        using var folder = new MetadataFolder();
        folder.Write("a_template.json", "{\"video_id\":\"a\"}");
        folder.Write("template_insights.json", "{\"tech\":{}}");
        folder.Write("video_classifications.csv", "video_id,filename\na,a.mp4\n");
        folder.Write("sub/b.json", "{\"video_id\":\"b\"}");

        Assert.Equal(["b"], folder.Read(folder.Directory).Select(r => r.VideoId));
        Assert.Empty(folder.Errors);
    }
}
