using VideoTools.Engine.Metadata;

namespace VideoTools.Engine.Tests.Metadata;

public sealed class MetadataIndexTests
{
    [Theory]
    [InlineData("any.json", "{\"video_id\":\"Cx_1\"}", "Cx_1_ann_score0.5.mp4", "Id")] // The id rule.
    [InlineData("any.json", "{\"video_id\":\"Cx_1\"}", "Cx_1.mp4", "Id")]
    [InlineData("any.json", "{\"video_id\":\"Cx_1\",\"owner_username\":\"ann_b_c\"}", "Cx_1_ann_b_c_score0.5.mp4", "Id")] // Owner with "_".
    [InlineData("Cx_1_features.json", "{\"title\":\"t\"}", "Cx_1.mp4", "Id")] // "<id>_*.json".
    [InlineData("Cx_1_bob_score7.json", "{\"video_id\":\"99\"}", "Cx_1_ann_score0.5.mp4", "Id")]
    [InlineData("any.json", "{\"id\":\"dQw4w9WgXcQ\"}", "Title [dQw4w9WgXcQ].webm", "Id")] // yt-dlp's names.
    [InlineData("any.json", "{\"id\":\"7\",\"shortcode\":\"Cx1\"}", "Cx1.mp4", "Id")] // Any of the ids.
    [InlineData("clip.json", "{\"id\":\"7\"}", "clip.mov", "Stem")]
    [InlineData("clip.info.json", "{\"id\":\"7\"}", "clip.mov", "Stem")]
    [InlineData("any.json", "{\"id\":\"7\",\"storage\":{\"public_url\":\"https://cdn/x/my%20clip.mp4?sig=1/2\"}}", "my clip.mp4", "Stem")]
    [InlineData("Cx_1_bob_score7.json", "{\"title\":\"t\"}", "Cx.mp4", null)] // The id rule says where the id ends.
    [InlineData("any.json", "{\"id\":\"cx1\"}", "Cx1.mp4", null)] // Ids have case.
    public void Find_Video_FollowsTheRules(string name, string json, string video, string? matchedBy)
    {
        using var folder = new MetadataFolder();
        folder.Write(name, json);
        var index = new MetadataStore().Open(new MetadataOptions { Paths = [folder.Directory] }, folder.Errors.Add);

        var found = index.Find(Path.Combine("/videos", video));

        Assert.Empty(folder.Errors);
        Assert.Equal(matchedBy, found?.MatchedBy);
        Assert.Equal(matchedBy is null ? null : Path.Combine("/videos", video), found?.FullName);
        Assert.False(index.Rows[0].IsMatched);
    }

    [Theory]
    [InlineData("/v/one.mp4")]
    [InlineData("one.mp4")]
    [InlineData("one")]
    [InlineData("D:\\old\\one.mkv")]
    [InlineData("https://cdn/one.webm?x=1")]
    public void Find_JoinColumn_TakesPathsNamesStemsAndAddresses(string value)
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("rows.csv", $"clip,id,title\n{value},two,right\nx,one,wrong\n");
        var index = new MetadataStore().Open(new MetadataOptions { Paths = [path], JoinColumn = "Clip" }, folder.Errors.Add);

        var found = index.Find("/v/one.mp4")!;

        Assert.Equal(("right", "Column"), (found.Title, found.MatchedBy));
        Assert.Null(index.Find("/v/two.mp4"));
    }

    [Fact]
    public void Read_JoinColumnThatNoFileHas_SaysSo()
    {
        using var folder = new MetadataFolder();
        var path = folder.Write("rows.csv", "id,title\none,t\n");

        var rows = folder.Read([path], [folder.Write("one.mp4", "x")], "clip");

        Assert.False(Assert.Single(rows).IsMatched);
        Assert.Contains("'clip'", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowFitsTwoVideos_TakesTheFirstAndSaysSo()
    {
        using var folder = new MetadataFolder();
        var csv = folder.Write("rows.csv", "id\nCx1\n");
        var first = folder.Write("v/Cx1_ann_score1.mp4", "x");
        folder.Write("v/Cx1_ann_score2.mp4", "x");

        var row = Assert.Single(folder.Read([csv], [Path.Combine(folder.Directory, "v")], null));

        Assert.Equal(first, row.FullName);
        Assert.Contains("2 videos", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MetadataFileAmongTheVideos_IsNoVideo()
    {
        using var folder = new MetadataFolder();
        var json = folder.Write("clip.json", "{\"title\":\"t\"}");
        var video = folder.Write("clip.weird", "x");

        Assert.Equal(video, Assert.Single(folder.Read([json], [json, video], null)).FullName);
        Assert.Empty(folder.Errors);
    }

    [Fact]
    public void Read_SameIdInTwoFiles_FirstInOrdinalOrderWinsSilently()
    {
        using var folder = new MetadataFolder();
        folder.Write("m/b.json", "{\"id\":\"a\",\"title\":\"second\"}");
        folder.Write("m/B.json", "{\"id\":\"a\",\"title\":\"first\"}");
        var video = folder.Write("a.mp4", "x");

        var rows = folder.Read([Path.Combine(folder.Directory, "m")], [video], null);

        Assert.Equal([("first", video), ("second", null)], rows.Select(r => (r.Title!, r.FullName)));
        Assert.Empty(folder.Errors);
    }

    [Fact]
    public void Find_AHundredTimesTheRows_CostsAboutTheSameALookUp()
    {
        using var folder = new MetadataFolder();
        var few = Best(100);
        var many = Best(10_000);

        // A scan of the rows would make it 100 times; what is left is caches. The best of five rounds leaves out what else the machine does.
        Assert.InRange(many / few, 0, 25);

        double Best(int count)
        {
            var rows = "id,title\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"id_{i},t{i}\n"));
            var index = new MetadataStore().Open(new MetadataOptions { Paths = [folder.Write($"{count}.csv", rows)] }, folder.Errors.Add);
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal($"t{i}", index.Find($"/v/id_{i}_ann_score1.5.mp4")?.Title));
            return Enumerable.Range(0, 5).Min(_ =>
            {
                var start = TimeProvider.System.GetTimestamp();
                for (var i = 0; i < 1000; i++)
                {
                    index.Find($"/v/id_{i * 97 % count}_ann_score1.5.mp4");
                }

                return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            });
        }
    }
}
