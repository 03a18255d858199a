using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Niche.Output;

namespace VideoTools.Engine.Tests.Niche.Output;

public sealed class NicheOutputTests : IDisposable
{
    private static readonly NicheOutput Output = new();

    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Insights_Statistics_HaveTheKnownLayout()
    {
        var accumulator = new NicheAccumulator(1);
        NicheSamples.TwoKinds(3).ForEach(v => accumulator.Add(v));
        accumulator.Add(new VideoNiche { VideoId = "x" });

        using var json = JsonDocument.Parse(InsightsWriter.Serialize(accumulator.GetAll(isFinal: true)));

        Assert.Equal(["education", "marketing", "unknown"], json.RootElement.EnumerateObject().Select(p => p.Name));
        var niche = json.RootElement.GetProperty("education");
        Assert.Equal(3, niche.GetProperty("sample_size").GetInt32());
        var profile = niche.GetProperty("template_profile");
        Assert.Equal("pacing text_overlays audio visual duration hook spread", Names(profile));
        Assert.Equal("avg_cuts_per_minute avg_scene_length median_scene_length category", Names(profile.GetProperty("pacing")));
        Assert.Equal("slow", profile.GetProperty("pacing").GetProperty("category").GetString());
        Assert.StartsWith("avg_density avg_coverage_percent primary_zone", Names(profile.GetProperty("text_overlays")), StringComparison.Ordinal);
        Assert.StartsWith("avg_word_count avg_speech_pace_wpm avg_speaking_time", Names(profile.GetProperty("audio")), StringComparison.Ordinal);
        Assert.StartsWith("avg_brightness brightness_variance", Names(profile.GetProperty("visual")), StringComparison.Ordinal);
        Assert.Equal("avg median range", Names(profile.GetProperty("duration")));
        Assert.Equal([30, 30], profile.GetProperty("duration").GetProperty("range").Deserialize<double[]>()!);
        Assert.Equal(90, profile.GetProperty("audio").GetProperty("avg_word_count").GetDouble());
        Assert.Equal(14, profile.GetProperty("spread").EnumerateObject().Count());
        Assert.Equal(0.1, profile.GetProperty("spread").GetProperty("overlay_density").GetProperty("upper_quartile").GetDouble());
        var unknown = json.RootElement.GetProperty("unknown").GetProperty("template_profile");
        Assert.Equal(JsonValueKind.Null, unknown.GetProperty("pacing").GetProperty("avg_cuts_per_minute").ValueKind);
    }

    [Fact]
    public void Classifications_Videos_HaveTheFiveColumnsFirst()
    {
        VideoNiche[] videos =
        [
            NicheSamples.Video("a") with { FullName = "/v/sub/a, \"b\".mp4", FileName = "a, \"b\".mp4", TextSample = "two\nlines", Confidence = 0.5, MatchedKeyword = new ValueList<string>(["x", "y"]) },
            NicheSamples.Video("b", "unknown") with { FullName = "/v/b.mp4" },
            new VideoNiche { VideoId = "c" },
        ];

        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var lines = Encoding.UTF8.GetString(ClassificationWriter.Serialize(videos, null));

            Assert.StartsWith("video_id,filename,niche,relative_path,text_sample,confidence,category,subcategory,micro_niche,full_path,matched_keywords,", lines, StringComparison.Ordinal);
            Assert.Contains("\na,\"a, \"\"b\"\".mp4\",tech,\"sub/a, \"\"b\"\".mp4\",\"two\nlines\",0.5,tech,coding,web_dev,tech > coding > web_dev,x;y,", lines, StringComparison.Ordinal);
            Assert.Contains("\nb,b.mp4,unknown,b.mp4,,0,unknown,,,,,", lines, StringComparison.Ordinal);
            Assert.Contains("\nc,,unknown,,,0,unknown,", lines, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains(",../v/b.mp4,", Encoding.UTF8.GetString(ClassificationWriter.Serialize(videos, "/w")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/b", "/a/b/x.mp4", "/a/b/c/y.mp4")]
    [InlineData("/a", "/a/b/x.mp4", "/a/bc/y.mp4")]
    [InlineData("/", "/a/x.mp4", "/b/y.mp4")]
    [InlineData("/a", "/a/x.mp4", "relative.mp4")]
    [InlineData(null, "relative.mp4", null)]
    public void CommonDirectory_Paths_IsTheDeepest(string? expected, string? first, string? second) =>
        Assert.Equal(expected, ClassificationWriter.CommonDirectory([first, second]));

    [Fact]
    public void Save_TableAlone_IsRefusedWithoutForce()
    {
        var directory = Path.Combine(_directory, "table");
        var path = Assert.Single(Output.GetPaths(directory, hasStatistics: false));
        Output.Save([NicheSamples.Video("a")], null, new NicheOutputOptions { Directory = directory });

        Assert.Equal("video_classifications.csv", Path.GetFileName(path));
        Assert.Throws<VideoToolsException>(() => Output.Save([], null, new NicheOutputOptions { Directory = directory }));
        Output.Save([], null, new NicheOutputOptions { Directory = directory, Force = true });
        Assert.Single(File.ReadAllLines(path));
        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public void Save_New_WritesBothFiles()
    {
        Output.Save([NicheSamples.Video("a")], [], new NicheOutputOptions { Directory = Path.Combine(_directory, "new") });

        Assert.Equal(Output.GetPaths(Path.Combine(_directory, "new"), hasStatistics: true), Directory.GetFiles(Path.Combine(_directory, "new")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Save_OneExists_WritesNone()
    {
        var paths = Output.GetPaths(_directory, hasStatistics: true);
        File.WriteAllText(paths[1], "mine");

        var exception = Assert.Throws<VideoToolsException>(() => Output.Save([], [], new NicheOutputOptions { Directory = _directory }));

        Assert.Equal((VideoErrorId.OutputExists, paths[1]), (exception.Error.Id, exception.Error.FullName));
        Assert.Equal(paths[1], Assert.Single(Directory.GetFiles(_directory)));
        Assert.Equal("mine", File.ReadAllText(paths[1]));
    }

    [Fact]
    public void Save_Force_ReplacesBothAndLeavesNothing()
    {
        var paths = Output.GetPaths(_directory, hasStatistics: true);
        Array.ForEach([.. paths], p => File.WriteAllText(p, "old"));

        Output.Save([], [], new NicheOutputOptions { Directory = _directory, Force = true });

        Assert.Equal(2, Directory.GetFileSystemEntries(_directory).Length);
        Assert.All(paths, p => Assert.NotEqual("old", File.ReadAllText(p)));
    }

    [Fact]
    public void Save_SecondCannotBeWritten_PutsTheFirstBack()
    {
        var paths = Output.GetPaths(_directory, hasStatistics: true);
        File.WriteAllText(paths[0], "old");
        Directory.CreateDirectory(paths[1]);

        var exception = Assert.Throws<VideoToolsException>(() => Output.Save([], [], new NicheOutputOptions { Directory = _directory, Force = true }));

        Assert.Equal((VideoErrorId.OutputUnwritable, paths[1]), (exception.Error.Id, exception.Error.FullName));
        Assert.Equal("old", File.ReadAllText(paths[0]));
        Assert.Equal(2, Directory.GetFileSystemEntries(_directory).Length);
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(p => p.Name));
}
