using VideoTools.Engine.Files;
using VideoTools.Engine.Metadata;

namespace VideoTools.Engine.Tests.Metadata;

/// <summary>Values as programs write them that are no JSON, no number or no text any more.</summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("7123456789012345678")]
    [InlineData("9223372036854775807")]
    [InlineData("18446744073709551615")]
    [InlineData("123456789012345678901234567890")]
    public void Read_WholeNumberAsId_KeepsEveryDigit(string id)
    {
        using var folder = new MetadataFolder();
        var video = folder.Write(id + ".mp4", "x");

        var row = Assert.Single(folder.Read([folder.Write("m.json", $$"""[{"id":{{id}},"title":"a","owner_id":{{id}}}]""")], [video], null));

        Assert.Equal((id, id, true), (row.VideoId, row.OwnerProfileId, row.IsMatched));
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("123456.0", "123456")]
    [InlineData("\"=\"\"7123456789012345678\"\"\"", "7123456789012345678")]
    [InlineData("'7123456789012345678", "7123456789012345678")]
    [InlineData("007", "007")]
    public void Read_IdThatATableTookForANumber_IsTheId(string cell, string id)
    {
        using var folder = new MetadataFolder();

        Assert.Equal(id, Assert.Single(folder.ReadCsv($"video_id,title\n{cell},t\n")).VideoId);
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("7.12346E+18")]
    [InlineData("7,12E+18")]
    [InlineData("7123456789012345678.0")]
    public void Read_IdThatLostItsDigits_IsSaidAndFindsNothing(string cell)
    {
        using var folder = new MetadataFolder();

        Assert.Equal("", Assert.Single(folder.ReadCsv($"video_id;title\n{cell};t\n")).VideoId);
        Assert.Contains("lost its last digits", Assert.Single(folder.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"a1","title":"Great day \ud83d"}""", "Great day \uFFFD")]
    [InlineData("""{"id":"a1","title":"\ude00 low first"}""", "\uFFFD low first")]
    [InlineData("""{"id":"a1","title":"\uD83D\u0041"}""", "\uFFFDA")]
    [InlineData("""{"id":"a1","title":"\ud83d\ud83d\ude00"}""", "\uFFFD\U0001F600")]
    [InlineData("""{"id":"a1","title":"whole \ud83d\ude00 \\ud83d \u00e9"}""", "whole \U0001F600 \\ud83d é")]
    [InlineData("""{"id":"a1","title":"x","\ud83d":1}""", "x")]
    public void Read_HalfAnEmoji_IsTheReplacementCharacter(string json, string title)
    {
        using var folder = new MetadataFolder();

        Assert.Equal(["a1", "a2"], folder.Read(folder.Write("m.ndjson", json + "\n{\"id\":\"a2\"}\n")).Select(r => r.VideoId));
        Assert.Equal(title, folder.Read(folder.Write("m.json", json))[0].Title);
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("Infinity")]
    public void Read_NotANumber_IsMissing(string value)
    {
        using var folder = new MetadataFolder();

        var rows = folder.Read(folder.Write("m.json", $$"""[{"id":"a1","title":"NaN {{value}}","view_count":{{value}}},{"id":"a2","view_count":3}]"""));

        Assert.Equal([("a1", null), ("a2", 3L)], rows.Select(r => (r.VideoId, r.ViewCount)));
        Assert.Equal("NaN " + value, rows[0].Title);
        Assert.Empty(folder.Errors);
    }

    [Fact]
    public void Clean_WhatIsJson_IsTheSame()
    {
        const string Json = """{"a":"\\ud83d \"NaN\" Infinity","b":[1,-2.5e3,null,true]}""";

        Assert.Equal(Json, JsonInput.Clean(Json));
    }

    [Theory]
    [InlineData("[{'id': '123', 'name': 'dance'}, {'id': '456', 'name': 'fun'}]", "dance;fun")]
    [InlineData("""[{"name": "dance"}, {"name": "fun"}]""", "dance;fun")]
    [InlineData("{'name': 'dance', 'isCommerce': False, 'cover': None}", "dance")]
    [InlineData("['it\\'s', \"rock'n'roll\", u'caf\\xe9']", "it's;rock'n'roll;café")]
    [InlineData("('one', 'two')", "one;two")]
    [InlineData("{'one', 'two'}", "one;two")]
    [InlineData("[]", "")]
    [InlineData("[broken, 'list]", "broken;list")]
    [InlineData("(live) show", "(live);show")]
    public void Read_PrintedListOfTags_AreTheTags(string cell, string tags)
    {
        using var folder = new MetadataFolder();

        Assert.Equal(tags, Assert.Single(folder.ReadCsv($"video_id,hashtags\na,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")).Hashtags.ToString());
        Assert.Empty(folder.Errors);
    }

    [Theory]
    [InlineData("1.2M", 1200000)]
    [InlineData("15K", 15000)]
    [InlineData("3,4 k", 3400)]
    [InlineData("2B", 2000000000)]
    public void TryCount_ShortenedAsOnWebPages_IsTheCount(string text, long expected)
    {
        Assert.True(MetadataNumbers.TryCount(text, out var count));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("Wed May 01 18:30:00 +0000 2024")]
    [InlineData("Wed, 01 May 2024 18:30:00 GMT")]
    [InlineData("2024-05-01T18:30:00+0000")]
    [InlineData("2024/05/01 18:30:00")]
    [InlineData("20240501T183000Z")]
    [InlineData("1714588200000000")]
    [InlineData("1714588200000")]
    public void TryMoment_AsServicesWriteIt_IsTheMoment(string text)
    {
        Assert.True(MetadataTimes.TryMoment(text, out var moment));
        Assert.Equal(1714588200, moment!.Value.ToUnixTimeSeconds());
    }
}
