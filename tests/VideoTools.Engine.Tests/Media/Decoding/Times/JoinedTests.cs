using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding.Times;

/// <summary>Transport streams joined of others with another size and other sound: ffmpeg makes its filters anew where they meet.</summary>
public sealed class JoinedTests : DecodingTestBase
{
    private const int Rate = 16000;

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_PartsOfOtherSizesRatesAndChannels_FollowEachOther()
    {
        var path = Join("joined-parts.ts", Part("640x360", 25, 48000, 2), Part("320x240", 50, 44100, 1), Part("1280x720", 25, 48000, 6));

        var (sink, summary) = Decode(path, plan => plan with { AudioTracks = [0] });

        Assert.Equal((RecordStatus.Bridged, 200), (summary.Status, summary.FrameCount));
        var seconds = sink.Frames.Select(frame => MediaTime.ToSeconds(frame.Pts, sink.TimeBase)).ToList();
        Assert.InRange(seconds[^1] - seconds[0], 5.9, 6.1);
        Assert.All(seconds.Zip(seconds.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.015, 0.065));

        // A tone in the middle of each part, where its pictures have it.
        Assert.InRange(sink.Blocks[^1].Pts + sink.Blocks[^1].Count, 5.8 * Rate, 6.3 * Rate);
        foreach (var start in new[] { 0, 2 * Rate, 4 * Rate })
        {
            Assert.InRange(Loudness(sink.Samples, start + (Rate * 4 / 10), Rate / 4), 0, 200);
            Assert.InRange(Loudness(sink.Samples, start + (Rate * 11 / 10), Rate / 4), 500, 32767);
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Export_CropOfParts_ShowsTheSamePlaceOfEach()
    {
        // A white right half, once larger: a crop of the left half is black throughout.
        var path = Join("joined-halves.ts", Half("320x180"), Half("640x360"));
        var target = Path.Combine(Directory.CreateTempSubdirectory("videotools-joined-").FullName, "left.mp4");
        var shot = new CropShot
        {
            FullName = path, X = 0, Y = 0, Width = 160, Height = 180, EndSeconds = 4, Aspect = "8:9", VideoWidth = 320, VideoHeight = 180,
        };

        var events = EndToEnd.Sessions.Run(
            new CropExportRequest(new CropExportOptions()), new VideoInput(path) { Shots = [shot], Destination = target });

        Assert.Empty(events.OfType<FailureEvent>());
        var pixels = Ffmpeg.Capture("-i", target, "-f", "rawvideo", "-pix_fmt", "gray", "-");
        Assert.Equal(100, pixels.Length / (160 * 180));

        // But for the last columns, which share blocks of the encoder with what is white.
        Assert.All(pixels.Index().Where(pixel => pixel.Index % 160 < 140), pixel => Assert.InRange(pixel.Item, 0, 40));
        Directory.Delete(Path.GetDirectoryName(target)!, recursive: true);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("320x180")]
    [InlineData("640x360")]
    public void Export_ScenesAndFramesOfParts_AreOfTheirPart(string second)
    {
        // Each part has its grey; what a time stamp alone says is the first that has it.
        int[] greys = [40, 120, 200];
        var path = Join($"joined-greys-{second}.ts", Grey(greys[0], "320x180"), Grey(greys[1], second), Grey(greys[2], "320x180"));
        var folder = Directory.CreateTempSubdirectory("videotools-joined-").FullName;
        var scenes = Enumerable.Range(0, 3).Select(i => new VideoScene
        {
            FullName = path, Index = i + 1, StartSeconds = 2 * i, EndSeconds = (2 * i) + 2, DurationSeconds = 2,
        }).ToList();
        var split = new SceneExportOptions { Format = SceneExportFormat.Split, Destination = Path.Combine(folder, "piece-{index}.mp4") };
        var pictures = new FrameExportOptions { OutputDirectory = folder, Frames = new FrameOptions { Mode = FrameMode.Interval, IntervalSeconds = 1 } };

        var pieces = EndToEnd.Sessions.Run(new SceneExportRequest(split), new VideoInput(path) { Scenes = scenes })
            .OfType<RecordEvent>().Select(e => e.Record).OfType<ExportedVideo>().ToList();
        var frames = EndToEnd.Sessions.Records<ExportedFrame>(new FrameExportRequest(pictures), path);
        var copies = Assert.IsType<FailureEvent>(Assert.Single(EndToEnd.Sessions.Run(
            new SceneExportRequest(split with { CopyOnly = true, Destination = Path.Combine(folder, "copy-{index}.mkv") }),
            new VideoInput(path) { Scenes = scenes })));

        Assert.Equal(greys, pieces.Select(piece => Nearest(greys, piece.FullName, 50)));
        Assert.Equal([40, 40, 120, 120, 200, 200], frames.Select(frame => Nearest(greys, frame.FullName, 1)));
        Assert.Equal([0L, 25, 50, 75, 100, 125], frames.Select(frame => frame.Frame));
        Assert.Contains("time stamps jump", copies.Error.Message, StringComparison.Ordinal);
        Assert.Equal(9, Directory.GetFiles(folder).Length);
        Directory.Delete(folder, recursive: true);
    }

    // Which grey all frames of a file have.
    private static int Nearest(int[] greys, string path, int count)
    {
        var means = Ffmpeg.Capture("-i", path, "-vf", "scale=1:1:out_range=pc", "-f", "rawvideo", "-pix_fmt", "gray", "-");
        Assert.Equal(count, means.Length);
        return Assert.Single(means.Select(mean => greys.MinBy(grey => Math.Abs(grey - mean))).Distinct());
    }

    private static string Grey(int level, string size) => TestClip.Make(
        $"joined-grey-{level}-{size}.ts", "-f", "lavfi", "-i", $"color=0x{level:X2}{level:X2}{level:X2}:s={size}:r=25:d=2",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    private static double Loudness(List<short> samples, int from, int count) => samples.Skip(from).Take(count).Average(s => Math.Abs((double)s));

    private static string Part(string size, int rate, int soundRate, int channels)
    {
        var tone = "if(between(t,1,1.5),0.5*sin(880*PI*t),0)";
        return TestClip.Make(
            $"joined-{size}.ts", "-f", "lavfi", "-i", $"testsrc2=s={size}:r={rate}:d=2",
            "-f", "lavfi", "-i", $"aevalsrc='{string.Join('|', Enumerable.Repeat(tone, channels))}':s={soundRate}:d=2",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac");
    }

    private static string Half(string size) => TestClip.Make(
        $"joined-half-{size}.ts", "-f", "lavfi", "-i", $"color=black:s={size}:r=25:d=2",
        "-vf", "drawbox=x=iw/2:w=iw/2:color=white:t=fill", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    private static string Join(string name, params string[] parts) => TestClip.Write(name, [.. parts.SelectMany(File.ReadAllBytes)]);
}
