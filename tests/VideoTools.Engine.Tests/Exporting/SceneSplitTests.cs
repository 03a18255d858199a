using System.Globalization;
using System.Text;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>
/// Pieces decode to exactly the frames of their scenes. Those that must be encoded are encoded without loss, so that frames compare.
/// </summary>
public sealed class SceneSplitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("split-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, double, string> Cases => new()
    {
        { "closed.mp4", 2, "copy copy copy copy" },
        { "closed.mkv", 2, "copy copy copy copy" },
        { "closed-mute.mp4", 2, "copy copy copy copy" },
        { "phone.mov", 1, "copy copy copy copy copy copy copy" },
        { "closed.mp4", 2.2, "libx264 libx264 libx264 libx264" },
        { "open.mp4", 2, "libx264 libx264 libx264 libx264" },
        { "open.mkv", 3.5, "libx264 libx264" },
        { "long.mp4", 2.5, "libx264 libx264 libx264" },
        { "long-mute.mp4", 2.5, "libx264 libx264 libx264" },
        { "variable.mp4", 1.3, "libx264 libx264 libx264 libx264 libx264 libx264" },
    };

    [RequiresTheory(Needs.Ffmpeg)]
    [MemberData(nameof(Cases))]
    public void Split_DecodesToTheFramesOfTheScenes(string kind, double seconds, string encoders)
    {
        var file = Clip(kind);
        var scenes = Scenes(file, seconds);

        var pieces = Split(file, scenes, new SceneExportOptions { Crf = 0 });

        Assert.Equal(encoders.Split(' ').Length, pieces.Count);
        Assert.Equal(encoders, string.Join(' ', pieces.Select(piece => piece.Encoder)));
        var all = Hashes(file);
        Assert.Equal(all.Count, scenes[^1].EndFrame);
        foreach (var (scene, piece) in scenes.Zip(pieces))
        {
            Assert.Equal(all[(int)scene.StartFrame..(int)scene.EndFrame], Hashes(piece.FullName));
            Assert.Equal(scene.Index, piece.SceneIndex);
        }

        Assert.Equal(pieces.Select(p => p.FullName).Order(), Directory.GetFiles(_folder).Order());
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("closed.mp4", 2)]
    [InlineData("closed.mp4", 2.2)]
    [InlineData("long.mp4", 2.5)]
    [InlineData("variable.mp4", 1.3)]
    [InlineData("phone.mov", 1)]
    public void Split_SoundIsCutAlong(string kind, double seconds)
    {
        var file = Clip(kind);
        var scenes = Scenes(file, seconds);

        foreach (var (scene, piece) in scenes.Zip(Split(file, scenes, new SceneExportOptions())))
        {
            // To a packet of AAC at 48 kHz, 21.3 ms, where it was copied; an encoder puts one before its start. The clips' own sound may
            // be a little shorter than their pictures.
            var (start, end) = Sound(piece.FullName);
            var first = Times(piece.FullName)[0];
            Assert.Equal(first, start, 0.025);
            Assert.Equal(scene.DurationSeconds, end - first, scene == scenes[^1] ? 0.12 : piece.Encoder == "copy" ? 0.025 : 0.003);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_TimesOfVariableRates_AreKept()
    {
        var file = Clip("variable.mp4");
        var scenes = Scenes(file, 1.3);
        var times = Times(file);

        var pieces = Split(file, scenes, new SceneExportOptions());

        foreach (var (scene, piece) in scenes.Zip(pieces))
        {
            var expected = times[(int)scene.StartFrame..(int)scene.EndFrame].Select(t => t - scene.StartSeconds);
            Assert.All(expected.Zip(Times(piece.FullName)), pair => Assert.Equal(pair.First, pair.Second, 0.001));
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_CopyOnly_CopiesWhateverTheKeyFrames()
    {
        var file = Clip("closed.mp4");
        var scenes = Scenes(file, 2.2);

        var pieces = Split(file, scenes, new SceneExportOptions { CopyOnly = true });

        Assert.All(pieces, piece => Assert.Equal("copy", piece.Encoder));

        // From the key frame before its scene on: no frame of the scene is missing.
        var all = Hashes(file);
        foreach (var (scene, piece) in scenes.Zip(pieces))
        {
            var own = Hashes(piece.FullName);
            Assert.Subset(own.ToHashSet(), all[(int)scene.StartFrame..((int)scene.EndFrame - 4)].ToHashSet());
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_WithoutScenes_FindsThem()
    {
        var file = Clip("closed-mute.mp4");
        var options = new SceneExportOptions
        {
            Format = SceneExportFormat.Split,
            Destination = Path.Combine(_folder, "{stem} {index}.mkv"),
            Scenes = new SceneOptions { FallbackLength = TimeSpan.FromSeconds(3) },
        };

        var events = Sessions.Run(new SceneExportRequest(options), file);

        // Into another container: copied or not, every frame is there.
        Assert.Empty(events.OfType<FailureEvent>().Select(f => f.Error.Message));
        Assert.Equal(["clip 1.mkv", "clip 2.mkv", "clip 3.mkv"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal([75, 75, 25], Directory.GetFiles(_folder).Order().Select(f => Hashes(f).Count));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_OneTargetExists_WritesNothing()
    {
        var file = Clip("closed-mute.mp4");
        var scenes = Scenes(file, 2);
        File.WriteAllText(Path.Combine(_folder, "clip-Scene-003.mp4"), "mine");

        var error = Fail(file, scenes, Options());

        Assert.Equal(VideoErrorId.OutputExists, error.Id);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder))));
        Assert.Equal(4, Split(file, scenes, new SceneExportOptions { Force = true }).Count);
        Assert.NotEqual("mine", File.ReadAllText(Path.Combine(_folder, "clip-Scene-003.mp4")));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_TwoScenesOfOneNumber_AreRefused()
    {
        var file = Clip("closed-mute.mp4");
        var scenes = Scenes(file, 2).Select(scene => scene with { Index = 7 }).ToArray();

        Assert.Equal(VideoErrorId.OutputExists, Fail(file, scenes, Options()).Id);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_TargetThatTakesNoFile_SaysSo()
    {
        var file = Clip("closed-mute.mp4");
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        var error = Fail(file, Scenes(file, 2), Options() with { Destination = Path.Combine(_folder, "file", "{index}.mp4") });

        Assert.Equal(VideoErrorId.OutputUnwritable, error.Id);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_OverItself_IsRefused()
    {
        var copy = Path.Combine(_folder, "1.mp4");
        File.Copy(Clip("closed-mute.mp4"), copy);
        var scenes = Scenes(copy, 2);

        var error = Fail(copy, scenes, Options() with { Destination = "{index}.mp4", Force = true });

        Assert.Equal(VideoErrorId.OutputUnwritable, error.Id);
        Assert.Equal(175, Hashes(copy).Count);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_Cancelled_LeavesOnlyWholePieces()
    {
        var file = Clip("long.mp4");
        var scenes = Scenes(file, 2.5);
        using var engine = VideoEngine.Create();
        using var session = engine.Open(new SceneExportRequest(Options() with { Preset = "slower", Crf = 10 }));
        session.Add(new VideoInput(file) { Scenes = scenes });
        session.CompleteAdding();

        Assert.IsType<RecordEvent>(session.Take(TimeSpan.FromSeconds(120)));
        session.Cancel();
        session.Dispose();

        foreach (var left in Directory.GetFiles(_folder))
        {
            Assert.Contains("-Scene-", left, StringComparison.Ordinal);
            Assert.True(Hashes(left).Count >= 50);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Split_HostileName_IsAName()
    {
        var file = Path.Combine(_folder, "-i \"x' %d $(a)\n{index}.mp4");
        File.Copy(Clip("closed-mute.mp4"), file);

        var pieces = Split(file, Scenes(file, 2), new SceneExportOptions());

        Assert.Equal("-i \"x' %d $(a)\n{index}-Scene-001.mp4", Path.GetFileName(pieces[0].FullName));
        Assert.Equal(4, pieces.Count(p => File.Exists(p.FullName)));
    }

    private static string Clip(string kind) => kind switch
    {
        "closed.mp4" or "closed.mkv" => SplitClips.Closed(Path.GetExtension(kind), sound: true),
        "closed-mute.mp4" => SplitClips.Closed(".mp4", sound: false),
        "open.mp4" or "open.mkv" => SplitClips.Open(Path.GetExtension(kind)),
        "long.mp4" => SplitClips.Long(sound: true),
        "long-mute.mp4" => SplitClips.Long(sound: false),
        "variable.mp4" => SplitClips.Variable(),
        _ => SplitClips.Phone(),
    };

    private static List<VideoScene> Scenes(string file, double seconds) => Sessions.Records<VideoScene>(
        new AnalysisRequest(new SceneOptions { Detector = SceneDetector.Threshold, FallbackLength = TimeSpan.FromSeconds(seconds) }), file);

    private SceneExportOptions Options() => new() { Format = SceneExportFormat.Split, Destination = _folder };

    private List<ExportedVideo> Split(string file, IReadOnlyList<VideoScene> scenes, SceneExportOptions options)
    {
        var destination = options.Destination ?? _folder;
        var request = new SceneExportRequest(options with { Format = SceneExportFormat.Split, Destination = destination });
        var events = Sessions.Run(request, new VideoInput(file) { Scenes = scenes });
        Assert.Empty(events.OfType<FailureEvent>().Select(f => f.Error.Message));
        return [.. events.OfType<RecordEvent>().Select(r => (ExportedVideo)r.Record)];
    }

    private static VideoError Fail(string file, IReadOnlyList<VideoScene> scenes, SceneExportOptions options) =>
        Assert.IsType<FailureEvent>(Assert.Single(
            Sessions.Run(new SceneExportRequest(options), new VideoInput(file) { Scenes = scenes }))).Error;

    private static List<string> Hashes(string file) =>
    [
        .. Encoding.ASCII.GetString(Ffmpeg.Capture("-i", "file:" + file, "-map", "0:v:0", "-vsync", "passthrough", "-f", "framemd5", "-"))
            .Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line[(line.LastIndexOf(',') + 1)..].Trim()),
    ];

    private static List<double> Times(string file) =>
    [
        .. Ffmpeg.Probe("-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", "file:" + file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line.Trim().TrimEnd(','), CultureInfo.InvariantCulture)),
    ];

    private static (double Start, double End) Sound(string file)
    {
        var packets = Ffmpeg
            .Probe("-select_streams", "a:0", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", "file:" + file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Split(',').Take(2).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        return (packets.Min(p => p[0]), packets.Max(p => p[0] + p[1]));
    }
}
