using System.Globalization;
using VideoTools.Engine.Tests.Media.Live;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;
using VideoTools.TestMedia.Live;
using VideoTools.TestServer;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Live sources through whole sessions: questions, recordings, and what is refused.</summary>
public sealed class LiveTests
{
    private const int Rate = 25;

    [RequiresFact(Needs.Ffmpeg)]
    public async Task Query_OfTwoCameras_AsksAboutBothAtOnceAndKeepsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("videotools-live-cache").FullName;
        await using var server = await ModelServer.StartAsync();
        using var first = new RtspServer();
        using var second = new RtspServer();
        using var camera = new NumberedSource(Rate, first.Feed);
        using var other = new NumberedSource(Rate, second.Feed);
        var options = new QueryOptions
        {
            Endpoint = server.OpenAI, Model = "m", Prompt = "?", Preset = QueryPreset.RealTime, ChangeThreshold = 0, IncludeMetric = true,
        };
        var before = DateTimeOffset.UtcNow;

        // One file at a time, by the options: cameras run side by side all the same.
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", folder);
        List<VideoEvent> events;
        try
        {
            events = Sessions.Run(
                new QueryRequest(options) { Engine = new EngineOptions { ThrottleLimit = 1, Unordered = true, Cache = CacheMode.Use } },
                Camera(first.Address(), 6),
                Camera(second.Address(), 6));
        }
        finally
        {
            Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", null);
        }

        Assert.Empty(events.OfType<FailureEvent>().Select(failure => failure.Error.Message));
        var records = events.OfType<RecordEvent>().Select(e => e.Record).ToList();
        var answers = records.OfType<VideoAnswer>().ToLookup(answer => answer.FullName);
        Assert.Equal([.. new[] { first.Address(), second.Address() }.Order()], answers.Select(group => group.Key).Order());
        foreach (var group in answers)
        {
            var told = group.Where(answer => answer.Status == AnswerStatus.Ok).ToList();
            Assert.NotEmpty(told);
            Assert.All(told, answer => Assert.InRange(DateTimeOffset.Parse(answer.ClockTime!, CultureInfo.InvariantCulture), before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1)));
            Assert.All(told, answer => Assert.InRange(answer.StartSeconds, 0, 7));
            Assert.Equal(group.Select(answer => answer.SequenceIndex).Order(), group.Select(answer => answer.SequenceIndex));
            Assert.All(group, answer => Assert.False(answer.FromCache));
        }

        Assert.Equal(2, records.OfType<VideoQueryMetric>().Count());
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(".mp4")]
    [InlineData(".mkv")]
    public void Capture_Duration_WritesOneWholeFileWithoutEncoding(string extension)
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools 100% capture").FullName, "camera" + extension);

        var captured = Assert.IsType<CapturedVideo>(Assert.IsType<RecordEvent>(Assert.Single(
            Sessions.Run(new CaptureRequest(new CaptureOptions { Destination = path }), Camera(server.Address(), 6)))).Record);

        Assert.Equal((path, 1, "copy", 320, 180), (captured.FullName, captured.Index, captured.Encoder, captured.Width, captured.Height));
        Assert.InRange(captured.Duration.TotalSeconds, 0.5, 9);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal("h264", Ffmpeg.Probe("-show_entries", "stream=codec_name", "-of", "csv=p=0", path));
        Ffmpeg.Run("-xerror", "-i", path, "-f", "null", "-");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Capture_Segments_AreWholeFilesThatFollowEachOther()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // mkfifo.
        }

        using var fifo = new Fifo();
        using var source = new NumberedSource(Rate, "-f", "mpegts", fifo.FullName);
        var folder = Directory.CreateTempSubdirectory("videotools-capture").FullName;

        var pieces = Sessions.Run(
            new CaptureRequest(new CaptureOptions { Destination = Path.Combine(folder, "day.mp4"), SegmentSeconds = 2 }),
            Camera(fifo.FullName, 7)).OfType<RecordEvent>().Select(e => (CapturedVideo)e.Record).ToList();

        Assert.True(pieces.Count >= 2, $"{pieces.Count} pieces");
        Assert.Equal(
            Enumerable.Range(1, pieces.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"day_{i:000}.mp4")), pieces.Select(p => p.Name));
        var numbers = pieces.Select(piece => Frames(piece.FullName)).ToList();

        // No frame is lost or twice where one piece ends and the next begins.
        Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.Equal(pair.First[^1] + 1, pair.Second[0]));
        Assert.All(numbers, piece => Assert.Equal(Enumerable.Range(piece[0], piece.Count), piece));
        Directory.Delete(folder, recursive: true);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Capture_EndedByTheUser_LeavesAWholeFile()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools-capture").FullName, "camera.mp4");
        using (var engine = VideoEngine.Create())
        using (var session = engine.Open(new CaptureRequest(new CaptureOptions { Destination = path })))
        {
            session.Add(Camera(server.Address(), null));
            session.CompleteAdding();
            Assert.True(SpinWait.SpinUntil(() => session.Progress.CurrentPosition > TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(60)));
            session.Cancel();
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
            Assert.True(Frames(path).Count > 10);
        }

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Capture_SourceCutAndBack_GoesOnInAnotherFile()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        var folder = Directory.CreateTempSubdirectory("videotools-capture").FullName;
        using var engine = VideoEngine.Create();
        using var session = engine.Open(new CaptureRequest(new CaptureOptions { Destination = Path.Combine(folder, "camera.mkv") }));
        session.Add(Camera(server.Address(), 60));
        session.CompleteAdding();
        List<VideoEvent> events = [];
        var isCut = false;
        while (!events.OfType<RecordEvent>().Any() || !events.OfType<WarningEvent>().Any(warning => warning.Message.Contains("is back at", StringComparison.Ordinal)))
        {
            if (!isCut && session.Progress.CurrentPosition > TimeSpan.FromSeconds(1.5))
            {
                isCut = true;
                server.Cut();
            }

            if (session.Take(TimeSpan.FromMilliseconds(50)) is { } next)
            {
                events.Add(next);
                if (next is WarningEvent { Message: var said } && said.Contains("was cut", StringComparison.Ordinal))
                {
                    server.Return();
                }
            }
        }

        session.Dispose();

        Assert.Equal("camera.mkv", ((CapturedVideo)events.OfType<RecordEvent>().First().Record).Name);
        Assert.True(Frames(Path.Combine(folder, "camera.mkv")).Count > 10);
        Assert.Equal(2, events.OfType<WarningEvent>().Count());
        Directory.Delete(folder, recursive: true);
    }

    [RequiresTheory(Needs.Ffmpeg | Needs.SmallDrive)]
    [InlineData(".mkv", 1.0)]
    [InlineData(".mp4", 1.0)]
    [InlineData(".mp4", null)]
    public void Capture_FullDrive_IsOneErrorAndKeepsWhatIsWhole(string extension, double? segment)
    {
        // Noise makes a camera that fills it in seconds.
        using var drive = new SmallDrive(3000);
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, ["-vf", "noise=alls=20:allf=t", .. server.Feed]);
        var destination = Path.Combine(drive.FullName, "door" + extension);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var events = Sessions.Run(
            new CaptureRequest(new CaptureOptions { Destination = destination, SegmentSeconds = segment }), Camera(server.Address(), 120));

        // It ended when the drive was full, not when the time was over.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(100), $"{clock.Elapsed}");
        var error = Assert.Single(events.OfType<FailureEvent>()).Error;
        Assert.Equal(VideoErrorId.DiskFull, error.Id);
        Assert.Contains(drive.FullName, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        var pieces = events.OfType<RecordEvent>().Select(e => ((CapturedVideo)e.Record).FullName).ToList();
        Assert.Equal(segment is null, pieces.Count == 0);
        Assert.Equal(pieces.Order(), Directory.GetFiles(drive.FullName).Order());
        Assert.All(pieces, piece => Ffmpeg.Run("-xerror", "-i", piece, "-f", "null", "-"));
        Assert.Contains(pieces.Count == 0 ? "nothing is kept" : Path.GetFileName(pieces[^1]), error.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Driver_BeforeACameraThatIsCut_IsToldBeforeAndAfter()
    {
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, server.Feed);
        using var engine = VideoEngine.Create();
        using var session = engine.Open(new AnalysisRequest(new DriverOptions { SkipHands = true }) { Engine = new EngineOptions { Cache = CacheMode.Off } });
        session.Add(Camera(server.Address(), 120));
        session.CompleteAdding();
        List<VideoState> before = [], after = [];
        List<string> said = [];
        var isCut = false;
        while (after.Count < 3 && !session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromMilliseconds(50)))
            {
                case RecordEvent record:
                    (said.Exists(text => text.Contains("is back at", StringComparison.Ordinal)) ? after : before).Add((VideoState)record.Record);
                    break;
                case WarningEvent warning:
                    said.Add(warning.Message);
                    if (warning.Message.Contains("was cut", StringComparison.Ordinal))
                    {
                        server.Return();
                    }

                    break;
                case FailureEvent failure:
                    Assert.Fail(failure.Error.Message);
                    break;
            }

            if (!isCut && before.Count >= 3)
            {
                isCut = true;
                server.Cut();
            }
        }

        Assert.Equal(3, after.Count);
        List<VideoState> all = [.. before, .. after];
        Assert.All(all, state => Assert.Equal(("ABSENT", AlertLevel.Unknown, "Device"), (state.State, state.Level, state.Source)));
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.StartSeconds < pair.Second.StartSeconds));
        Assert.All(all, state => Assert.NotNull(state.ClockTime));

        // A picture that was cut in two is no reason.
        Assert.DoesNotContain("no frame", said.Find(text => text.Contains("was cut", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("rtsp://127.0.0.1:9/camera", VideoErrorId.SourceUnreachable)]
    [InlineData("rtsp://user:s3cret@127.0.0.1:9/camera", VideoErrorId.SourceUnreachable)]
    [InlineData("rtsps://127.0.0.1:9/camera", VideoErrorId.SourceUnreachable)]
    [InlineData("/dev/video97", VideoErrorId.SourceUnreachable)]
    [InlineData("/nowhere/camera", VideoErrorId.SourceUnreachable)]
    [InlineData("/dev/zero", VideoErrorId.SourceInvalid)]
    public void Any_SourceThatCannotBeRead_IsOneShortErrorWithoutSecrets(string text, VideoErrorId expected)
    {
        if (!OperatingSystem.IsLinux() && text.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return; // Names of Linux.
        }

        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".mp4");
        foreach (var request in new VideoRequest[] { Question, new AnalysisRequest(new FaceOptions()), new CaptureRequest(new CaptureOptions { Destination = path }) })
        {
            var error = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, Camera(text, 5)))).Error;

            Assert.Equal(expected, error.Id);
            Assert.DoesNotContain("s3cret", $"{error}", StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
            Assert.InRange(error.Message.Length, 20, 300);
            Assert.NotEmpty(error.RecommendedAction);
        }

        Assert.False(File.Exists(path));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Any_FileNamedAsASource_IsRefused()
    {
        var error = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(Question, Camera(BadMedia.Create(BadMediaKind.NoAudio), 5)))).Error;

        Assert.Equal(VideoErrorId.SourceInvalid, error.Id);
        Assert.Contains("-Path", error.RecommendedAction, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Scenes_OfACamera_AreFoundLikeThoseOfAFile()
    {
        // A wall: a picture that is not whole, as one may be where a stream is joined, would be a cut; those that a busy machine loses are none.
        using var server = new RtspServer();
        using var source = new NumberedSource(Rate, ["-vf", "drawbox=color=gray:t=fill", .. server.Feed]);

        var events = Sessions.Run(new AnalysisRequest(new SceneOptions()), Camera(server.Address(), 6));

        Assert.Empty(events.OfType<FailureEvent>());
        Assert.Single(events.OfType<RecordEvent>());
    }

    [Fact]
    public void Capture_WhereItCannotBeWritten_IsOneErrorBeforeAnythingIsOpened()
    {
        var folder = Directory.CreateTempSubdirectory("videotools-capture").FullName;
        var file = Path.Combine(folder, "there.mp4");
        File.WriteAllText(file, "mine");
        VideoErrorId Fails(string path) => Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(
            new CaptureRequest(new CaptureOptions { Destination = path }), Camera("rtsp://127.0.0.1:9/camera", 5)))).Error.Id;

        Assert.Equal(VideoErrorId.OutputExists, Fails(file));
        Assert.Equal(VideoErrorId.OutputUnwritable, Fails(Path.Combine(file, "below.mp4")));
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder));
        using var engine = VideoEngine.Create();
        foreach (var options in new[] { new CaptureOptions { Destination = Path.Combine(folder, "a.avi") }, new CaptureOptions { Destination = "a.mp4" }, new CaptureOptions { Destination = file, SegmentSeconds = 0.5 } })
        {
            Assert.Throws<ArgumentException>(() => engine.Open(new CaptureRequest(options)));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static QueryRequest Question => new(new QueryOptions { Endpoint = "http://127.0.0.1:9", Model = "none", Prompt = "?", RetryCount = 0 });

    private static VideoInput Camera(string text, double? seconds) =>
        VideoInput.OfLive(LiveSource.Parse(text), seconds is { } s ? TimeSpan.FromSeconds(s) : null);

    // The numbers that the pictures of a file show.
    private static List<int> Frames(string path)
    {
        const int Width = 320, Height = 180;
        var pixels = Ffmpeg.Capture("-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-");
        return [.. pixels.Chunk(Width * Height).Select(frame => BarCode.Read(frame, Width))];
    }
}
