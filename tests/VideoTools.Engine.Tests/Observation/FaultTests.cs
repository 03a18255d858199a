using System.Diagnostics;
using VideoTools.TestServer;

namespace VideoTools.Engine.Tests.Observation;

/// <summary>What servers do to clients, over both protocols.</summary>
public sealed class FaultTests
{
    private const string Secret = "sk-test-4711-abcdef";

    public static TheoryData<QueryApi, Fault, int> Repeated
    {
        get
        {
            TheoryData<QueryApi, Fault, int> data = [];
            foreach (var api in new[] { QueryApi.Ollama, QueryApi.OpenAI })
            {
                data.Add(api, new Fault { Status = 500 }, 2);
                data.Add(api, new Fault { Status = 503 }, 2);
                data.Add(api, new Fault { Status = 408 }, 2);
                data.Add(api, new Fault { Kind = FaultKind.Malformed }, 2);
                data.Add(api, new Fault { Kind = FaultKind.Cut }, 2);
                data.Add(api, new Fault { Kind = FaultKind.Drop, Count = 2 }, 3);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Repeated))]
    public async Task Run_FaultThatPasses_IsAskedAgain(QueryApi api, Fault fault, int attempts)
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { fault } });

        var (answers, metric, _) = QueryRig.Run(QueryRig.Options(server, api), new FakeSequences(1));

        var answer = Assert.Single(answers);
        Assert.Equal((AnswerStatus.Ok, attempts, attempts - 1), (answer.Status, answer.Attempts, metric.RetryCount));
        Assert.Equal((2L, 2L), (metric.FramesEncoded, metric.FramesSent));
    }

    [Theory]
    [InlineData(QueryApi.Ollama)]
    [InlineData(QueryApi.OpenAI)]
    public async Task Run_TooManyRequests_WaitsAsLongAsTheServerSays(QueryApi api)
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { new Fault { Status = 429, RetryAfterSeconds = 2 } } });

        var (answers, metric, _) = QueryRig.Run(QueryRig.Options(server, api), new FakeSequences(1));

        Assert.Equal((AnswerStatus.Ok, 2), (answers[0].Status, answers[0].Attempts));
        Assert.InRange(server.Calls[1].Started - server.Calls[0].Started, 1.9, 6);
        Assert.InRange(metric.RetrySeconds, 1.9, 2.1);
    }

    [Theory]
    [InlineData(QueryApi.Ollama)]
    [InlineData(QueryApi.OpenAI)]
    public async Task Run_ServerThatHangs_EndsWithTheTimeOut(QueryApi api)
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { new Fault { Kind = FaultKind.Hang, Count = 9 } } });
        var clock = Stopwatch.StartNew();

        var (answers, _, _) = QueryRig.Run(
            QueryRig.Options(server, api) with { Timeout = TimeSpan.FromSeconds(0.3), RetryCount = 1 }, new FakeSequences(1));

        Assert.Equal((AnswerStatus.Unavailable, 2), (answers[0].Status, answers[0].Attempts));
        Assert.Contains("0.3 s", answers[0].Error, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Run_SlowTokens_AreWaitedForAndEndWithTheTimeOut()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { new Fault { Kind = FaultKind.Slow, PieceSeconds = 0.01 } } });
        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server, QueryApi.Ollama), new FakeSequences(1));
        Assert.Equal(AnswerStatus.Ok, answers[0].Status);

        server.Use(new ServerScript { Faults = { new Fault { Kind = FaultKind.Slow, PieceSeconds = 1 } } });
        (answers, _, _) = QueryRig.Run(
            QueryRig.Options(server, QueryApi.Ollama) with { Timeout = TimeSpan.FromSeconds(0.5), RetryCount = 0 }, new FakeSequences(1));
        Assert.Equal(AnswerStatus.Unavailable, answers[0].Status);
    }

    [Fact]
    public async Task Run_ErrorThatStays_CostsOneQuestionAndNotTheOthers()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Default = "SLEEPY", Faults = { new Fault { Status = 500, Match = "Which state", Count = 99 } },
        });
        var profile = QueryRig.Profile("""
            {"questions": [
              {"name": "face", "kind": "state", "prompt": "Which state?", "labels": {"SLEEPY": []}},
              {"name": "risk", "kind": "level", "prompt": "How worrying is {{face}}?"},
              {"name": "scene", "prompt": "What is there?"}
            ]}
            """);

        var (answers, _, _) = QueryRig.Run(
            QueryRig.Options(server) with { Prompt = null, Profile = profile, RetryCount = 1 }, new FakeSequences(1));

        Assert.Equal([AnswerStatus.Unavailable, AnswerStatus.Skipped, AnswerStatus.Ok], answers.Select(answer => answer.Status));
        Assert.Equal(("UNKNOWN", AlertLevel.Unknown), (answers[0].State, answers[1].Level));
        Assert.Contains("face", answers[1].Error, StringComparison.Ordinal);
        Assert.Contains("500", answers[0].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task Run_ErrorThatIsOurs_IsNotRepeated(int status)
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { new Fault { Status = status, Count = 99 } } });

        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server), new FakeSequences(1));

        Assert.Equal((AnswerStatus.Unavailable, 1), (answers[0].Status, answers[0].Attempts));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Run_ServerThatTakesNoSchema_IsAskedWithoutFromThenOn()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Default = "The driver looks drowsy.", Faults = { new Fault { Status = 400, OnlySchema = true, Count = 99, Text = "no response_format here" } },
        });
        var profile = QueryRig.Profile("""{"questions": [{"name": "face", "kind": "state", "prompt": "?", "labels": {"SLEEPY": ["drowsy"]}}]}""");

        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server) with { Prompt = null, Profile = profile, QueryThrottle = 1 }, new FakeSequences(3));

        Assert.All(answers, answer => Assert.Equal("SLEEPY", answer.State));
        Assert.Equal([true, false, false, false], server.Calls.Select(call => call.HasSchema));
    }

    [Fact]
    public async Task Run_EmptyAnswer_IsUnparsed()
    {
        await using var server = await ModelServer.StartAsync(new ServerScript { Faults = { new Fault { Kind = FaultKind.Empty } } });

        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server), new FakeSequences(1));

        Assert.Equal(AnswerStatus.Unparsed, answers[0].Status);
    }

    [Theory]
    [InlineData(QueryApi.Ollama)]
    [InlineData(QueryApi.OpenAI)]
    public async Task Run_Redirect_IsNotFollowed(QueryApi api)
    {
        await using var other = await ModelServer.StartAsync();
        await using var server = await ModelServer.StartAsync(new ServerScript
        {
            Faults = { new Fault { Kind = FaultKind.Redirect, Location = other.OpenAI + "/chat/completions", Count = 9 } },
        });

        var (answers, _, _) = QueryRig.Run(QueryRig.Options(server, api) with { Key = new ApiKey(Secret) }, new FakeSequences(1));

        Assert.Equal(AnswerStatus.Unavailable, answers[0].Status);
        Assert.Empty(other.Calls);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(QueryApi.Ollama)]
    [InlineData(QueryApi.OpenAI)]
    public async Task Key_IsSentAndNowhereElse(QueryApi api)
    {
        var directory = Directory.CreateTempSubdirectory("videotools-answers").FullName;
        await using var server = await ModelServer.StartAsync(new ServerScript { Key = Secret });
        var options = QueryRig.Options(server, api) with { Key = new ApiKey(Secret) };

        var (answers, metric, _) = QueryRig.Run(
            options, new FakeSequences(1), new VideoTools.Engine.Caching.ResultCache(directory, 1 << 20), CacheMode.Use);
        Assert.Equal(AnswerStatus.Ok, answers[0].Status);
        Assert.All(server.Calls, call => Assert.Equal("Bearer " + Secret, call.Authorization));

        // A server that repeats the key it refuses.
        server.Use(new ServerScript { Key = "another" });
        var (refused, _, _) = QueryRig.Run(options, new FakeSequences(1));
        Assert.Equal(AnswerStatus.Unavailable, refused[0].Status);
        Assert.Contains("401", refused[0].Error, StringComparison.Ordinal);

        string[] said = [$"{answers[0]}", $"{metric}", $"{refused[0]}", $"{options}", $"{new QueryRequest(options)}"];
        Assert.All(said, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Run_NobodyThere_SaysUnavailable()
    {
        var options = new QueryOptions { Endpoint = "http://127.0.0.1:9", Model = "m", Prompt = "?", RetryCount = 0 };

        var (answers, _, _) = QueryRig.Run(options, new FakeSequences(2));

        Assert.All(answers, answer => Assert.Equal((AnswerStatus.Unavailable, 1), (answer.Status, answer.Attempts)));
    }
}
