using System.Diagnostics;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Imaging;
using VideoTools.TestMedia;
using VideoTools.TestServer;

namespace VideoTools.Benchmarks.Commands;

/// <summary>query: what asking a model costs beside the model, against a server that takes as long as its script says.</summary>
internal sealed class QueryCommand : ICommand
{
    private const double WantedSpeedup = 3.5;
    private const double WantedPath = 1.1;
    private const double WantedMemory = 1.5;
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    private const string Four = """
        {"questions": [
          {"name": "a", "prompt": "A?"}, {"name": "b", "prompt": "B?"}, {"name": "c", "prompt": "C?"}, {"name": "d", "prompt": "D?"}
        ]}
        """;

    private readonly List<string> _missed = [];

    public string Summary => "questions to a model: side by side, critical path, many files, memory, waste";

    public int Run(IReadOnlyList<string> arguments)
    {
        // "query path memory" runs these two alone.
        (string Name, Action Run)[] parts =
        [
            ("together", SideBySide), ("path", CriticalPath), ("videos", () => FiveVideos(Arguments.Number(arguments, "--milliseconds", 400))),
            ("waste", Waste), ("jpeg", Encoder), ("memory", Memory),
        ];
        foreach (var (_, run) in parts.Where(part => !parts.Any(other => arguments.Contains(other.Name)) || arguments.Contains(part.Name)))
        {
            run();
        }

        _missed.ForEach(missed => Console.Error.WriteLine("query: missed: " + missed));
        return _missed.Count == 0 ? 0 : 1;
    }

    // Four questions a sequence, 2 s each.
    private void SideBySide()
    {
        var profile = Profile(Four);
        Warm(profile);
        Console.WriteLine("| 4 sequences x 4 questions of 2 s | wall s | calls at once | ratio |");
        Console.WriteLine("|---|---|---|---|");
        var alone = Ask(2, profile, 1, Clip(8));
        var together = Ask(2, profile, 4, Clip(8));
        Console.WriteLine(FormattableString.Invariant($"| one at a time | {alone.Seconds:0.00} | {alone.Peak} | 1.00 |"));
        Console.WriteLine(FormattableString.Invariant($"| 4 at a time | {together.Seconds:0.00} | {together.Peak} | {alone.Seconds / together.Seconds:0.00} |"));
        Console.WriteLine();
        Want(alone.Seconds / together.Seconds >= WantedSpeedup, "4 questions at once, 3.5 x");
    }

    // The least there can be: until the first sequence is there (probe, start of the decoder, its frames), then the work divided by the places.
    private void CriticalPath()
    {
        const int Sequences = 12, Places = 4, Questions = 5;
        Warm(Profile(Four));
        Console.WriteLine(
            "| 12 sequences, profile driver (4 questions and 1 that waits for one of them), 2 s each, 4 places | wall s | until the first call s | critical path s | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        const double Seconds = 2;
        var run = Ask(Seconds, "driver", Places, Clip(2 * Sequences));
        var path = run.First + (Math.Max(2, (double)Sequences * Questions / Places) * Seconds);
        Console.WriteLine(FormattableString.Invariant($"| whole session | {run.Seconds:0.00} | {run.First:0.00} | {path:0.00} | {run.Seconds / path:0.00} |"));
        Console.WriteLine();
        Want(run.Seconds / path <= WantedPath, "critical path, 1.1 x");
    }

    // 5 videos x 15 sequences x 5 questions: the original's table.
    private void FiveVideos(int milliseconds)
    {
        var seconds = milliseconds / 1000.0;
        var clips = Enumerable.Range(0, 5).Select(i => Clip(30, i)).ToArray();
        Console.WriteLine(FormattableString.Invariant($"| 5 videos x 15 sequences x 5 questions of {seconds:0.0} s, two files at a time | wall s | calls at once | ratio |"));
        Console.WriteLine("|---|---|---|---|");
        var alone = Ask(seconds, "driver", 1, files: 1, clips: clips);
        Console.WriteLine(FormattableString.Invariant($"| one file, one question at a time | {alone.Seconds:0.00} | {alone.Peak} | 1.00 |"));
        foreach (var places in new[] { 4, 8 })
        {
            var run = Ask(seconds, "driver", places, files: 2, clips: clips);
            Console.WriteLine(FormattableString.Invariant($"| {places} places | {run.Seconds:0.00} | {run.Peak} | {alone.Seconds / run.Seconds:0.00} |"));
        }

        var combined = Ask(seconds, "driver", 4, files: 2, isCombined: true, clips: clips);
        Console.WriteLine(FormattableString.Invariant($"| 4 places, -Combined (75 calls in place of 375, taken to last as long) | {combined.Seconds:0.00} | {combined.Peak} | {alone.Seconds / combined.Seconds:0.00} |"));
        Console.WriteLine("| the original's claim, without a measurement behind it | | | 4.5 |");
        Console.WriteLine();
    }

    private void Waste()
    {
        var folder = Directory.CreateTempSubdirectory("videotools-bench").FullName;
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", folder);
        Console.WriteLine("| 30 s of moving pictures, profile driver | frames seen | kept | encoded | sent | calls | kept answers |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, options) in new (string, Func<QueryOptions, QueryOptions>)[]
        {
            ("first run", o => o), ("second run", o => o), ("another model", o => o with { Model = "other" }), ("-ChangeThreshold 0.1", o => o with { ChangeThreshold = 0.1 }),
        })
        {
            var run = Ask(0, "driver", 4, Clip(30), mode: CacheMode.Use, change: options);
            var metric = run.Metrics[0];
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {metric.FramesSeen} | {metric.FramesKept} | {metric.FramesEncoded} | {metric.FramesSent} | {metric.CallCount} | {metric.CacheHitCount} |"));
            Want(metric.FramesEncoded == metric.FramesSent, "frames encoded = frames sent");
        }

        Console.WriteLine();
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", null);
        Directory.Delete(folder, recursive: true);
    }

    private static void Encoder()
    {
        var random = new Random(1);
        const int Width = 640, Height = 360, Frames = 50;
        var planes = new byte[Width * Height * 3 / 2];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (byte)(60 + (i / 97 % 120) + random.Next(8));
        }

        JpegWriter.Encode(planes, Width, Height, 85);
        var clock = Stopwatch.StartNew();
        var bytes = 0L;
        for (var i = 0; i < Frames; i++)
        {
            bytes += JpegWriter.Encode(planes, Width, Height, 85).Length;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"JPEG of 640x360, quality 85: {clock.Elapsed.TotalMilliseconds / Frames:0.0} ms, {bytes / Frames / 1024.0:0.0} KiB a frame"));
        Console.WriteLine();
    }

    // Through the command line, one question each. The first is the runtime, the others what the length adds.
    private void Memory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // 64 MiB of managed memory, in hexadecimal: whatever were kept of a sequence would not fit. Left alone, the collector takes its time.
        Environment.SetEnvironmentVariable(HeapLimit, "4000000");
        using var server = new Served(new ServerScript());
        Console.WriteLine("| sequences, managed memory limited to 64 MiB | peak MiB | answers |");
        Console.WriteLine("|---|---|---|");
        var peaks = new[] { 100, 1000, 2000 }.Select(count =>
        {
            var clip = MediaCache.GetOrCreate($"query-{count}", "clip.mp4", "2", path => Ffmpeg.Run(
                "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=s=640x360:r=5:d={count}"), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path));
            using var process = Programs.Start(
                Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"),
                "query", "--endpoint", server.Server.OpenAI, "--model", "m", "--prompt", "?", "--interval", "1", "--change-threshold", "0", "--no-cache", clip);
            var before = server.Server.Calls.Count;
            var peak = PeakMemory.Watch(process);
            Console.WriteLine(FormattableString.Invariant($"| {count} | {peak:0.0} | {server.Server.Calls.Count - before} |"));
            Want(server.Server.Calls.Count - before == count, "no sequence lost");
            return peak;
        }).ToArray();
        Want(peaks[2] / peaks[0] <= WantedMemory, "memory of 2,000 sequences against that of 100");
        Environment.SetEnvironmentVariable(HeapLimit, null);
    }

    private static void Warm(string profile) => Ask(0, profile, 4, Clip(8));

    private static (double Seconds, int Peak, List<VideoQueryMetric> Metrics, double First) Ask(double seconds, string profile, int places, string clip, CacheMode mode = CacheMode.Off, Func<QueryOptions, QueryOptions>? change = null) =>
        Ask(seconds, profile, places, 1, false, mode, change, clip);

    private static (double Seconds, int Peak, List<VideoQueryMetric> Metrics, double First) Ask(
        double seconds, string profile, int places, int files, bool isCombined = false, CacheMode mode = CacheMode.Off, Func<QueryOptions, QueryOptions>? change = null, params string[] clips)
    {
        using var server = new Served(new ServerScript { DelaySeconds = seconds, Default = "LOW: the driver is awake." });
        var options = new QueryOptions
        {
            Endpoint = server.Server.OpenAI, Model = "m", Profile = profile, QueryThrottle = places, Combined = isCombined, IncludeMetric = true,
        };
        var (clock, started) = (Stopwatch.StartNew(), server.Server.Now);
        var records = EngineRuns.Run(
            new QueryRequest(change?.Invoke(options) ?? options) { Engine = new EngineOptions { Cache = mode, ThrottleLimit = files } }, clips);
        var elapsed = clock.Elapsed.TotalSeconds;
        var missing = records.OfType<VideoAnswer>().Count(answer => answer.Status is AnswerStatus.Unavailable or AnswerStatus.Skipped);
        return missing == 0
            ? (elapsed, server.Server.Peak, [.. records.OfType<VideoQueryMetric>()], (server.Server.Calls.Min(call => (double?)call.Started) ?? started) - started)
            : throw new InvalidOperationException($"{missing} questions have no answer.");
    }

    private static string Profile(string json)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("videotools-bench").FullName, "profile.json");
        File.WriteAllText(path, json);
        return path;
    }

    // A pattern in which no two frames are the same, and no two clips.
    private static string Clip(int seconds, int number = 0) => MediaCache.GetOrCreate("query-bench", "clip.mp4", $"{seconds} {number}", path => Ffmpeg.Run(
        "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=s=640x360:r=25:d={seconds},hue=h={number * 40}"),
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path));

    private void Want(bool isMet, string what)
    {
        if (!isMet)
        {
            _missed.Add(what);
        }
    }

    private sealed class Served(ServerScript script) : IDisposable
    {
        public ModelServer Server { get; } = ModelServer.StartAsync(script).Result;

        public void Dispose() => Server.DisposeAsync().AsTask().Wait();
    }
}
