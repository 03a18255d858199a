using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Features;
using VideoTools.Engine.Jobs;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>job: what a job of many machines costs beside its work: cutting, parts of their own, putting the records together.</summary>
internal sealed class JobCommand : ICommand
{
    private const string CutArgument = "--cut-here";
    private const int Rounds = 3;
    private static readonly string Program = Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools");

    public string Summary => "cutting 100,000 files, CPU of parts against one run, memory of receiving 1,000,000 records [--files N] [--records N] [--films N]";

    public int Run(IReadOnlyList<string> arguments)
    {
        // In a process of its own, whose memory is that of the cutting alone.
        if (Arguments.Text(arguments, CutArgument) is { } here)
        {
            return Cut(here, Arguments.Number(arguments, "--files", 100_000));
        }

        if (!OperatingSystem.IsLinux() || !File.Exists(Program) || RealClips.BigBuckBunny is not { } film)
        {
            Console.Error.WriteLine("job: needs Linux, the film clip and the command line (./build.sh build once).");
            return 2;
        }

        var directory = Directory.CreateTempSubdirectory("videotools-job-").FullName;
        try
        {
            var isMet = MeasureCut(directory, Arguments.Number(arguments, "--files", 100_000));
            isMet &= MeasureReceive(directory, Arguments.Number(arguments, "--records", 1_000_000));
            isMet &= MeasureParts(directory, film, Arguments.Number(arguments, "--films", 12));
            return isMet ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static bool MeasureCut(string directory, int count)
    {
        // Files of a shared folder, as far as a cutter sees them: names, sizes, times.
        var videos = Directory.CreateDirectory(Path.Combine(directory, "videos")).FullName;
        for (var i = 0; i < count; i++)
        {
            using var file = File.Create(Path.Combine(videos, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.mp4")));
            file.SetLength(1_000_000 + (i % 977 * 100_000));
        }

        using var process = Programs.Start(
            "dotnet", typeof(JobCommand).Assembly.Location, "job", CutArgument, directory, "--files", count.ToString(CultureInfo.InvariantCulture));
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var (seconds, mebibytes) = output.Trim().Split(' ') is [var s, var m]
            ? (double.Parse(s, CultureInfo.InvariantCulture), double.Parse(m, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(output);
        Directory.Delete(videos, recursive: true);
        Console.WriteLine(FormattableString.Invariant($"manifest of {count} files, cut: {seconds:0.00} s (< 5), peak {mebibytes:0} MiB (< 200)"));
        return seconds < 5 && mebibytes < 200;
    }

    private static int Cut(string directory, int count)
    {
        var videos = Path.Combine(directory, "videos");
        var clock = Stopwatch.StartNew();
        Make(Path.Combine(directory, "cut"), Enumerable.Range(0, count).Select(i =>
            Path.Combine(videos, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.mp4"))));
        var seconds = clock.Elapsed.TotalSeconds;
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine(FormattableString.Invariant($"{seconds:0.000} {double.Parse(peak, CultureInfo.InvariantCulture) / 1024:0.0}"));
        return 0;
    }

    private static bool MeasureReceive(string directory, int count)
    {
        var (few, many) = (Received(directory, Math.Max(1, count / 100)), Received(directory, count));
        Console.WriteLine(FormattableString.Invariant(
            $"receiving {count / 100} records: peak {few.Peak:0} MiB; {count}: peak {many.Peak:0} MiB, {many.Seconds:0.0} s"));
        return many.Peak < few.Peak * 1.5;
    }

    private static (double Peak, double Seconds) Received(string directory, int count)
    {
        var job = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"receive-{count}"));
        Make(job, [Path.Combine(directory, "film.mp4")]);
        var folder = new JobFolder(job);
        using (var records = File.Create(folder.Records(1)))
        {
            var line = new ArrayBufferWriter<byte>();
            for (var i = 0; i < count; i++)
            {
                line.ResetWrittenCount();
                RecordLine.Write(line, new VideoScene
                {
                    FullName = "/films/film.mp4", Index = i + 1, Start = TimeSpan.FromSeconds(i), End = TimeSpan.FromSeconds(i + 1),
                });
                records.Write(line.WrittenSpan);
            }
        }

        folder.Write(folder.Done(1), JobJson.File(new DoneFile { Last = new TryLine { Files = 1, Records = count } }));
        var clock = Stopwatch.StartNew();
        using var process = Programs.Start(Program, "receive", job);
        return (PeakMemory.Watch(process), clock.Elapsed.TotalSeconds);
    }

    private static bool MeasureParts(string directory, string film, int films)
    {
        var parts = Math.Max(1, films / 4);
        string[] clips = [.. Enumerable.Range(0, films).Select(i => Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"film{i:D2}.mp4")))];
        Array.ForEach(clips, clip => File.CreateSymbolicLink(clip, film));

        // In turns, after one that does not count: processor time of the same work differs by a tenth on machines that share cores.
        List<(double Single, double Parts)> rounds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var single = ProcessorSeconds(["scene", "--no-cache", .. clips]);
            var job = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"parts{round}"));
            Make(job, clips, parts);
            var together = Enumerable.Range(1, parts).Sum(part => ProcessorSeconds(["run-part", job, part.ToString(CultureInfo.InvariantCulture)]));
            if (round > 0)
            {
                rounds.Add((single, together));
            }
        }

        var ratio = Quantile.Median(rounds.Select(r => r.Parts / r.Single));
        Console.WriteLine(FormattableString.Invariant(
            $"{films} films of 30 s, 1080p, scenes, medians of {Rounds} rounds: one run {Quantile.Median(rounds.Select(r => r.Single)):0.0} s of CPU, {parts} parts {Quantile.Median(rounds.Select(r => r.Parts)):0.0} s, ratio {ratio:0.000} ({rounds.Min(r => r.Parts / r.Single):0.00} to {rounds.Max(r => r.Parts / r.Single):0.00}; <= 1.05)"));
        return ratio <= 1.05;
    }

    private static double ProcessorSeconds(string[] arguments)
    {
        var before = ProcessorTime.Now;
        Programs.Run(Program, arguments);
        return ProcessorTime.Now - before;
    }

    // A job that is stopped before its first part: everything is written, nothing is done.
    private static void Make(string job, IEnumerable<string> files, int parts = 0)
    {
        var jobs = new VideoJobs(FeatureRegistry.Default, _ => throw new NotSupportedException());
        var request = new JobRequest(new SceneOptions(), new JobOptions { JobDirectory = job, Scheduler = JobScheduler.Local, TaskCount = parts })
        {
            Engine = new EngineOptions { Cache = CacheMode.Off },
        };
        using var draft = jobs.Create(request, isTrial: false);
        foreach (var file in files)
        {
            draft.Add(file, null, null, null);
        }

        draft.Submit(_ => { }, _ => { }, new CancellationToken(canceled: true));
    }
}
