using System.Globalization;
using VideoTools.Engine.Analysis.Niche.Metadata;

namespace VideoTools.Engine.Tests.Analysis.Niche.Metadata;

public sealed class ClassificationWriterTests
{
    private static readonly VideoNiche[] Niches =
    [
        new()
        {
            FullName = Path.GetFullPath("/v/a/one.mp4"), VideoId = "one", FileName = "one.mp4", Category = "tech", Subcategory = "coding", MicroNiche = "web_dev",
            FullPath = "tech > coding > web_dev", Confidence = 0.8125, MatchedKeyword = new(["css", "html"]), TextSample = "Web, \"dev\"\nand more",
            Alternatives = new(["tech > coding > ai_ml@0.21"]), Source = new(["hashtag", "title"]),
        },
        new() { FullName = Path.GetFullPath("/v/two.mp4"), VideoId = "two", FileName = "two.mp4" },
        new() { VideoId = "", TextSample = "only a text" },
    ];

    [Fact]
    public void Format_Niches_HasTheFiveColumnsFirstAndNoCultureInIt()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(
                "video_id,filename,niche,relative_path,text_sample,subcategory,micro_niche,full_path,confidence,matched_keywords,alternatives,source,"
                + "scorer,language,typical_video_length,pacing,cta_strength\n"
                + "one,one.mp4,tech,a/one.mp4,\"Web, \"\"dev\"\"\nand more\",coding,web_dev,tech > coding > web_dev,0.8125,css;html,"
                + "tech > coding > ai_ml@0.21,hashtag;title,Both,,,,\n"
                + "two,two.mp4,unknown,two.mp4,,,,,0,,,,Both,,,,\n"
                + ",,unknown,,only a text,,,,0,,,,Both,,,,\n",
                ClassificationWriter.Format(Niches));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("/v/a/1.mp4|/v/ab/2.mp4", "/v")]
    [InlineData("/v/a/1.mp4|/v/a/b/2.mp4", "/v/a")]
    [InlineData("/v/1.mp4|/w/2.mp4", "/")]
    [InlineData("/v/1.mp4", "/v")]
    [InlineData("", "")]
    public void CommonDirectory_Files_IsTheDeepestThatHoldsAll(string files, string expected) => Assert.Equal(
        expected, ClassificationWriter.CommonDirectory(files.Split('|', StringSplitOptions.RemoveEmptyEntries)).Replace('\\', '/'));

    [Fact]
    public void Save_FileExists_IsRefusedWithoutForce()
    {
        using var folder = new MetadataFolder();
        var path = ClassificationWriter.Save(Niches, folder.Directory, force: false);

        Assert.Equal("video_classifications.csv", Path.GetFileName(path));
        Assert.Throws<VideoToolsException>(() => ClassificationWriter.Save([], folder.Directory, force: false));
        ClassificationWriter.Save([], folder.Directory, force: true);
        Assert.Single(File.ReadAllLines(path));
        Assert.Single(Directory.GetFiles(folder.Directory));
    }

    [Fact]
    public void Save_DirectoryIsAFile_IsOutputUnwritable()
    {
        using var folder = new MetadataFolder();
        var file = folder.Write("file", "x");

        Assert.Equal(
            VideoErrorId.OutputUnwritable,
            Assert.Throws<VideoToolsException>(() => ClassificationWriter.Save(Niches, file, force: false)).Error.Id);
    }
}
