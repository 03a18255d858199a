using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;

namespace VideoTools.Benchmarks.Commands;

/// <summary>memory: peak memory of the command line's process on a 1-minute and a 10-minute 1080p clip (the film clip, repeated without encoding).</summary>
internal sealed class MemoryCommand : ICommand
{
    public string Summary => "peak memory on a 1-minute and a 10-minute clip";

    public int Run(IReadOnlyList<string> arguments)
    {
        var film = RealClips.BigBuckBunny;
        if (film is null || !OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("memory: needs Linux and the film clip (./build.sh once).");
            return 2;
        }

        Console.WriteLine("| request | 1 minute, peak MiB | 10 minutes, peak MiB | ratio |");
        Console.WriteLine("|---|---|---|---|");
        var minute = Repeat(film, 2);
        var tenMinutes = Repeat(film, 20);
        foreach (var request in new string[][] { ["scene"], ["crop", "--aspect", "9:16"], ["template", "--skip-text", "--skip-speech"], ["face", "--interval", "2"] })
        {
            var (small, large) = (Peak(request, minute), Peak(request, tenMinutes));
            Console.WriteLine(FormattableString.Invariant($"| {request[0]} | {small:0.0} | {large:0.0} | {large / small:0.00} |"));
        }

        return 0;
    }

    private static string Repeat(string film, int times)
    {
        var target = Path.Combine(RepositoryPaths.Media, FormattableString.Invariant($"film-x{times}.mp4"));
        if (!File.Exists(target))
        {
            Directory.CreateDirectory(RepositoryPaths.Media);
            var partial = Path.ChangeExtension(target, ".partial.mp4");
            Programs.Run("ffmpeg", "-nostdin", "-v", "error", "-y", "-stream_loop", (times - 1).ToString(CultureInfo.InvariantCulture),
                "-i", film, "-c", "copy", "-an", partial);
            File.Move(partial, target, overwrite: true);
        }

        return target;
    }

    private static double Peak(string[] request, string clip)
    {
        using var process = Programs.Start(Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"), [.. request, "--no-cache", clip]);
        return PeakMemory.Watch(process);
    }
}
