using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;
using VideoTools.TestServer;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Videos, decoder, questions and server: the whole of it.</summary>
public sealed class QueryTests
{
    [RequiresFact(Needs.Ffmpeg)]
    public async Task Query_OfVideos_AsksAboutEverySequenceInOrderAndGoesOnBehindABrokenFile()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Answers = { ["LOW, MODERATE"] = "LOW - nothing.", ["state"] = "{\"state\":\"AWAKE\",\"evidence\":\"open eyes\"}" },
        });
        var (clip, broken) = (Clip(), BadMedia.Create(BadMediaKind.Text));
        var options = new QueryOptions { Endpoint = server.Ollama, Model = "m", Profile = "driver", IncludeMetric = true };

        var events = Sessions.Run(new QueryRequest(options), clip, broken, clip);

        Assert.Equal(VideoErrorId.InvalidVideo, Assert.Single(events.OfType<FailureEvent>()).Error.Id);
        var answers = events.OfType<RecordEvent>().Select(e => e.Record).OfType<VideoAnswer>().ToList();
        string[] questions = ["face_state", "attention", "hands", "impairment", "scene"];
        Assert.Equal(
            Enumerable.Range(0, 2).SelectMany(_ => Enumerable.Range(1, 3)).SelectMany(i => questions.Select(q => (i, q))),
            answers.Select(answer => (answer.SequenceIndex, answer.Question)));
        Assert.All(answers, answer => Assert.Equal((AnswerStatus.Ok, 5), (answer.Status, answer.FrameCount)));
        Assert.Equal([0, 0.4, 0.8, 1.2, 1.6], answers[0].FrameTimes);
        Assert.Equal([2, 2.4, 2.8, 3.2, 3.6], answers[5].FrameTimes);
        Assert.Equal((4.0, 6.0), (answers[10].StartSeconds, answers[10].EndSeconds));
        Assert.All(server.Calls, call => Assert.Equal(5, call.Pictures.Distinct().Count()));
        var metric = events.OfType<RecordEvent>().Select(e => e.Record).OfType<VideoQueryMetric>().First();
        Assert.Equal((15L, 15L, 15L, 15L), (metric.FramesSeen, metric.FramesKept, metric.FramesEncoded, metric.FramesSent));
        Assert.Equal(15, server.Calls.SelectMany(call => call.Pictures).Distinct().Count());
    }

    [RequiresFact(Needs.Ffmpeg)]
    public async Task Query_OfARange_AsksAboutItAlone()
    {
        await using var server = await ModelServer.StartAsync();
        var options = new QueryOptions { Endpoint = server.OpenAI, Model = "m", Prompt = "?", ChangeThreshold = 0 };

        var events = Sessions.Run(new QueryRequest(options), new VideoInput(Clip(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)));

        var answer = Assert.IsType<VideoAnswer>(Assert.IsType<RecordEvent>(Assert.Single(events)).Record);
        Assert.Equal((2, 5), (answer.SequenceIndex, answer.FrameCount));
    }

    [Theory]
    [InlineData("no address", null, null)]
    [InlineData("http://localhost:1", "driver", "?")]
    [InlineData("http://localhost:1", null, null)]
    public void Query_ThatMakesNoSense_IsRefusedBeforeAnyFile(string endpoint, string? profile, string? prompt)
    {
        using var engine = VideoEngine.Create();

        Assert.Throws<ArgumentException>(() => engine.Open(new QueryRequest(
            new QueryOptions { Endpoint = endpoint, Model = "m", Profile = profile, Prompt = prompt })));
        Assert.Throws<ArgumentException>(() => engine.Open(new QueryRequest(
            new QueryOptions { Endpoint = "http://localhost:1", Model = "m", Prompt = "?", IntervalSeconds = -1 })));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void SaveEvidence_WritesTheFramesThatAnAlertNames()
    {
        var directory = Directory.CreateTempSubdirectory("videotools-evidence").FullName;
        using var engine = VideoEngine.Create();
        var alert = new VideoAlert { FullName = Clip(), Index = 3, Level = AlertLevel.High, FrameTimes = new ValueList<double>([1.0, 4.5]) };

        var saved = engine.Observations.SaveEvidence(alert, directory, force: false, new EngineOptions(), default);

        Assert.Equal(2, saved.EvidenceFiles.Count);
        Assert.All(saved.EvidenceFiles, file => Assert.Equal(0xFF, File.ReadAllBytes(file)[0]));
        Assert.EndsWith("_alert003_t0001.00_HIGH.jpg", saved.EvidenceFiles[0], StringComparison.Ordinal);
        File.WriteAllText(saved.EvidenceFiles[0], "another picture");
        Assert.Throws<VideoToolsException>(() => engine.Observations.SaveEvidence(alert, directory, false, new EngineOptions(), default));
        Directory.Delete(directory, recursive: true);
    }

    // Six seconds of a pattern in which no two frames are the same.
    private static string Clip() => MediaCache.GetOrCreate("query", "clip.mp4", "1", path => Ffmpeg.Run(
        "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=6", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path));
}
