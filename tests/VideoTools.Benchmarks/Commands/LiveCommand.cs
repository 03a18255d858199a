using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Live;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Live;
using VideoTools.TestServer;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// live: the command line watches a camera by RTSP (pictures that show their number, with a password) and asks a model about it; memory and
/// the age of the pictures when the model gets them, minute by minute. In the middle the camera is gone for a while.
/// </summary>
internal sealed class LiveCommand : ICommand
{
    private const int Rate = 25;
    private const double MostAge = 3;
    private const double MostGrowth = 1.15;
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(15);

    public string Summary => "a camera watched for --minutes N: memory, age of pictures, a cut and a return";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("live: needs Linux, for the memory of processes.");
            return 2;
        }

        var minutes = Arguments.Number(arguments, "--minutes", 10);
        var ages = new PictureAges();
        using var camera = new RtspServer("admin:pa55-word");
        var model = ModelServer.StartAsync(new ServerScript { DelaySeconds = 0.2 }).Result;
        model.OnPictures = ages.Add;
        var source = new NumberedSource(Rate, camera.Feed);
        ages.Follow(source);
        List<string> said = [];
        Environment.SetEnvironmentVariable("VIDEOTOOLS_BENCH_CAMERA", camera.Address("admin:pa55-word"));
        using var process = Programs.Start(
            Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"),
            "query", "--source", "env:VIDEOTOOLS_BENCH_CAMERA", "--duration", $"{minutes * 60}", "--endpoint", model.OpenAI, "--model", "m",
            "--prompt", "?", "--change-threshold", "0", "--metrics", "--format", "ndjson");
        var records = 0;
        process.OutputDataReceived += (_, line) => records += line.Data is null ? 0 : 1;
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        Console.WriteLine("| minute | calls | age of the newest picture, p50 s | p95 s | memory MiB | peak MiB | of ffmpeg MiB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        List<(double Middle, double Late, double Memory)> rows = [];
        var clock = Stopwatch.StartNew();
        for (var minute = 1; minute <= minutes; minute++)
        {
            if (minute == (minutes / 2) + 1)
            {
                (source, var back) = CutAndReturn(camera, source, ages);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| cut for {Away.TotalSeconds:0} s; pictures again {back:0.0} s after the return | | | | | | |"));
            }

            if (process.WaitForExit(Math.Max(0, (int)((TimeSpan.FromMinutes(minute) - clock.Elapsed).TotalMilliseconds - (minute == minutes ? 3000 : 0)))))
            {
                break;
            }

            var (taken, memory) = (ages.Take(), Memory(process.Id));
            var (middle, late) = (Quantile(taken, 0.5), Quantile(taken, 0.95));
            rows.Add((middle, late, memory.Resident));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {minute} | {taken.Count} | {middle:0.00} | {late:0.00} | {memory.Resident:0.0} | {memory.Peak:0.0} | {Children(process.Id):0.0} |"));
        }

        process.WaitForExit();
        source.Dispose();
        said.Where(line => line.Length > 0).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records} records, exit code {process.ExitCode}"));
        model.DisposeAsync().AsTask().Wait();

        // The first minutes are those of the runtime: it compiles, and takes memory that it gives back later.
        var settled = rows.Skip(Math.Min(2, rows.Count - 1)).ToList();
        var growth = settled[^1].Memory / settled[0].Memory;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"memory of the last minute / third minute: {growth:0.00}; worst p95: {rows.Max(row => row.Late):0.00} s"));
        return process.ExitCode == 0 && growth <= MostGrowth && settled.All(row => row.Late <= MostAge) && said.Exists(line => line.Contains("is back at", StringComparison.Ordinal))
            ? 0
            : 1;
    }

    // Gives the new encoder, and the seconds from the return to the first picture that the model got.
    private static (NumberedSource Source, double Seconds) CutAndReturn(RtspServer camera, NumberedSource source, PictureAges ages)
    {
        camera.Cut();
        source.Dispose();
        ages.Take();
        ages.Follow(null);
        Thread.Sleep(Away);
        camera.Return();
        var next = new NumberedSource(Rate, camera.Feed);
        ages.Follow(next);
        var clock = Stopwatch.StartNew();
        while (ages.Take().Count == 0 && clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            Thread.Sleep(50);
        }

        return (next, clock.Elapsed.TotalSeconds);
    }

    private static double Quantile(IReadOnlyList<double> ordered, double part) =>
        ordered.Count == 0 ? double.NaN : ordered[(int)Math.Min(ordered.Count - 1, part * ordered.Count)];

    private static (double Resident, double Peak) Memory(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        double Of(string name) => status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024
            : 0;
        return (Of("VmRSS:"), Of("VmHWM:"));
    }

    private static double Children(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Concat(Directory.GetDirectories($"/proc/{process}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                .Distinct().Sum(child => Memory(int.Parse(child, CultureInfo.InvariantCulture)).Resident);
        }
        catch (IOException)
        {
            return 0; // It is between two connections.
        }
    }
}
