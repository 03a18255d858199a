using VideoTools.Engine.Caching;
using VideoTools.Engine.Observation.Asking;
using VideoTools.TestServer;

namespace VideoTools.Engine.Tests.Observation;

/// <summary>Whole runs against a server that speaks the real protocols, with sequences in place of videos.</summary>
public sealed class QueryRunnerTests
{
    private const string FourQuestions = """
        {"questions": [
          {"name": "a", "prompt": "A?"}, {"name": "b", "prompt": "B?"}, {"name": "c", "prompt": "C?"}, {"name": "d", "prompt": "D?"}
        ]}
        """;

    [Theory]
    [InlineData(QueryApi.Ollama)]
    [InlineData(QueryApi.OpenAI)]
    public async Task Run_EitherProtocol_SendsWhatWasAskedForAndReadsTheAnswer(QueryApi api)
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Default = "{\"state\":\"SLEEPY\",\"evidence\":\"eyes closed\"}" });
        var options = QueryRig.Options(server, api) with
        {
            Prompt = null, Profile = QueryRig.Profile(QueryRig.TwoQuestions), Context = 2048, MaximumTokens = 77, Temperature = 0.25,
        };

        var (answers, metric, _) = QueryRig.Run(options, new FakeSequences(1));

        var (face, call) = (answers[0], server.Calls[0]);
        Assert.Equal((AnswerStatus.Ok, "SLEEPY", AlertLevel.High, 1), (face.Status, face.State, face.Level, face.Attempts));
        Assert.Equal((100, true, 2, "test"), (face.PromptTokens, call.HasSchema, call.Pictures.Count, call.Model));
        Assert.Equal((0.25, 77, api == QueryApi.Ollama ? 2048 : null), (call.Temperature, call.MaximumTokens, call.Context));
        Assert.Contains("Which state?", call.Prompt, StringComparison.Ordinal);
        Assert.Contains("0.00, 1.00 seconds", call.Prompt, StringComparison.Ordinal);
        Assert.Contains("How worrying is SLEEPY?", server.Calls[1].Prompt, StringComparison.Ordinal);
        Assert.All(server.Calls, seen => Assert.DoesNotContain("no JPEG", seen.Pictures));
        Assert.All(server.Calls, seen => Assert.StartsWith("VideoTools/", seen.UserAgent, StringComparison.Ordinal));
        Assert.All(server.Calls, seen => Assert.Null(seen.Authorization));
        Assert.Equal((2, 2L, 2L, 200L), (metric.CallCount, metric.FramesEncoded, metric.FramesSent, metric.PromptTokens));
    }

    [Fact]
    public async Task Run_IndependentQuestions_AreAskedAtOnceAndInOrderOfTime()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.25 });
        var options = QueryRig.Options(server) with { Prompt = null, Profile = QueryRig.Profile(FourQuestions) };

        // What is compiled on first use is not what is measured here.
        QueryRig.Run(options, new FakeSequences(1));
        var (answers, metric, elapsed) = QueryRig.Run(options, new FakeSequences(4));
        var (alone, _, sequential) = QueryRig.Run(options with { QueryThrottle = 1 }, new FakeSequences(4));

        Assert.Equal(4, server.Peak);
        Assert.Equal(4, metric.PeakCalls);
        Assert.Equal(Enumerable.Range(1, 4).SelectMany(i => "abcd".Select(name => (i, name.ToString()))), answers.Select(a => (a.SequenceIndex, a.Question)));
        Assert.Equal(alone.Select(a => a.Answer), answers.Select(a => a.Answer));
        Assert.True(sequential / elapsed > 1.8, $"{sequential} to {elapsed}");
    }

    [Fact]
    public async Task Run_QuestionsThatDepend_WaitForWhatTheyNeedAndOvertakeYoungerSequences()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.05, Default = "SLEEPY" });
        var options = QueryRig.Options(server) with { Prompt = null, Profile = QueryRig.Profile(QueryRig.TwoQuestions), QueryThrottle = 1 };

        var (answers, _, _) = QueryRig.Run(options, new FakeSequences(3));

        // One place: the face of the second sequence stands in line already when the first is answered, that of the third is overtaken.
        Assert.Equal(["Which", "Which", "How"], server.Calls.Take(3).Select(call => call.Prompt.Split(' ')[0]));
        Assert.Equal("Which", server.Calls[4].Prompt.Split(' ')[0]);
        Assert.Equal([1, 1, 2, 2, 3, 3], answers.Select(answer => answer.SequenceIndex));
    }

    [Fact]
    public async Task Run_AThousandSequences_LosesNothingAndHoldsFewInMemory()
    {
        await using var server = await ModelServer.StartAsync();
        var most = 0;
        var taken = 0;
        FakeSequences? source = null;
        source = new FakeSequences(1000, before: i => most = Math.Max(most, i - Volatile.Read(ref taken)));

        var (answers, metric, _) = QueryRig.Run(
            QueryRig.Options(server), source, onAnswer: _ => Interlocked.Increment(ref taken));

        Assert.Equal(Enumerable.Range(1, 1000), answers.Select(answer => answer.SequenceIndex));
        Assert.All(answers, answer => Assert.Equal(AnswerStatus.Ok, answer.Status));
        Assert.Equal(1000, server.Calls.Count);
        Assert.InRange(most, 1, 7);
        Assert.InRange(metric.PeakSequences, 2, 5);
        Assert.Equal((2000L, 2000L), (metric.FramesEncoded, metric.FramesSent));
    }

    [Fact]
    public async Task Run_SlowTaker_HoldsTheSourceBack()
    {
        await using var server = await ModelServer.StartAsync();
        var (taken, most) = (0, 0);
        var source = new FakeSequences(30, before: i => most = Math.Max(most, i - Volatile.Read(ref taken)));

        QueryRig.Run(QueryRig.Options(server), source, onAnswer: _ =>
        {
            Thread.Sleep(20);
            Interlocked.Increment(ref taken);
        });

        Assert.InRange(most, 1, 7);
    }

    [Fact]
    public async Task Run_ServerKilledAndBack_SaysUnavailableAndGoesOn()
    {
        var server = await ModelServer.StartAsync(new ServerScript { Default = "HIGH" });
        var port = server.Address.Port;
        ModelServer? second = null;
        var profile = QueryRig.Profile("""{"questions": [{"name": "risk", "kind": "level", "prompt": "Risk?"}]}""");
        var options = QueryRig.Options(server) with { Prompt = null, Profile = profile, RetryCount = 0, QueryThrottle = 1 };
        var source = new FakeSequences(30, before: i =>
        {
            if (i == 10)
            {
                server.DisposeAsync().AsTask().Wait();
            }

            if (i == 20)
            {
                second = ModelServer.StartAsync(new ServerScript { Default = "LOW" }, port).Result;
            }
        });

        var (answers, metric, _) = QueryRig.Run(options, source);
        await second!.DisposeAsync();

        Assert.Equal(30, answers.Count);
        Assert.All(answers.Take(7), answer => Assert.Equal(AlertLevel.High, answer.Level));
        Assert.All(answers.Skip(23), answer => Assert.Equal(AlertLevel.Low, answer.Level));
        var missing = answers.Where(answer => answer.Status == AnswerStatus.Unavailable).ToList();
        Assert.InRange(missing.Count, 5, 14);
        Assert.Equal(missing.Count, metric.UnavailableCount);
        Assert.All(missing, answer => Assert.Equal((AlertLevel.Unknown, ""), (answer.Level, answer.Answer)));
        Assert.All(missing, answer => Assert.NotEmpty(answer.Error!));
        Assert.StartsWith("Server", metric.Bottleneck, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AgainAfterAnOutage_AsksOnlyWhatIsMissing()
    {
        var directory = Directory.CreateTempSubdirectory("videotools-answers").FullName;
        var cache = new ResultCache(directory, 1 << 26);
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Faults = { new Fault { After = 6, Count = 4, Status = 500 } },
        });
        var options = QueryRig.Options(server) with { RetryCount = 0, QueryThrottle = 1 };

        var (first, _, _) = QueryRig.Run(options, new FakeSequences(20), cache, CacheMode.Use);
        server.Use(new ServerScript());
        var (again, metric, _) = QueryRig.Run(options, new FakeSequences(20), cache, CacheMode.Use);

        Assert.Equal(4, first.Count(answer => answer.Status == AnswerStatus.Unavailable));
        Assert.Equal(4, server.Calls.Count);
        Assert.Equal(16, again.Count(answer => answer.FromCache));
        Assert.All(again, answer => Assert.Equal(AnswerStatus.Ok, answer.Status));
        Assert.Equal((16, 8L, 8L), (metric.CacheHitCount, metric.FramesEncoded, metric.FramesSent));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Run_SequencesThatLookTheSame_AreAskedOnce()
    {
        var directory = Directory.CreateTempSubdirectory("videotools-answers").FullName;
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.05 });

        var (answers, metric, _) = QueryRig.Run(
            QueryRig.Options(server), new FakeSequences(12, looks: 3), new ResultCache(directory, 1 << 26), CacheMode.Use);

        Assert.Equal(3, server.Calls.Count);
        Assert.Equal((9, 3, 6L), (metric.CacheHitCount, metric.CallCount, metric.FramesEncoded));
        Assert.All(answers.Skip(3), answer => Assert.True(answer.FromCache));

        // What the answer depends on, one after another: each asks anew. The address does not count.
        var kept = new ResultCache(directory, 1 << 26);
        foreach (var (options, calls) in new (QueryOptions, int)[]
        {
            (QueryRig.Options(server), 0),
            (QueryRig.Options(server, QueryApi.Ollama), 0),
            (QueryRig.Options(server) with { Model = "other" }, 3),
            (QueryRig.Options(server) with { Prompt = "Else?" }, 3),
            (QueryRig.Options(server) with { Temperature = 1 }, 3),
            (QueryRig.Options(server) with { MaximumTokens = 9 }, 3),
            (QueryRig.Options(server) with { JpegQuality = 50 }, 3),
        })
        {
            server.Use(new ServerScript());
            QueryRig.Run(options, new FakeSequences(3), kept, CacheMode.Use);
            Assert.Equal(calls, server.Calls.Count);
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Run_Refresh_AsksAnewAndReplaces()
    {
        var directory = Directory.CreateTempSubdirectory("videotools-answers").FullName;
        var cache = new ResultCache(directory, 1 << 26);
        await using var server = await ModelServer.StartAsync(new ServerScript { Default = "one" });
        QueryRig.Run(QueryRig.Options(server), new FakeSequences(1), cache, CacheMode.Use);
        server.Use(new ServerScript { Default = "two" });

        QueryRig.Run(QueryRig.Options(server), new FakeSequences(1), cache, CacheMode.Refresh);
        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server), new FakeSequences(1), cache, CacheMode.Use);

        Assert.Equal(("two", true), (answers[0].Answer, answers[0].FromCache));
        Assert.Single(server.Calls);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Run_Combined_AsksOnceAndTakesTheAnswerApart()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Default = "```json\n{\"face\": {\"state\": \"SLEEPY\", \"evidence\": \"eyes closed\"}, \"risk\": {\"level\": \"HIGH\", \"evidence\": \"asleep\"}}\n```",
        });
        var options = QueryRig.Options(server) with { Prompt = null, Profile = QueryRig.Profile(QueryRig.TwoQuestions), Combined = true };

        var (answers, metric, _) = QueryRig.Run(options, new FakeSequences(3));

        Assert.Equal(3, server.Calls.Count);
        Assert.Equal(3, metric.CallCount);
        Assert.Equal(["SLEEPY", null], answers.Take(2).Select(answer => answer.State));
        Assert.All(answers, answer => Assert.Equal((AlertLevel.High, AnswerStatus.Ok), (answer.Level, answer.Status)));
        Assert.Equal(300, answers.Sum(answer => answer.PromptTokens ?? 0));
    }

    [Fact]
    public async Task Run_CombinedAnswerInHeadings_IsReadToo()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Default = "## Face\nThe driver is alert.\n\n**risk:** LOW, nothing unusual." });
        var options = QueryRig.Options(server) with { Prompt = null, Profile = QueryRig.Profile(QueryRig.TwoQuestions), Combined = true };

        var (answers, _, _) = QueryRig.Run(options, new FakeSequences(1));

        Assert.Equal(("AWAKE", AlertLevel.Low), (answers[0].State, answers[1].Level));
    }

    [Fact]
    public async Task Run_FewerThanTwoFrames_AsksNothing()
    {
        await using var server = await ModelServer.StartAsync();

        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server), new OneFrame());

        Assert.Equal(AnswerStatus.Skipped, Assert.Single(answers).Status);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Run_Cancelled_EndsAtOnce()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 30 });
        using var stop = new CancellationTokenSource(300);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(
            () => QueryRig.Run(QueryRig.Options(server), new FakeSequences(100), cancellationToken: stop.Token));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Run_SourceThatFails_GivesTheAnswersToWhatItGave()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.1 });
        var source = new FakeSequences(10, before: i =>
        {
            if (i == 4)
            {
                throw new VideoToolsException(VideoErrorId.DecoderFailed, "/videos/0.mp4", "broken", "none");
            }
        });
        List<object> records = [];
        using var runner = new QueryRunner(
            QuerySettings.Of(QueryRig.Options(server)), source, new ResultCache("unused", 0), CacheMode.Off);

        var failure = Assert.Throws<VideoToolsException>(() => runner.Run(QueryRig.Host(0, records.Add)));

        Assert.Equal(VideoErrorId.DecoderFailed, failure.Error.Id);
        Assert.Equal(4, records.Count);
    }

    [Fact]
    public async Task Run_TwoFiles_ShareThePlaces()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.05 });
        using var runner = new QueryRunner(
            QuerySettings.Of(QueryRig.Options(server) with { QueryThrottle = 3 }), new FakeSequences(12), new ResultCache("unused", 0), CacheMode.Off);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(file => Task.Run(() => runner.Run(QueryRig.Host(file, _ => { })))));

        Assert.Equal(24, server.Calls.Count);
        Assert.Equal(3, server.Peak);
    }

    private sealed class OneFrame : VideoTools.Engine.Scheduling.IJobRunner
    {
        public void Run(VideoTools.Engine.Scheduling.JobHost host) => host.Emit(FakeSequences.Make("/videos/0.mp4", 0, 0, frames: 1));
    }
}
