using VideoTools.Engine.Metadata;

namespace VideoTools.Engine.Tests.Metadata;

public sealed class MetadataValueTests
{
    [Theory]
    [InlineData("1234", 1234L)]
    [InlineData("1,234", 1234L)]
    [InlineData("1.234.567", 1234567L)]
    [InlineData("12 345", 12345L)]
    [InlineData("12\u202F345", 12345L)]
    [InlineData("1'234", 1234L)]
    [InlineData("12.0", 12L)]
    [InlineData("12,0", 12L)]
    [InlineData("1.5e3", 1500L)]
    [InlineData("NaN", null)]
    [InlineData(" ", null)]
    [InlineData("None", null)]
    public void TryCount_AsSourcesWriteIt_IsTheCount(string text, long? expected)
    {
        Assert.True(MetadataNumbers.TryCount(text, out var count));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-3")]
    [InlineData("1.5")]
    [InlineData("1,234.567")]
    [InlineData("1e300")]
    public void TryCount_NoCount_IsFalse(string text) => Assert.False(MetadataNumbers.TryCount(text, out _));

    [Theory]
    [InlineData("0,35", 0.35)]
    [InlineData("4.5%", 4.5)]
    [InlineData("-1e-3", -0.001)]
    [InlineData("n/a", null)]
    public void TryNumber_AnyCulture_IsTheNumber(string text, double? expected)
    {
        Assert.True(MetadataNumbers.TryNumber(text, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("2024-05-01T18:30:00Z")]
    [InlineData("2024-05-01T20:30:00+02:00")]
    [InlineData("2024-05-01T20:30:00+0200")]
    [InlineData("2024-05-01 18:30:00")]
    [InlineData("2024-05-01 18:30")]
    [InlineData("01.05.2024 18:30")]
    [InlineData("01.05.2024 20:30:00 +02:00")]
    [InlineData("2024-05-01T18:30:00.000")]
    [InlineData("1714588200")]
    [InlineData("1714588200,0")]
    [InlineData("1714588200000")]
    public void TryMoment_KnownForms_AreTheMoment(string text)
    {
        Assert.True(MetadataTimes.TryMoment(text, out var moment));
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 18, 30, 0, TimeSpan.Zero), moment);
    }

    [Fact]
    public void TryMoment_UploadDateOfYtDlp_IsMidnight()
    {
        Assert.True(MetadataTimes.TryMoment("20240501", out var moment));
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), moment);
    }

    [Theory]
    [InlineData("01/02/2024")]
    [InlineData("yesterday")]
    [InlineData("1e30")]
    public void TryMoment_Ambiguous_IsFalse(string text) => Assert.False(MetadataTimes.TryMoment(text, out _));

    [Theory]
    [InlineData("62.5", 62.5)]
    [InlineData("62,5", 62.5)]
    [InlineData("00:01:02.5", 62.5)]
    [InlineData("PT1M2.5S", 62.5)]
    [InlineData("", null)]
    public void TryLength_KnownForms_AreSeconds(string text, double? expected)
    {
        Assert.Equal(expected is not null || MetadataNumbers.IsNothing(text), MetadataTimes.TryLength(text, out var seconds));
        Assert.Equal(expected, seconds);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1:30")]
    [InlineData("Pfui")]
    public void TryLength_NoLength_IsFalse(string text) => Assert.False(MetadataTimes.TryLength(text, out _));

    [Theory]
    [InlineData("#ai #coding", "ai;coding")]
    [InlineData("ai coding", "ai;coding")]
    [InlineData("#ai#coding", "ai;coding")]
    [InlineData("deep work|\"time management\"|focus", "deep work;time management;focus")]
    [InlineData("deep work, focus", "deep work;focus")]
    [InlineData("#one #two, #three", "one;two;three")]
    [InlineData("['deep work', 'focus']", "deep work;focus")]
    [InlineData("[\"a b\", \"c\"]", "a b;c")]
    [InlineData("a;b", "a;b")]
    [InlineData("AI ai Ai", "AI")]
    [InlineData("[none]", "")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    public void Tags_OneText_AreSplitAtTheStrongestSeparator(string text, string expected) =>
        Assert.Equal(expected, MetadataTexts.Tags(text).ToString());

    [Fact]
    public void Tags_ListOfObjects_AreTheirNamesWithoutIds()
    {
        object?[] list =
        [
            new Dictionary<string, object?> { ["id"] = "17", ["hashtag_name"] = "deep work" }, "#focus #calm", null, 2024L, new object?[] { "nested" },
        ];

        Assert.Equal("deep work;focus;calm;2024;nested", MetadataTexts.Tags(list).ToString());
    }

    [Fact]
    public void Flatten_NestedValues_JoinsThemInTheirOrder()
    {
        var value = new Dictionary<string, object?>
        {
            ["a"] = "one ", ["b"] = new object?[] { "two", new Dictionary<string, object?> { ["c"] = "three", ["d"] = 4L }, null, true }, ["e"] = "",
        };

        Assert.Equal("one two three 4", MetadataTexts.Flatten(value));
        Assert.Null(MetadataTexts.Flatten(new object?[] { "", null }));
    }
}
