using VideoTools.Engine.Niche.Input;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Niche.Input;

public sealed class NicheInputTests : IDisposable
{
    private readonly NicheInput _input = new(new TemplateFiles());
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

        var videos = _input.Read(path, _errors.Add).ToList();

        Assert.Empty(_errors);
        Assert.Equal(("a", "tech", "coding", 1.5), (videos[0].VideoId, videos[0].Category, videos[0].Subcategory, videos[0].CutsPerMinute));
        Assert.Equal((true, NicheScorer.Keyword, 12L, "0;2.5"), (videos[0].HasSpeech, videos[0].Scorer, videos[0].ViewCount, videos[0].SceneStarts!.ToString()));
        Assert.Equal(("id1", "unknown", null), (videos[1].VideoId, videos[1].Category, videos[1].CutsPerMinute));
    }

    [Fact]
    public void Read_RowThatIsWrong_IsReportedAndPassedOver()
    {
        var path = Write("t.csv", "VideoId,Niche,CutsPerMinute\na,tech > coding,many\n,tech,1\nb,tech > coding,2\n");

        var video = Assert.Single(_input.Read(path, _errors.Add));

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

        Assert.Empty(_input.Read(path, _errors.Add));

        Assert.Equal((id, path), (Assert.Single(_errors).Id, _errors[0].FullName));
    }

    [Fact]
    public void Read_EmptyTable_IsEmpty() => Assert.Empty(_input.Read(Write("e.csv", ""), _errors.Add));

    [Fact]
    public void Read_Directory_GivesItsTemplates_AndOneWithoutAnyIsReported()
    {
        var saved = Directory.CreateDirectory(Path.Combine(_directory, "saved", "deep")).FullName;
        SaveIn(new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4" }, saved, force: false);
        var empty = Directory.CreateDirectory(Path.Combine(_directory, "empty")).FullName;

        Assert.Equal("a", Assert.Single(_input.Read(Path.Combine(_directory, "saved"), _errors.Add)).VideoId);
        Assert.Empty(_errors);
        Assert.Empty(_input.Read(empty, _errors.Add));
        Assert.Equal((VideoErrorId.FileNotFound, empty), (Assert.Single(_errors).Id, _errors[0].FullName));
    }

    [Fact]
    public void ReadEvidence_Video_HasItsNameAndItsMetadata()
    {
        var evidence = _input.ReadEvidence("/v/a.mp4", new OneVideo(), _errors.Add).Single();

        Assert.Equal(("/v/a.mp4", "found", null), (evidence.FullName, evidence.Metadata!.Title, evidence.Template));
        Assert.Null(_input.ReadEvidence("/v/b.mp4", new OneVideo(), _errors.Add).Single().Metadata);
        Assert.Null(_input.ReadEvidence("/v/a.mp4", null, _errors.Add).Single().Metadata);
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("/v/a.csv")]
    [InlineData("/v/a.info.JSON")]
    public void ReadEvidence_MetadataFile_IsAnErrorWithTheWayOut(string path)
    {
        Assert.Empty(_input.ReadEvidence(path, new OneVideo(), _errors.Add));
        Assert.Equal((VideoErrorId.NotAFile, path), (_errors[0].Id, _errors[0].FullName));
        Assert.Contains("-MetadataPath", _errors[0].RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadEvidence_TemplateFile_IsWhatItHolds_WithTheMetadataOfItsVideo()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", Transcript = "said", HasSpeech = true, WordCount = 1 };
        var evidence = _input.ReadEvidence(SaveIn(template, _directory, force: false), new OneVideo(), _errors.Add).Single();

        Assert.Equal(("/v/a.mp4", "said", "found"), (evidence.FullName, evidence.Template!.Transcript, evidence.Metadata!.Title));
        Assert.Empty(_input.ReadEvidence(Write("broken_template.json", "[]"), null, _errors.Add));
        Assert.Equal(VideoErrorId.TemplateInvalid, Assert.Single(_errors).Id);
    }

    [Fact]
    public void Read_SavedTemplate_IsItsRow()
    {
        var template = new VideoTemplate { FullName = "/v/a.mp4", VideoId = "a", FileName = "a.mp4", Niche = "tech > coding", DurationSeconds = 9, CutsPerMinute = 4, SceneCount = 2 };

        var video = Assert.Single(_input.Read(SaveIn(template, _directory, force: false), _errors.Add));

        Assert.Equal(("/v/a.mp4", "tech", "coding", 4.0, 9.0), (video.FullName, video.Category, video.Subcategory, video.CutsPerMinute, video.DurationSeconds));
    }

    [Fact]
    public void ReadEvidence_TableOfTemplates_IsEachOfItsRows()
    {
        var path = Write("t.csv", "FullName,VideoId,FileName,FrameCount,Transcript\n/v/a.mp4,a,a.mp4,5,said\n/v/b.mp4,b,b.mp4,6,\n");

        var evidence = _input.ReadEvidence(path, new OneVideo(), _errors.Add).ToArray();

        Assert.Equal(["/v/a.mp4", "/v/b.mp4"], evidence.Select(e => e.FullName!));
        Assert.Equal(("said", "found"), (evidence[0].Template!.Transcript, evidence[0].Metadata!.Title));
        Assert.Empty(_errors);
    }

    [Fact]
    public void Read_ScenesInATable_AreRefusedOnce()
    {
        var path = Write("s.csv", "FullName,Index,Start,End,StartSeconds\n/v/a.mp4,1,00:00:00,00:00:02,0\n/v/a.mp4,2,00:00:02,00:00:04,2\n");

        Assert.Empty(_input.Read(path, _errors.Add));

        var error = Assert.Single(_errors);
        Assert.Equal((VideoErrorId.TemplateInvalid, path), (error.Id, error.FullName));
        Assert.Contains("part of a video", error.Message, StringComparison.Ordinal);
    }

    private static string SaveIn(VideoTemplate template, string directory, bool force)
    {
        var files = new TemplateFiles();
        var path = files.GetPath(template, directory);
        files.Save(template, path, force);
        return path;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class OneVideo : IMetadataIndex
    {
        public IReadOnlyList<VideoMetadata> Rows { get; } = [new() { VideoId = "a", Title = "found", SourcePath = "m.csv" }];

        public VideoMetadata? Find(string videoPath) => Rows.FirstOrDefault(row => row.VideoId == Path.GetFileNameWithoutExtension(videoPath));
    }
}
