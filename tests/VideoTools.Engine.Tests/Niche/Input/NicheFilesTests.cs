using VideoTools.Engine.Niche.Input;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Niche.Input;

public sealed class NicheFilesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-").FullName;
    private readonly List<VideoError> _errors = [];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(",", "1.5")]
    [InlineData(";", "1,5")]
    [InlineData("\t", "1,5")]
    public void Read_TableOfAnyCulture_GivesItsRows(string delimiter, string number)
    {
        string Row(params string[] cells) => string.Join(delimiter, cells.Select(c => $"\"{c}\"")) + "\r\n";
        var path = Write("niches.csv", Row("FullName", "VideoId", "Category", "Subcategory", "CutsPerMinute", "SceneStarts", "HasSpeech", "Scorer", "ViewCount", "Extra")
            + Row("/v/a.mp4", "a", "tech", "coding", number, "0;2.5", "True", "Keyword", "12", "x")
            + Row("/v/id1_owner_score2.mp4", "", "", "", "", "", "", "", "", ""));

        var videos = NicheFiles.Read(path, _errors.Add);

        Assert.Empty(_errors);
        Assert.Equal(("a", "tech", "coding", 1.5), (videos[0].VideoId, videos[0].Category, videos[0].Subcategory, videos[0].CutsPerMinute));
        Assert.Equal((true, NicheScorer.Keyword, 12L, "0;2.5"), (videos[0].HasSpeech, videos[0].Scorer, videos[0].ViewCount, videos[0].SceneStarts!.ToString()));
        Assert.Equal(("id1", "unknown", null), (videos[1].VideoId, videos[1].Category, videos[1].CutsPerMinute));
    }

    [Fact]
    public void Read_RowThatIsWrong_IsReportedAndPassedOver()
    {
        var path = Write("t.csv", "VideoId,Niche,CutsPerMinute\na,tech > coding,many\n,tech,1\nb,tech > coding,2\n");

        var video = Assert.Single(NicheFiles.Read(path, _errors.Add));

        Assert.Equal(("b", "tech > coding", "coding"), (video.VideoId, video.FullPath, video.Subcategory));
        Assert.Equal([VideoErrorId.TemplateInvalid, VideoErrorId.TemplateInvalid], _errors.Select(e => e.Id));
        Assert.Contains("Row 1", _errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("CutsPerMinute 'many'", _errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("Row 2", _errors[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_template.json", "{\"filename\":", VideoErrorId.TemplateInvalid)]
    [InlineData("list_template.json", "[]", VideoErrorId.TemplateInvalid)]
    [InlineData("bare_template.json", "{\"filename\":\"a.mp4\"}", VideoErrorId.TemplateInvalid)]
    [InlineData("empty_template.json", "", VideoErrorId.TemplateInvalid)]
    [InlineData("video.mp4", "VideoId\na\n", VideoErrorId.TemplateInvalid)]
    [InlineData(null, null, VideoErrorId.FileNotFound)]
    public void Read_NoTemplate_IsReported(string? name, string? text, VideoErrorId id)
    {
        var path = name is null ? Path.Combine(_directory, "missing.json") : Write(name, text!);

        Assert.Empty(NicheFiles.Read(path, _errors.Add));

        Assert.Equal((id, path), (Assert.Single(_errors).Id, _errors[0].FullName));
    }

    [Fact]
    public void Read_EmptyTable_IsEmpty() => Assert.Empty(NicheFiles.Read(Write("e.csv", ""), _errors.Add));

    [Fact]
    public void Find_Directory_GivesTemplatesInOrder()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "b"));
        Write("z_template.json", "{}");
        Write(Path.Combine("b", "a_template.json"), "{}");
        Write("other.json", "{}");

        Assert.Equal(["b/a_template.json", "z_template.json"], NicheFiles.Find(_directory).Select(f => Path.GetRelativePath(_directory, f).Replace('\\', '/')));
    }

    [Fact]
    public void Read_SavedTemplate_IsItsRow()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", Niche = "tech > coding", DurationSeconds = 9, CutsPerMinute = 4, SceneCount = 2 };

        var video = Assert.Single(NicheFiles.Read(TemplateWriter.Save(template, _directory, force: false), _errors.Add));

        Assert.Equal(("/v/a.mp4", "tech", "coding", 4.0, 9.0), (video.FullName, video.Category, video.Subcategory, video.CutsPerMinute, video.DurationSeconds));
    }

    [Fact]
    public void ReadTemplate_SavedTemplate_HasItsTexts_AndABrokenOneIsReported()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", Transcript = "what was said", HasSpeech = true, WordCount = 3 };
        var path = TemplateWriter.Save(template, _directory, force: false);

        Assert.True(NicheFiles.IsTemplate(path));
        Assert.False(NicheFiles.IsTemplate("/v/a.json"));
        Assert.Equal("what was said", NicheFiles.ReadTemplate(path, _errors.Add)!.Transcript);
        Assert.Empty(_errors);
        Assert.Null(NicheFiles.ReadTemplate(Write("no_template.json", "[]"), _errors.Add));
        Assert.Null(NicheFiles.ReadTemplate(Path.Combine(_directory, "missing_template.json"), _errors.Add));
        Assert.Equal([VideoErrorId.TemplateInvalid, VideoErrorId.FileNotFound], _errors.Select(e => e.Id));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }
}
