using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Engine.Numerics;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// small [--files N] [--rounds N] [--before PATH]: how many tiny clips a second the command line gives info and scenes of. With the command line
/// of an earlier build both run in turn, and the ratio of the medians is printed. The order of the records is checked, and the most memory that
/// the process had.
/// </summary>
internal sealed class SmallCommand : ICommand
{
    public string Summary => "info and scenes of many tiny clips, clips a second; --before PATH beside an earlier build";

    public int Run(IReadOnlyList<string> arguments)
    {
        var count = Arguments.Number(arguments, "--files", 5000);
        var rounds = Arguments.Number(arguments, "--rounds", 1);
        var before = Arguments.Text(arguments, "--before");
        var now = Path.Combine(RepositoryPaths.Root, "output", "cli", OperatingSystem.IsWindows() ? "videotools.exe" : "videotools");
        var folder = Directory.CreateTempSubdirectory("videotools-small-");
        try
        {
            var files = MakeClips(folder.FullName, count);
            var bytes = new FileInfo(files[0]).Length;
            Console.WriteLine(FormattableString.Invariant($"{count} clips, MP4, H.264, 160 x 90, 1 s, {bytes / 1000.0:0.0} kB each; {Environment.ProcessorCount} cores"));
            Console.WriteLine("| command | build | clips/s | peak memory |\n|---|---|---:|---:|");
            var isRight = true;
            foreach (var command in new[] { "info", "scene" })
            {
                var builds = before is null ? new[] { ("this", now) } : [("before", before), ("this", now)];
                var measured = builds.ToDictionary(build => build.Item1, _ => new List<(double Rate, double Megabytes)>());
                for (var round = 0; round < rounds; round++)
                {
                    foreach (var (name, path) in builds)
                    {
                        measured[name].Add(Measure(path, command, folder.FullName, files, out var isInOrder));
                        isRight &= isInOrder;
                    }
                }

                foreach (var (name, _) in builds)
                {
                    Console.WriteLine(FormattableString.Invariant(
                        $"| {command} | {name} | {Quantile.Median(measured[name].Select(m => m.Rate)):0.0} | {measured[name].Max(m => m.Megabytes):0} MB |"));
                }

                if (before is not null)
                {
                    var ratio = Quantile.Median(measured["this"].Select(m => m.Rate)) / Quantile.Median(measured["before"].Select(m => m.Rate));
                    Console.WriteLine(FormattableString.Invariant($"| {command} | ratio | {ratio:0.00} | |"));
                }
            }

            Console.WriteLine(isRight ? "One answer per clip, in the order of their names." : "THE ORDER OR NUMBER OF THE RECORDS IS WRONG.");
            return isRight ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One clip under many names: what differs from clip to clip is not what is measured here.
    private static string[] MakeClips(string folder, int count)
    {
        var first = Path.Combine(folder, Name(0));
        Ffmpeg.Run("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", first);
        for (var i = 1; i < count; i++)
        {
            File.Copy(first, Path.Combine(folder, Name(i)));
        }

        return [.. Enumerable.Range(0, count).Select(i => Path.Combine(folder, Name(i)))];
    }

    private static string Name(int number) => number.ToString("00000", CultureInfo.InvariantCulture) + ".mp4";

    private static (double Rate, double Megabytes) Measure(string cli, string command, string folder, string[] files, out bool isInOrder)
    {
        var start = new ProcessStartInfo(cli, [command, folder, "--format", "ndjson"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // What is kept is not looked for, and nothing is kept.
        start.Environment["VIDEOTOOLS_CACHE_MB"] = "0";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var (next, isRight, peak) = (0, true, 0L);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            // A clip of one scene: one record each.
            isRight &= next < files.Length && line.Contains(Path.GetFileName(files[next]), StringComparison.Ordinal);
            if (++next % 100 == 0)
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
            }
        }

        process.WaitForExit();
        isInOrder = isRight && next == files.Length && process.ExitCode == 0;
        if (!isInOrder)
        {
            Console.Error.WriteLine(errors.Result);
        }

        return (files.Length / clock.Elapsed.TotalSeconds, peak / 1e6);
    }
}
