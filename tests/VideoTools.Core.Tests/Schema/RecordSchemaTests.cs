namespace VideoTools.Core.Tests.Schema;

public sealed class RecordSchemaTests
{
    [Fact]
    public void Columns_AreTheProperties_InTheOrderOfDeclaration() => Assert.Equal(
        [
            "FullName", "VideoId", "Index", "X", "Y", "Width", "Height", "Crop", "VideoWidth", "VideoHeight", "Bars", "Aspect", "Motion",
            "Detail", "Edges", "Saturation", "Rank", "SceneIndex", "Start", "End", "StartSeconds", "EndSeconds", "FrameCount",
            "Status",
        ],
        RecordSchema.Of<CropPosition>().Columns.Select(c => c.Name));

    [Fact]
    public void Columns_OfADerivedRecord_BeginWithThoseOfItsBase() =>
        Assert.Equal(["First", "Second", "Third"], RecordSchema.Of<Derived>().Columns.Select(c => c.Name));

    [Fact]
    public void Column_SaysWhatIsDeclared()
    {
        var motion = RecordSchema.Of<CropPosition>().Find("motion")!;

        Assert.Equal(("Motion", typeof(double), 6), (motion.Name, motion.Type, motion.Width));
        Assert.Equal((true, false), (motion.IsRequired, motion.IsComputed));
        Assert.True(RecordSchema.Of<VideoScene>().Find("Duration")!.IsComputed);
        Assert.Null(RecordSchema.Of<VideoScene>().Find("Nothing"));
    }

    [Fact]
    public void NoColumn_IsNone() => Assert.Null(RecordSchema.Of<Derived>().Find("Helper"));

    [Fact]
    public void Create_KeepsTheDefaultsOfWhatIsNotGiven()
    {
        var metadata = (VideoMetadata)RecordSchema.Of<VideoMetadata>().Create(new Dictionary<string, object?> { ["VideoId"] = "a" });

        Assert.Equal(("a", "clips", 0), (metadata.VideoId, metadata.ProductType, metadata.Hashtags.Count));
    }

    [Fact]
    public void Create_PositionalRecord_TakesItsConstructor()
    {
        var values = new Dictionary<string, object?> { ["EndSeconds"] = 2.5, ["Text"] = "x" };

        Assert.Equal(new TemplateSpeech(0, 2.5, "x"), RecordSchema.Of<TemplateSpeech>().Create(values));
    }

    [Fact]
    public void Of_TypeThatCannotBeBuilt_IsRefused() => Assert.Throws<ArgumentException>(() => RecordSchema.Of<Uri>());

    [Fact]
    public void VideoNiche_ColumnsWithNamesOfATemplate_AreOfItsTypes()
    {
        var template = RecordSchema.Of<VideoTemplate>();
        var shared = RecordSchema.Of<VideoNiche>().Columns.Where(c => template.Find(c.Name) is not null).ToArray();

        Assert.Contains(shared, c => c.Name == "TextHeat");
        Assert.All(shared, c => Assert.Equal((c.Name, template.Find(c.Name)!.ValueType), (c.Name, c.ValueType)));
    }

    [Fact]
    public void With_TakesWhatBothHave_AndKeepsTheRest()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", SceneCount = 3, SceneStarts = new([0, 1, 2]) };

        var niche = RecordSchema.With(new VideoNiche { VideoId = "b", Category = "tech", ViewCount = 7, SceneCount = 9 }, template);

        Assert.Equal(("/v/a.mp4", "a", "tech", 7L, 3), (niche.FullName, niche.VideoId, niche.Category, niche.ViewCount, niche.SceneCount));
        Assert.Equal([0, 1, 2], niche.SceneStarts!);
    }

    private record Base
    {
        public int First { get; init; }

        [Column(Width = 3)]
        public int Second { get; init; }
    }

    private sealed record Derived : Base
    {
        public int Third { get; init; }

        [NoColumn]
        public int Helper => Third * 2;
    }
}
