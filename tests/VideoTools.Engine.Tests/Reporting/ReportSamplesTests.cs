using VideoTools.Engine.Reporting;

namespace VideoTools.Engine.Tests.Reporting;

public sealed class ReportSamplesTests
{
    [Fact]
    public void Join_NicheAndTemplateOfOneVideo_AreOneSampleWithBoth()
    {
        var template = ReportSampleData.Made(1);
        var niche = ReportSampleData.Niche(template, 0);

        var sample = Assert.Single(ReportSamples.Join(new ReportData { Niches = [niche], Templates = [template] }));

        Assert.Same(template, sample.Template);
        Assert.Equal(["entertainment", "animation", "cartoon_shorts"], sample.Keys);
        Assert.Equal((template.CutsPerMinute, template.TextZone), (sample.Niche.CutsPerMinute, sample.Niche.TextZone));
    }

    [Fact]
    public void Join_NicheWithoutPath_TakesTheOnlyTemplateOfItsId()
    {
        var template = ReportSampleData.Made(1);
        var niche = new VideoNiche { VideoId = template.VideoId, Category = "tech" };

        Assert.Equal(template.FullName, Assert.Single(ReportSamples.Join(new ReportData { Niches = [niche], Templates = [template] })).Niche.FullName);

        var twin = template with { FullName = "/elsewhere/clip.mp4" };
        Assert.Equal(3, ReportSamples.Join(new ReportData { Niches = [niche], Templates = [template, twin] }).Count);
    }

    [Fact]
    public void Join_MeasuresOfTheRow_AreKept()
    {
        var template = ReportSampleData.Made(1);
        var niche = ReportSampleData.Niche(template, 0) with { DurationSeconds = 5, CutsPerMinute = 99 };

        Assert.Equal(99, Assert.Single(ReportSamples.Join(new ReportData { Niches = [niche], Templates = [template] })).Niche.CutsPerMinute);
    }

    [Theory]
    [InlineData(null, new[] { "unknown" })]
    [InlineData("tech > coding > web_dev", new[] { "tech", "coding", "web_dev" })]
    [InlineData("tech", new[] { "tech" })]
    public void Join_TemplateAlone_HasTheKeysOfItsNiche(string? niche, string[] keys)
    {
        var sample = Assert.Single(ReportSamples.Join(new ReportData { Templates = [ReportSampleData.Made(1) with { Niche = niche }] }));

        Assert.Equal(keys, sample.Keys);
        Assert.Equal(string.Join(" > ", keys), sample.Group(2));
        Assert.Equal(keys[0], sample.Group(0));
    }

    [Fact]
    public void Join_OneVideoTwice_TheLaterRecordCounts()
    {
        var template = ReportSampleData.Made(1);

        Assert.Equal(7, Assert.Single(ReportSamples.Join(new ReportData { Templates = [template, template with { SceneCount = 7 }] })).Niche.SceneCount);
    }
}
