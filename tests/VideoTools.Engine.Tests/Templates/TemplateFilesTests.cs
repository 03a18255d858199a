using System.Globalization;
using System.Text.Json;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Templates;

public sealed class TemplateFilesTests : IDisposable
{
    private static readonly TemplateFiles Templates = new();

    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Save_Template_WritesTheKnownKeys()
    {
        var path = SaveIn(Template(), _directory, force: false);

        Assert.Equal(Path.Combine(_directory, "clip.part_template.json"), path);
        Assert.Equal(path, Templates.GetPath(Template(), _directory));
        var text = File.ReadAllText(path);
        Assert.Contains("\n  \"video_id\": \"clip.part\",\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal(1, root.GetProperty("schema_version").GetInt32());
        Assert.Equal("clip.part.mp4", root.GetProperty("filename").GetString());
        Assert.Equal("unknown", root.GetProperty("niche").GetString());
        Assert.Equal(12.346, root.GetProperty("duration").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("text_overlays").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("audio").ValueKind);
        var scenes = root.GetProperty("scenes");
        Assert.Equal(2, scenes.GetProperty("total_scenes").GetInt32());
        Assert.Equal([[1.5, 5.25], [5.25, 13.846]], scenes.GetProperty("scene_list").Deserialize<double[][]>()!);
        Assert.Equal(6.173, scenes.GetProperty("avg_scene_length").GetDouble());
        Assert.Equal(6.2, scenes.GetProperty("median_scene_length").GetDouble());
        var visual = root.GetProperty("visual");
        Assert.Equal([255, 128, 1], visual.GetProperty("dominant_color_rgb").Deserialize<int[]>()!);
        Assert.Equal([16, 32, 48], visual.GetProperty("mean_color_rgb").Deserialize<int[]>()!);
        Assert.Equal(101.23, visual.GetProperty("avg_brightness").GetDouble());
        Assert.Equal(7.77, visual.GetProperty("brightness_variance").GetDouble());
        Assert.Equal(7.77, visual.GetProperty("brightness_deviation").GetDouble());
    }

    [Fact]
    public void Serialize_TextAndSpeechAnalysed_WritesTheirObjects()
    {
        var template = Template() with
        {
            Niche = "Küche & <Bad>",
            TextCount = 3,
            TextCoveragePercent = 12.34,
            TextPhrases = new ValueList<string>(["Hallo", "你好"]),
            TextZone = "top",
            TextPattern = "sparse",
            HasSpeech = true,
            SpeechLanguage = "de",
            Transcript = "Guten Tag",
            WordCount = 2,
            SpeakingSeconds = 1.5,
            WordsPerMinute = 80,
        };
        var bytes = TemplateJson.Serialize(template);
        using var json = JsonDocument.Parse(bytes);

        Assert.Contains("Küche & <Bad>", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var text = json.RootElement.GetProperty("text_overlays");
        Assert.Equal((3, 12.3, "top", "sparse"), (text.GetProperty("total_detections").GetInt32(), text.GetProperty("text_coverage_percent").GetDouble(), text.GetProperty("primary_zone").GetString(), text.GetProperty("overlay_timing_pattern").GetString()));
        Assert.Equal(["Hallo", "你好"], text.GetProperty("common_phrases").Deserialize<string[]>()!);
        var audio = json.RootElement.GetProperty("audio");
        Assert.Equal(("Guten Tag", 2, 1.5), (audio.GetProperty("full_transcription").GetString(), audio.GetProperty("word_count").GetInt32(), audio.GetProperty("speaking_time_seconds").GetDouble()));
    }

    [Fact]
    public void Serialize_ScenesSkipped_IsNull()
    {
        using var json = JsonDocument.Parse(TemplateJson.Serialize(Template() with { SceneCount = null, DominantColor = null }));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("scenes").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("visual").GetProperty("dominant_color_rgb").ValueKind);
    }

    [Fact]
    public void Serialize_GermanCulture_IsTheSame()
    {
        var expected = TemplateJson.Serialize(Template());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, TemplateJson.Serialize(Template()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Save_FileExists_RefusesAndKeepsIt()
    {
        var path = Templates.GetPath(Template(), _directory);
        File.WriteAllText(path, "mine");

        var exception = Assert.Throws<VideoToolsException>(() => SaveIn(Template(), _directory, force: false));

        Assert.Equal(VideoErrorId.OutputExists, exception.Error.Id);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_directory));
    }

    [Fact]
    public void Save_Force_Replaces()
    {
        var path = Templates.GetPath(Template(), _directory);
        File.WriteAllText(path, "old");

        SaveIn(Template(), _directory, force: true);

        Assert.Equal(TemplateJson.Serialize(Template()), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(_directory));
    }

    [Fact]
    public void Save_SameNameFromAnotherFolder_IsRefused()
    {
        SaveIn(Template(), _directory, force: false);

        var exception = Assert.Throws<VideoToolsException>(
            () => SaveIn(Template() with { FullName = "/other/clip.part.mp4" }, _directory, force: false));

        Assert.Equal((VideoErrorId.OutputExists, "/other/clip.part.mp4"), (exception.Error.Id, exception.Error.FullName));
    }

    [Fact]
    public void Save_MissingDirectory_IsMade() =>
        Assert.True(File.Exists(SaveIn(Template(), Path.Combine(_directory, "a", "b"), force: false)));

    [Fact]
    public void Save_DirectoryIsAFile_IsUnwritable()
    {
        var file = Path.Combine(_directory, "file");
        File.WriteAllText(file, "");

        var exception = Assert.Throws<VideoToolsException>(() => SaveIn(Template(), Path.Combine(file, "sub"), force: false));

        Assert.Equal(VideoErrorId.OutputUnwritable, exception.Error.Id);
        Assert.Single(Directory.GetFileSystemEntries(_directory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Save_PathIsADirectory_IsUnwritableAndLeavesNothing(bool force)
    {
        Directory.CreateDirectory(Templates.GetPath(Template(), _directory));

        var exception = Assert.Throws<VideoToolsException>(() => SaveIn(Template(), _directory, force));

        Assert.Equal(VideoErrorId.OutputUnwritable, exception.Error.Id);
        Assert.Single(Directory.GetFileSystemEntries(_directory));
    }

    [Fact]
    public void FindFiles_Directory_GivesTemplatesInOrder()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "b"));
        foreach (var name in new[] { "z_template.json", "b/a_template.json", "other.json" })
        {
            File.WriteAllText(Path.Combine(_directory, name), "{}");
        }

        Assert.Equal(
            ["b/a_template.json", "z_template.json"],
            Templates.FindFiles(_directory).Select(f => Path.GetRelativePath(_directory, f).Replace('\\', '/')));
    }

    [Fact]
    public void Read_SavedTemplate_HasItsTexts_AndABrokenOneIsReported()
    {
        var errors = new List<VideoError>();
        var path = SaveIn(Template() with { Transcript = "what was said", HasSpeech = true, WordCount = 3 }, _directory, force: false);
        var broken = Path.Combine(_directory, "no_template.json");
        File.WriteAllText(broken, "[]");

        Assert.True(Templates.IsFile(path));
        Assert.False(Templates.IsFile("/v/a.json"));
        Assert.Equal("what was said", Templates.Read(path, errors.Add)!.Transcript);
        Assert.Empty(errors);
        Assert.Null(Templates.Read(broken, errors.Add));
        Assert.Null(Templates.Read(Path.Combine(_directory, "missing_template.json"), errors.Add));
        Assert.Equal([VideoErrorId.TemplateInvalid, VideoErrorId.FileNotFound], errors.Select(e => e.Id));
    }

    [Fact]
    public void Save_TheSame_IsUnchangedAndNotTouched()
    {
        var path = SaveIn(Template(), _directory, force: false);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(FileOutcome.Unchanged, Templates.Save(Template(), path, force: false));
        Assert.Equal(FileOutcome.Unchanged, Templates.Save(Template(), path, force: true));
        Assert.Equal(2020, File.GetLastWriteTimeUtc(path).Year);
        Assert.Equal(FileOutcome.Written, Templates.Save(Template() with { FrameCount = 7 }, path, force: true));
    }

    [Fact]
    public void SetNiche_WritesTheNicheAlone_AndALaterSaveKeepsIt()
    {
        var path = SaveIn(Template(), _directory, force: false);
        var before = File.ReadAllText(path);

        Assert.Equal(FileOutcome.Written, Templates.SetNiche(path, "tech > coding"));
        Assert.Equal(before.Replace("\"niche\": \"unknown\"", "\"niche\": \"tech > coding\"", StringComparison.Ordinal), File.ReadAllText(path));
        Assert.Equal(FileOutcome.Unchanged, Templates.SetNiche(path, "tech > coding"));
        Assert.Equal(FileOutcome.Unchanged, Templates.Save(Template(), path, force: true));
        Assert.Equal("tech > coding", Templates.Read(path, _ => { })!.Niche);
    }

    [Fact]
    public void SetNiche_FileOfAnotherWriter_KeepsItsKeysAndDigits()
    {
        var path = Path.Combine(_directory, "old_template.json");
        File.WriteAllText(path, "{ \"filename\": \"a.mp4\", \"duration\": 12.340, \"mine\": [1, 2.50] }");

        Templates.SetNiche(path, "music");

        var text = File.ReadAllText(path);
        Assert.Contains("12.340", text, StringComparison.Ordinal);
        Assert.Contains("2.50", text, StringComparison.Ordinal);
        Assert.Equal("music", Templates.Read(path, _ => { })!.Niche);
    }

    [Theory]
    [InlineData("[]", VideoErrorId.TemplateInvalid)]
    [InlineData(null, VideoErrorId.FileNotFound)]
    public void SetNiche_NoTemplate_IsRefused(string? text, VideoErrorId id)
    {
        var path = Path.Combine(_directory, "x_template.json");
        if (text is not null)
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(id, Assert.Throws<VideoToolsException>(() => Templates.SetNiche(path, "tech")).Error.Id);
    }

    [Fact]
    public void Claim_VideosOfOneName_GetNamesOfTheirOwn_TheSameEveryTime()
    {
        var (first, second) = (Video("a"), Video("b"));
        List<string> warnings = [];

        string[] Names() =>
        [
            .. Claimed(new Dictionary<string, string>(StringComparer.Ordinal)),
        ];

        IEnumerable<string> Claimed(Dictionary<string, string> taken) => new[] { first, second }
            .Select(template => Path.GetFileName(Templates.Claim(template, _directory, taken, warnings.Add)));

        var names = Names();
        Assert.Equal("clip_template.json", names[0]);
        Assert.Matches("^clip_[0-9a-f]{8}_template\\.json$", names[1]);
        Assert.Equal(names, Names());
        Assert.Contains(second.FullName, warnings[0], StringComparison.Ordinal);

        // In another run, too, while the first video is there.
        Templates.Save(first, Path.Combine(_directory, names[0]), force: false);
        Assert.Equal(names[1], Path.GetFileName(Templates.Claim(second, _directory, new Dictionary<string, string>(), warnings.Add)));
        File.Delete(first.FullName);
        Assert.Equal(names[0], Path.GetFileName(Templates.Claim(second, _directory, new Dictionary<string, string>(), warnings.Add)));
    }

    [Fact]
    public void GetPath_PartOfAVideo_SaysWhich()
    {
        Assert.Equal("clip.part_scene003_template.json", Path.GetFileName(Templates.GetPath(Template() with { SceneIndex = 3, StartSeconds = 1 }, "/d")));
        Assert.Equal("clip.part_1.5-4_template.json", Path.GetFileName(Templates.GetPath(Template() with { StartSeconds = 1.5, EndSeconds = 4 }, "/d")));
        var scene = Template() with { SceneIndex = 3, StartSeconds = 1.5, EndSeconds = 4, TextStatus = PartStatus.ModelMissing, Status = RecordStatus.Partial };
        var read = TemplateJsonReader.Parse(TemplateJson.Serialize(scene));
        Assert.Equal((3, 1.5, 4.0, PartStatus.ModelMissing, RecordStatus.Partial), (read.SceneIndex, read.StartSeconds, read.EndSeconds, read.TextStatus, read.Status));
    }

    private VideoTemplate Video(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_directory, folder)).FullName, "clip.mp4");
        File.WriteAllText(path, "");
        return Template() with { FullName = path, FileName = "clip.mp4", VideoId = "clip" };
    }

    private static string SaveIn(VideoTemplate template, string directory, bool force)
    {
        var path = Templates.GetPath(template, directory);
        Templates.Save(template, path, force);
        return path;
    }

    private static VideoTemplate Template() => new()
    {
        FullName = "/videos/clip.part.mp4",
        VideoId = "clip.part",
        FileName = "clip.part.mp4",
        DurationSeconds = 12.3456,
        Width = 1920,
        Height = 1080,
        FramesPerSecond = 24,
        FrameCount = 296,
        SceneCount = 2,
        MeanSceneSeconds = 6.1728,
        MedianSceneSeconds = 6.2,
        CutsPerMinute = 4.86,
        SceneStarts = new ValueList<double>([1.5, 5.25]),
        MeanColor = "#102030",
        DominantColor = "#FF8001",
        DominantColorShare = 0.25,
        BrightnessMean = 101.2345,
        BrightnessDeviation = 7.7678,
        Motion = 1.25,
    };
}
