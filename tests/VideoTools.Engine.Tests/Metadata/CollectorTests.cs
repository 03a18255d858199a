namespace VideoTools.Engine.Tests.Metadata;

/// <summary>What collectors and interfaces give: each layout as it is exported.</summary>
public sealed class CollectorTests
{
    [Fact]
    public void Read_TikTokOfApify_IsARow()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("tiktok.json", """
            [{"id":"7123456789012345678","text":"Learn css #css #webdev","createTime":1714521600,"createTimeISO":"2024-05-01T00:00:00.000Z",
              "authorMeta":{"id":"6800000000000000001","name":"ann","nickName":"Ann","fans":1200,"heart":99,"video":7},
              "musicMeta":{"musicName":"original","musicId":"1"},"webVideoUrl":"https://www.tiktok.com/@ann/video/7123456789012345678",
              "videoMeta":{"height":1024,"width":576,"duration":15},"diggCount":40,"shareCount":3,"playCount":1000,"commentCount":2,
              "hashtags":[{"id":"1","name":"css","title":"","cover":""},{"id":"2","name":"webdev","title":"","cover":""}]}]
            """);

        var row = Assert.Single(folder.Read(path));

        Assert.Empty(folder.Errors);
        Assert.Equal(("7123456789012345678", "ann", "6800000000000000001", "css;webdev"), (row.VideoId, row.OwnerUserName, row.OwnerProfileId, row.Hashtags.ToString()));
        Assert.Equal((1000L, 40L, 2L, 1200L), (row.ViewCount, row.LikeCount, row.CommentCount, row.FollowerCount));
        Assert.Equal((15d, 576, 1024, 1714521600d), (row.DurationSeconds, row.Width, row.Height, row.TimestampSeconds));
        Assert.Equal("https://www.tiktok.com/@ann/video/7123456789012345678", row.VideoUrl);
    }

    [Fact]
    public void Read_TikTokOfApifyAsATable_IsTheSameRow()
    {
        using var folder = new MetadataFolder();

        var row = Assert.Single(folder.ReadCsv(
            "authorMeta.id,authorMeta.name,authorMeta.fans,id,text,hashtags/0/name,hashtags/1/name,videoMeta.duration,diggCount,createTimeISO\n"
            + "6800000000000000001,ann,1200,7123456789012345678,Learn css,css,webdev,15,40,2024-05-01T00:00:00.000Z\n"));

        Assert.Empty(folder.Errors);
        Assert.Equal(("7123456789012345678", "ann", "6800000000000000001", "css;webdev"), (row.VideoId, row.OwnerUserName, row.OwnerProfileId, row.Hashtags.ToString()));
        Assert.Equal((15d, 40L, 1200L, 1714521600d), (row.DurationSeconds, row.LikeCount, row.FollowerCount, row.TimestampSeconds));
    }

    [Fact]
    public void Read_InstagramOfApify_HiddenLikesAreUnknown()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("instagram.json", """
            [{"id":"3312345678901234567","type":"Video","shortCode":"Cx1AbC","caption":"cap","hashtags":["one","two"],"likesCount":-1,
              "commentsCount":4,"videoViewCount":50,"videoPlayCount":120,"timestamp":"2024-05-01T18:30:00.000Z","ownerUsername":"ann",
              "ownerId":"17","productType":"clips","videoDuration":12.5,"dimensionsHeight":1920,"dimensionsWidth":1080,
              "latestComments":[{"id":"9","text":"first","ownerUsername":"bob"}]}]
            """);

        var row = Assert.Single(folder.Read(path));

        Assert.Empty(folder.Errors);
        Assert.Equal(("3312345678901234567", "Cx1AbC", "ann", "17", "clips"), (row.VideoId, row.Shortcode, row.OwnerUserName, row.OwnerProfileId, row.ProductType));
        Assert.Equal((50L, null, 4L, 12.5, 1080), (row.ViewCount!.Value, row.LikeCount, row.CommentCount!.Value, row.DurationSeconds!.Value, row.Width!.Value));
    }

    [Theory]
    [InlineData("""{"kind":"youtube#videoListResponse","etag":"e","items":[{"kind":"youtube#video","id":"dQw4w9WgXcQ","snippet":{"publishedAt":"2024-05-01T00:00:00Z","channelId":"UC1","title":"t","description":"d","channelTitle":"Ann","tags":["a","b"],"thumbnails":{"default":{"url":"u","width":120,"height":90}}},"contentDetails":{"duration":"PT1M2S"},"statistics":{"viewCount":"10","likeCount":"2","commentCount":"1"}}]}""")]
    [InlineData("""{"items":[{"kind":"youtube#searchResult","id":{"kind":"youtube#video","videoId":"dQw4w9WgXcQ"},"snippet":{"publishedAt":"2024-05-01T00:00:00Z","channelId":"UC1","title":"t","description":"d","channelTitle":"Ann","tags":["a","b"]},"contentDetails":{"duration":"PT1M2S"},"statistics":{"viewCount":10,"likeCount":2,"commentCount":1}}]}""")]
    [InlineData("""{"items":[{"kind":"youtube#playlistItem","id":"UExxxx","snippet":{"publishedAt":"2024-05-01T00:00:00Z","channelId":"UC1","title":"t","description":"d","channelTitle":"Ann","tags":"a,b","resourceId":{"kind":"youtube#video","videoId":"dQw4w9WgXcQ"}},"contentDetails":{"duration":"PT1M2S"},"statistics":{"viewCount":"10","likeCount":"2","commentCount":"1"}}]}""")]
    public void Read_AnswerOfYouTube_IsARow(string json)
    {
        using var folder = new MetadataFolder();

        var row = Assert.Single(folder.Read(folder.Write("answer.json", json)));

        Assert.Empty(folder.Errors);
        Assert.Equal(("dQw4w9WgXcQ", "t", "d", "Ann", "UC1", "a;b"),
            (row.VideoId, row.Title, row.Description, row.OwnerUserName, row.OwnerProfileId, row.Hashtags.ToString()));
        Assert.Equal((10L, 2L, 1L, 62d, 1714521600d, null), (row.ViewCount, row.LikeCount, row.CommentCount, row.DurationSeconds, row.TimestampSeconds, row.Width));
    }

    [Fact]
    public void Read_TabsOfAChannel_AreTheirVideos()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("channel.json", """
            {"_type":"playlist","id":"UC1","title":"chan","entries":[
              {"_type":"playlist","id":"UC1-videos","title":"chan - Videos","entries":[{"id":"v1aaaaaaaaa","title":"vid"},null,{"_type":"url","id":"v2aaaaaaaaa","title":"flat"}]},
              {"_type":"playlist","id":"UC1-empty","title":"chan - Live","entries":[]},
              {"_type":"playlist","id":"UC1-shorts","title":"chan - Shorts","entries":[{"_type":"playlist","id":"deeper","entries":[{"id":"s1aaaaaaaaa"}]}]}]}
            """);

        Assert.Equal(["v1aaaaaaaaa", "v2aaaaaaaaa", "s1aaaaaaaaa"], folder.Read(path).Select(r => r.VideoId));
        Assert.Empty(folder.Errors);
    }

    [Fact]
    public void Read_FolderOfDownloads_PassesOverChatCommentsAndThePlaylistItself()
    {
        using var folder = new MetadataFolder();
        folder.Write("Live [liveliveliv].info.json", """{"id":"liveliveliv","title":"Live"}""");
        folder.Write("Live [liveliveliv].live_chat.json", Repeat("""{"replayChatItemAction":{"actions":[]}}""", 25));
        folder.Write("chat renamed.json", Repeat("""{"replayChatItemAction":{"actions":[]},"videoOffsetTimeMsec":"0"}""", 25));
        folder.Write("Title [PL1].info.json", """{"_type":"playlist","id":"PL1","title":"list","playlist_count":3}""");
        folder.Write("post_comments.json", """[{"id":1,"created_at":1714521600,"text":"nice","owner":{"id":"2","username":"bob"},"likes_count":0,"answers":[]}]""");

        Assert.Equal(["liveliveliv"], folder.Read(folder.Directory).Select(r => r.VideoId));
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("""{"replayChatItemAction":{}}""", "chat")]
    [InlineData("""{"_type":"playlist","id":"PL1","title":"list"}""", "playlist without its entries")]
    public void Read_NamedFileWithoutVideos_IsOneError(string line, string problem)
    {
        using var folder = new MetadataFolder();

        Assert.Empty(folder.Read(folder.Write("named.ndjson", Repeat(line, 25))));
        Assert.Contains(problem, Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileOfSomethingElse_IsOneError()
    {
        using var folder = new MetadataFolder();

        Assert.Empty(folder.Read(folder.Write("log.ndjson", Repeat("""{"level":"info","message":"x"}""", 25))));
        Assert.Contains("25 objects", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    private static string Repeat(string line, int count) => string.Concat(Enumerable.Repeat(line + "\n", count));
}
