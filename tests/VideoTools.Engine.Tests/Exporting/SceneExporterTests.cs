using System.Text;
using System.Text.RegularExpressions;
using VideoTools.Engine.Reporting;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Features.Activity;
using VideoTools.Engine.Tests.Timelines;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Files of scenes through whole sessions, and the names that they get.</summary>
public sealed class SceneExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(SceneExportFormat.Csv, "clip.scenes.csv")]
    [InlineData(SceneExportFormat.Json, "clip.scenes.json")]
    [InlineData(SceneExportFormat.Edl, "clip.edl")]
    [InlineData(SceneExportFormat.Otio, "clip.otio")]
    [InlineData(SceneExportFormat.FcpXml, "clip.fcpxml")]
    [InlineData(SceneExportFormat.Ffmetadata, "clip.ffmetadata")]
    [InlineData(SceneExportFormat.Html, "clip.scenes.html")]
    public void Run_AnyFormat_WritesTheFileOnce(SceneExportFormat format, string name)
    {
        var request = new SceneExportRequest(new SceneExportOptions { Format = format, Destination = _folder });

        var record = Assert.Single(Sessions.Records<SceneFile>(request, ActivityClips.Mute()));

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal((name, file, 4, new FileInfo(file).Length), (record.Name, record.FullName, record.SceneCount, record.Length));
        var again = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, ActivityClips.Mute())));
        Assert.Equal(VideoErrorId.OutputExists, again.Error.Id);
        Assert.Single(Sessions.Records<SceneFile>(request with { Options = request.Options with { Force = true } }, ActivityClips.Mute()));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_Ffmetadata_IsWhatFfmpegReads()
    {
        var request = new SceneExportRequest(new SceneExportOptions
        {
            Format = SceneExportFormat.Ffmetadata,
            Destination = Path.Combine(_folder, "{stem}.txt"),
        });
        var file = Assert.Single(Sessions.Records<SceneFile>(request, ActivityClips.Mute())).FullName;

        var chapters = Ffmpeg.Probe("-f", "ffmetadata", "-show_chapters", "-of", "csv=p=0", file).Split('\n');

        Assert.Equal(
            ["0.000000,4000000,4.000000,Scene 001", "8.000000,12000000,12.000000,Scene 003"],
            new[] { chapters[0], chapters[2] }.Select(line => string.Join(',', line.Trim().Split(',')[3..])));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_Html_HoldsAPictureASceneAndNothingElse()
    {
        var request = new SceneExportRequest(new SceneExportOptions { Format = SceneExportFormat.Html, Destination = _folder });
        var page = File.ReadAllText(Assert.Single(Sessions.Records<SceneFile>(request, ActivityClips.Mute())).FullName);

        var pictures = Regex.Matches(page, "src=\"data:image/jpeg;base64,([^\"]+)\"")
            .Select(match => Convert.FromBase64String(match.Groups[1].Value));
        Assert.Equal(4, pictures.Count(p => p is [0xFF, 0xD8, .., 0xFF, 0xD9]));
        Assert.Equal(4, pictures.Select(Convert.ToBase64String).Distinct().Count());
        var style = Regex.Match(page, "(?s)<style>(.*?)</style>").Groups[1].Value;
        Assert.Contains("style-src " + ReportPage.Hash(style), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"(?!data:)", page);
    }

    [Fact]
    public void Page_NameOfAVideo_IsText()
    {
        var scene = TimelineSamples.Scenes(new Rational(25, 1), 0, 50)[0];

        var page = Encoding.UTF8.GetString(ScenePage.Create(TimelineSamples.Info(new Rational(25, 1), 50), [(scene, null)]));

        Assert.DoesNotContain("<c>", page, StringComparison.Ordinal);
        Assert.Contains("a &amp; &quot;b&quot; &lt;c&gt;%20", page, StringComparison.Ordinal);
        Assert.Contains("No picture", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_VideoThatIsGone_StillGivesCutLists()
    {
        var gone = Path.Combine(_folder, "gone.mp4");
        var scenes = TimelineSamples.Scenes(new Rational(25, 1), 0, 50, 75).Select(scene => scene with { FullName = gone });
        var input = new VideoInput(gone) { Scenes = [.. scenes] };

        foreach (var format in new[] { SceneExportFormat.Edl, SceneExportFormat.Otio, SceneExportFormat.FcpXml, SceneExportFormat.Csv })
        {
            var request = new SceneExportRequest(new SceneExportOptions { Format = format });
            Assert.IsType<RecordEvent>(Assert.Single(Sessions.Run(request, input)));
        }

        var page = new SceneExportRequest(new SceneExportOptions { Format = SceneExportFormat.Html });
        Assert.Equal(VideoErrorId.FileNotFound, Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(page, input))).Error.Id);
        Assert.Contains("00:00:02:00 00:00:03:00", File.ReadAllText(Path.Combine(_folder, "gone.edl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_TwoVideosOfOneName_RefusesTheSecond()
    {
        using var engine = VideoEngine.Create();
        var options = new SceneExportOptions { Format = SceneExportFormat.Otio, Destination = _folder };
        var taken = new Dictionary<string, string>();

        Assert.Equal(Path.Combine(_folder, "a.otio"), engine.Scenes.Claim("/v/a.mp4", options, taken));
        Assert.Equal(Path.Combine(_folder, "b.otio"), engine.Scenes.Claim("/v/b.mp4", options, taken));
        var error = Assert.Throws<VideoToolsException>(() => engine.Scenes.Claim("/w/a.mkv", options, taken)).Error;
        Assert.Equal((VideoErrorId.OutputExists, "/w/a.mkv"), (error.Id, error.FullName));
        Assert.Contains("/v/a.mp4", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/v/x/a.b-Scene-007.mov")]
    [InlineData("{stem}_{index}{ext}", "/v/x/a.b_7.mov")]
    [InlineData("/w/{index:00}/{stem}.mkv", "/w/07/a.b.mkv")]
    [InlineData("/w/", "/w/a.b-Scene-007.mov")]
    [InlineData("{dir}/p/{index}.mp4", "/v/x/p/7.mp4")]
    public void Resolve_Pieces(string? template, string expected)
    {
        var options = new SceneExportOptions { Format = SceneExportFormat.Split, Destination = template };

        Engine.Exporting.Scenes.Validate(options);
        Assert.Equal(Path.GetFullPath(expected), Engine.Exporting.SceneNames.Resolve("/v/x/a.b.mov", options, 7));
        var other = Engine.Exporting.SceneNames.Resolve("/v/x/a.ts", options, 7);
        Assert.DoesNotContain(".ts", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{nonsense}.mp4", "nonsense")]
    [InlineData("one.mp4", "{index}")]
    [InlineData(" ", "must name a file")]
    public void Validate_BadTemplates_SayWhatIsWrong(string template, string expected)
    {
        var options = new SceneExportOptions { Format = SceneExportFormat.Split, Destination = template };

        var problem = Assert.Throws<ArgumentException>(() => Engine.Exporting.Scenes.Validate(options)).Message;

        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SceneExportFormat.Split, "libx999", 16)]
    [InlineData(SceneExportFormat.Split, "libx264", 64)]
    public void Validate_BadEncoders_AreRefused(SceneExportFormat format, string encoder, int crf) => Assert.Throws<ArgumentException>(() =>
        Engine.Exporting.Scenes.Validate(new SceneExportOptions { Format = format, Encoder = encoder, Crf = crf }));
}
