using System.Globalization;

namespace VideoTools.PowerShell.Tests.Binding;

/// <summary>Records as rows of a CSV file: what Export-Csv writes in one culture is the record again in any other.</summary>
public sealed class RecordRowTests
{
    public static TheoryData<string> Cultures => ["en-US", "de-DE", "fa-IR", "sv-SE", "en-GB"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void VideoTemplate_RowOfAnyCulture_IsTheTemplate(string culture)
    {
        var template = new VideoTemplate
        {
            FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", Niche = "tech", Duration = TimeSpan.FromSeconds(62.5), DurationSeconds = 62.5,
            Width = 1080, Height = 1920, FramesPerSecond = 29.97, FrameCount = 1873, SceneCount = 3, MeanSceneSeconds = 20.8, MedianSceneSeconds = 19.5,
            CutsPerMinute = 1.92, SceneStarts = new([0, 20.5, 41.25]), MeanColor = "#102030", DominantColor = "#203040", DominantColorShare = 0.25,
            BrightnessMean = 99.5, BrightnessDeviation = 3.25, Motion = 1.125, TextCount = 2, TextCoveragePercent = 12.5, TextPhrases = new(["SUBSCRIBE", "Wow"]),
            TextZone = "bottom", TextZones = new(["bottom", "top"]), TextHeat = new([0.5, 0, 0.125]), TextPattern = "sparse", TextFramesRead = 40,
            FirstTextSeconds = 0.5, HasSpeech = true, SpeechLanguage = "en", Transcript = "one; two", WordCount = 2, SpeakingSeconds = 1.5,
            WordsPerMinute = 80, FirstSpeechSeconds = 0.32, HookCutCount = 0, HookTextCount = 1, HookWordCount = 1.5, SpeechModel = "whisper-base",
            TextDetections = new([new(0.5, 3.25, "a; b", 0, 0, 0, TextZone.Bottom), new(4, 5, "7.00-8.00", 0, 0, 0, TextZone.Top)]),
            SpeechSegments = new([new(0.32, 2.1, "one; two")]), Device = InferenceDevice.Cuda, DecodeErrorCount = 4, Status = RecordStatus.Damaged,
        };

        var get = Row(template, culture);
        Assert.True(VideoTemplateReader.IsTemplate(get));
        Assert.True(VideoTemplateReader.TryRead(get, out var read, out var problem), problem);
        AssertSame(template, read!);
    }

    [Fact]
    public void VideoTemplate_TextAnalysedButNoneFound_HasEmptyLists()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", TextCount = 0, TextPhrases = ValueList<string>.Empty };

        Assert.True(VideoTemplateReader.TryRead(Row(template, ""), out var read, out _));
        Assert.Equal((0, 0), (read!.TextPhrases!.Count, read.TextDetections!.Count));
        Assert.Null(read.SpeechSegments);
    }

    [Fact]
    public void VideoTemplate_ObjectOfJsonLines_IsTheTemplate()
    {
        var row = new Dictionary<string, object?>
        {
            ["FullName"] = "/v/a.mp4", ["VideoId"] = "a", ["FileName"] = "a.mp4", ["Duration"] = "00:01:02.5000000", ["FrameCount"] = 10L,
            ["SceneStarts"] = new object[] { 0L, 1.5 }, ["HasSpeech"] = true, ["SpeechSegments"] = new object[] { "0.32-2.10 one; two" },
        };

        Assert.True(VideoTemplateReader.TryRead(row.GetValueOrDefault, out var read, out var problem), problem);
        Assert.Equal((62.5, "0;1.5", "one; two"), (read!.DurationSeconds, read.SceneStarts.ToString(), read.SpeechSegments![0].Text));
    }

    [Theory]
    [InlineData("CutsPerMinute", "fast", "its CutsPerMinute 'fast' is not a number.")]
    [InlineData("HasSpeech", "maybe", "its HasSpeech 'maybe' is neither True nor False.")]
    [InlineData("SceneCount", "1.5", "its SceneCount is not a whole number.")]
    [InlineData("SceneStarts", "0;x", "its SceneStarts 'x' is not a number.")]
    [InlineData("VideoId", "", "it has no VideoId.")]
    public void VideoTemplate_WrongCell_IsNamed(string name, string value, string expected)
    {
        var row = new Dictionary<string, object?> { ["FullName"] = "a", ["VideoId"] = "a", ["FileName"] = "a", [name] = value };

        Assert.False(VideoTemplateReader.TryRead(row.GetValueOrDefault, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void VideoMetadata_RowOfAnyCulture_IsTheMetadata(string culture)
    {
        var metadata = new VideoMetadata
        {
            VideoId = "a", Shortcode = "Cx1", FullName = "/v/a.mp4", IsMatched = true, MatchedBy = "Id", Title = "t", Description = "d", Caption = "c", Text = "x; y",
            Hashtags = new(["deep work", "focus"]), Challenges = new(["30days"]), OwnerUserName = "ann", OwnerProfileId = "17", ProductType = "reels",
            Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(1_706_745_600_250), DurationSeconds = 31.5, Width = 1080, Height = 1920, ViewCount = 5_000_000_000,
            LikeCount = 2, CommentCount = 3, FollowerCount = 4, EngagementRate = 0.023, ViewRate = 2.5, CompositeScore = 0.87, Category = "Music",
            StoragePath = "s", PublicUrl = "p", VideoUrl = "u", Status = "failed", SourcePath = "m.csv", SourceRow = 7,
        };

        var get = Row(metadata, culture);
        Assert.True(VideoMetadataReader.IsMetadata(get));
        Assert.True(VideoMetadataReader.TryRead(get, out var read, out var problem), problem);
        AssertSame(metadata, read!);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void VideoNiche_RowOfAnyCulture_IsTheNiche(string culture)
    {
        var niche = (VideoNiche)Distinct(typeof(VideoNiche));

        var get = Row(niche, culture);
        Assert.True(VideoNicheReader.IsNiche(get));
        Assert.False(VideoTemplateReader.IsTemplate(get) || VideoMetadataReader.IsMetadata(get));
        Assert.True(VideoNicheReader.TryRead(get, out var read, out var problem), problem);
        AssertSame(niche, read!);
    }

    [Fact]
    public void VideoNiche_TextAlone_HasNullMeasures()
    {
        Assert.True(VideoNicheReader.TryRead(Row(new VideoNiche { VideoId = "" }, "de-DE"), out var read, out _));
        AssertSame(new VideoNiche { VideoId = "" }, read!);
    }

    // As Export-Csv does: ToString in the culture of the session, null as an empty cell.
    private static Func<string, object?> Row(object record, string culture)
    {
        var info = CultureInfo.GetCultureInfo(culture);
        var row = record.GetType().GetProperties().ToDictionary(
            property => property.Name,
            property => (object?)(property.GetValue(record) is { } value
                ? value is IFormattable formattable ? formattable.ToString(null, info) : value.ToString()
                : ""));
        return row.GetValueOrDefault;
    }

    private static void AssertSame(object expected, object actual)
    {
        foreach (var property in expected.GetType().GetProperties())
        {
            Assert.Equal((property.Name, Print(property.GetValue(expected))), (property.Name, Print(property.GetValue(actual))));
        }
    }

    private static string? Print(object? value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();

    private static object Distinct(Type type)
    {
        var record = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        var number = 0;
        foreach (var property in type.GetProperties())
        {
            number++;
            var target = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(record, target switch
            {
                _ when target == typeof(string) => "text" + number,
                _ when target == typeof(int) => number,
                _ when target == typeof(long) => 3_000_000_000L + number,
                _ when target == typeof(double) => number + 0.5,
                _ when target == typeof(bool) => true,
                _ when target == typeof(ValueList<double>) => new ValueList<double>([number, 0.5]),
                _ when target == typeof(ValueList<string>) => new ValueList<string>(["a" + number, "b"]),
                _ when target.IsEnum => Enum.GetValues(target).GetValue(1),
                _ => throw new NotSupportedException(target.Name),
            });
        }

        return record;
    }
}
