using System.Diagnostics;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Observation.Asking;
using VideoTools.Engine.Scheduling;
using VideoTools.TestServer;

namespace VideoTools.Engine.Tests.Observation;

/// <summary>Asks a server about made-up sequences.</summary>
internal static class QueryRig
{
    public const string TwoQuestions = """
        {"questions": [
          {"name": "face", "kind": "state", "prompt": "Which state?", "labels": {"SLEEPY": ["drowsy"], "AWAKE": ["alert"]}, "raises": {"SLEEPY": "HIGH"}},
          {"name": "risk", "kind": "level", "prompt": "How worrying is {{face}}?"}
        ]}
        """;

    public static QueryOptions Options(ModelServer server, QueryApi api = QueryApi.OpenAI) => new()
    {
        Endpoint = api == QueryApi.Ollama ? server.Ollama : server.OpenAI,
        Api = api,
        Model = "test",
        Prompt = "What is there?",
        Timeout = TimeSpan.FromSeconds(20),
    };

    public static string Profile(string json)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools-profile").FullName, "profile.json");
        File.WriteAllText(path, json);
        return path;
    }

    /// <summary>Runs one file; gives its answers, and the measures behind them.</summary>
    public static (List<VideoAnswer> Answers, VideoQueryMetric Metric, TimeSpan Elapsed) Run(
        QueryOptions options,
        IJobRunner sequences,
        ResultCache? cache = null,
        CacheMode mode = CacheMode.Off,
        Action<VideoAnswer>? onAnswer = null,
        CancellationToken cancellationToken = default)
    {
        using var runner = new QueryRunner(
            QuerySettings.Of(options with { IncludeMetric = true }), sequences, cache ?? new ResultCache("unused", 0), mode);
        List<object> records = [];
        var clock = Stopwatch.StartNew();
        runner.Run(Host(0, record =>
        {
            records.Add(record);
            if (record is VideoAnswer answer)
            {
                onAnswer?.Invoke(answer);
            }
        }, cancellationToken));
        return ([.. records.OfType<VideoAnswer>()], records.OfType<VideoQueryMetric>().Single(), clock.Elapsed);
    }

    public static JobHost Host(int file, Action<object> emit, CancellationToken cancellationToken = default) =>
        new(new Job(file, new VideoInput($"/videos/{file}.mp4")), emit, _ => { }, () => 0, cancellationToken);
}
