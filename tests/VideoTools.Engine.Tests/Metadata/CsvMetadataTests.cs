using System.Globalization;
using System.Text;

namespace VideoTools.Engine.Tests.Metadata;

public sealed class CsvMetadataTests
{
    private const string Converter =
        "video_id,title,desc,caption,text,hashtags,challenges,owner_username,owner_profile_id,product_type,timestamp,duration_sec,width,height,"
        + "video_view_count,likes_count,comments_count,followers_count,engagement_rate,view_rate,composite_score,storage_path,public_url,video_url,status\n"
        + "Cx1,\"Web, dev\",d,c,\"two\nlines \"\"quoted\"\"\",#css #html,30days,ann,17,reels,2024-05-01T18:30:00Z,31.5,1080,1920,"
        + "1000,20,3,400,0.023,2.5,0.87,a/Cx1.mp4,https://cdn/Cx1.mp4,https://v/Cx1,failed\n";

    [Fact]
    public void Read_EveryColumnOfTheConverter_FillsTheRecord()
    {
        using var folder = new MetadataFolder();

        var row = Assert.Single(folder.ReadCsv(Converter));

        Assert.Empty(folder.Errors);
        Assert.Equal(("Cx1", "Web, dev", "d", "c", "two\nlines \"quoted\""), (row.VideoId, row.Title, row.Description, row.Caption, row.Text));
        Assert.Equal(("css;html", "30days", "ann", "17", "reels"),
            (row.Hashtags.ToString(), row.Challenges.ToString(), row.OwnerUserName, row.OwnerProfileId, row.ProductType));
        Assert.Equal((1714588200d, 31.5, 1080, 1920), (row.TimestampSeconds!.Value, row.DurationSeconds!.Value, row.Width!.Value, row.Height!.Value));
        Assert.Equal((1000L, 20L, 3L, 400L), (row.ViewCount!.Value, row.LikeCount!.Value, row.CommentCount!.Value, row.FollowerCount!.Value));
        Assert.Equal((0.023, 2.5, 0.87), (row.EngagementRate!.Value, row.ViewRate!.Value, row.CompositeScore!.Value));
        Assert.Equal(("a/Cx1.mp4", "https://cdn/Cx1.mp4", "https://v/Cx1", "failed", 1),
            (row.StoragePath, row.PublicUrl, row.VideoUrl, row.Status, row.SourceRow!.Value));
        Assert.Equal((null, false, null), (row.FullName, row.IsMatched, row.MatchedBy));
    }

    [Fact]
    public void Read_NumbersMissing_StayNullAndDefaultsHold()
    {
        using var folder = new MetadataFolder();

        var row = Assert.Single(folder.ReadCsv("Shortcode,TITLE,Likes-Count\nabc,t,\n"));

        Assert.Equal(("abc", "abc", "t"), (row.VideoId, row.Shortcode, row.Title));
        Assert.Equal((null, null, null, "clips", "done"), (row.LikeCount, row.ViewCount, row.DurationSeconds, row.ProductType, row.Status));
    }

    [Fact]
    public void Read_SemicolonsAndCommasOfAGermanExcel_AreTheSameRow()
    {
        using var folder = new MetadataFolder();
        var bytes = Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(
            "video_id;title;hashtags;engagement_rate;likes_count;duration_sec\r\nabc;Größe, Höhe, Länge;#maß, #höhe;0,35;1.234;12,5\r\n")).ToArray();

        var row = Assert.Single(folder.Read(folder.Write("excel.csv", bytes)));

        Assert.Empty(folder.Errors);
        Assert.Equal(("abc", "Größe, Höhe, Länge", "maß;höhe"), (row.VideoId, row.Title, row.Hashtags.ToString()));
        Assert.Equal((0.35, 1234L, 12.5), (row.EngagementRate!.Value, row.LikeCount!.Value, row.DurationSeconds!.Value));
    }

    [Theory]
    [InlineData("id\ttitle\nabc\tone, two; three\n", "one, two; three")]
    [InlineData("sep=;\nid;title\nabc;x\n", "x")]
    [InlineData("id|title\nabc|x\n", "x")]
    [InlineData("id,title,\nabc,x,\n", "x")]
    [InlineData("\"id\",\"title\"\r\n\r\n\"abc\",\"5\"\" screen\"", "5\" screen")]
    [InlineData("id,title\nabc,5\" screen\n", "5\" screen")]
    [InlineData("id,title\nabc,\"\"\n,,\n", null)]
    public void Read_OtherDelimitersAndQuotes_AreUnderstood(string text, string? title)
    {
        using var folder = new MetadataFolder();

        var row = folder.ReadCsv(text)[0];

        Assert.Empty(folder.Errors);
        Assert.Equal(("abc", title), (row.VideoId, row.Title));
    }

    [Fact]
    public void Read_Utf16OfExcel_IsRead()
    {
        using var folder = new MetadataFolder();
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id\ttitle\nabc\tÄpfel\n")];

        Assert.Equal("Äpfel", Assert.Single(folder.Read(folder.Write("unicode.tsv", bytes))).Title);
    }

    [Fact]
    public void Read_TextsWithoutIds_AreRowsWithAnEmptyId()
    {
        using var folder = new MetadataFolder();

        var rows = folder.ReadCsv("title,tags,category\nA,x|y z,Music\nB,,Sports\n");

        Assert.Empty(folder.Errors);
        Assert.Equal([("", "A", "x;y z", "Music", 1), ("", "B", "", "Sports", 2)],
            rows.Select(r => (r.VideoId, r.Title!, r.Hashtags.ToString(), r.Category!, r.SourceRow!.Value)));
    }

    [Fact]
    public void Read_WrongCells_AreReportedAndLeftEmpty()
    {
        using var folder = new MetadataFolder();

        var rows = folder.ReadCsv("id,likes_count,timestamp\na,many,01/02/2024\nb,3,\n");

        Assert.Equal([(string?)null, "3"], rows.Select(r => r.LikeCount?.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(2, folder.Errors.Count);
        Assert.All(folder.Errors, e => Assert.Equal(VideoErrorId.MetadataInvalid, e.Id));
        Assert.All(folder.Errors, e => Assert.Contains("Row 1 of", e.Message, StringComparison.Ordinal));
        Assert.Contains(folder.Errors, e => e.Message.Contains("its likes_count 'many' is not a count", StringComparison.Ordinal));
        Assert.Contains("'01/02/2024'", folder.Errors[0].Message + folder.Errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsWithTooFewOrTooManyCells_AreReportedAndTheOthersRead()
    {
        using var folder = new MetadataFolder();

        var rows = folder.ReadCsv("id,title\na,one\nb\nc,x,y\nd,four\n");

        Assert.Equal([("a", 1), ("d", 4)], rows.Select(r => (r.VideoId, r.SourceRow!.Value)));
        Assert.Equal(["Row 2", "Row 3"], folder.Errors.Select(e => e.Message[..5]));
    }

    [Fact]
    public void Read_QuoteNeverClosed_KeepsTheRowsBeforeAndSaysSo()
    {
        using var folder = new MetadataFolder();

        var rows = folder.ReadCsv("id,title\na,one\nb,\"two\nc,three\nd,four\n");

        Assert.Equal(["a"], rows.Select(r => r.VideoId));
        Assert.Contains("never closed", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ThousandsOfWrongCells_ReportsTenAndTheirNumber()
    {
        using var folder = new MetadataFolder();

        var rows = folder.ReadCsv("id,likes\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"v{i},x\n")));

        Assert.Equal((2000, 11), (rows.Count, folder.Errors.Count));
        Assert.Contains("1990 more", folder.Errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeCell_IsRead()
    {
        using var folder = new MetadataFolder();
        var text = new string('x', 5_000_000);

        Assert.Equal(text, folder.ReadCsv("id,title\na,\"" + text + "\"\n")[0].Title);
    }

    [Fact]
    public void Read_SameIdTwiceInAFile_KeepsBothAndSaysWhichFindsTheVideo()
    {
        using var folder = new MetadataFolder();
        var csv = folder.Write("rows.csv", "id,title\na,one\nb,two\na,three\na,four\n");
        var video = folder.Write("a.mp4", "x");

        var rows = folder.Read([csv], [video], null);

        Assert.Equal([video, null, null, null], rows.Select(r => r.FullName));
        Assert.Contains("2 rows", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
        Assert.Contains("row 3 ('a')", folder.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatExportCsvWrote_IsTheSameRecord()
    {
        using var folder = new MetadataFolder();
        var row = folder.ReadCsv(Converter)[0];
        var properties = typeof(VideoMetadata).GetProperties();
        string Cell(object? value, CultureInfo culture) =>
            "\"" + (value is IFormattable f ? f.ToString(null, culture) : value?.ToString() ?? "").Replace("\"", "\"\"") + "\"";

        foreach (var culture in new[] { "en-US", "de-DE", "en-GB" })
        {
            var text = string.Join(',', properties.Select(p => p.Name)) + "\n"
                + string.Join(',', properties.Select(p => Cell(p.GetValue(row), CultureInfo.GetCultureInfo(culture)))) + "\n";
            var path = folder.Write("again.csv", text);

            var again = Assert.Single(folder.Read(path));

            Assert.Empty(folder.Errors);
            Assert.Equal(row with { SourcePath = "", Hashtags = again.Hashtags, Challenges = again.Challenges }, again with { SourcePath = "" });
            Assert.Equal((row.Hashtags.ToString(), row.Challenges.ToString()), (again.Hashtags.ToString(), again.Challenges.ToString()));
        }
    }
}
