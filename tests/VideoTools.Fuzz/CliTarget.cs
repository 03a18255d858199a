using System.Diagnostics;

namespace VideoTools.Fuzz;

/// <summary>The command line over files, as a process of its own.</summary>
/// <param name="command">Its command.</param>
/// <param name="ffmpegDirectory">Where ffmpeg lies.</param>
/// <param name="limit">How long one file may take.</param>
internal sealed class CliTarget(string command, string ffmpegDirectory, TimeSpan limit) : ITarget
{
    public string Name => "videotools " + command;

    public bool Takes(string seed) => !seed.StartsWith(Seeds.TextPrefix, StringComparison.Ordinal);

    public void Try(IReadOnlyList<Mutant> mutants, Action<Mutant, Verdict, string> tell)
    {
        foreach (var mutant in mutants)
        {
            var (verdict, detail) = Run(mutant.Path);
            tell(mutant, verdict, detail);
        }
    }

    private (Verdict Verdict, string Detail) Run(string path)
    {
        // This program is the command line, too (Program.cs): either it is an executable of its own, or dotnet runs its assembly.
        var self = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] host = isHost ? [typeof(CliTarget).Assembly.Location] : [];
        var start = new ProcessStartInfo(
            self, [.. host, "cli", command, path, "--format", "ndjson", "--ffmpeg-directory", ffmpegDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nothing is kept, and every mutant is worked on.
        start.Environment["VIDEOTOOLS_CACHE_MB"] = "0";

        // Its sockets for debuggers would count as files left when it is ended.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return (Verdict.Hang, "no end in time");
        }

        var said = error.Result;
        var isTrace = said.Contains("InternalError", StringComparison.Ordinal) || said.Contains("Unhandled exception", StringComparison.Ordinal)
            || said.Contains("\n   at ", StringComparison.Ordinal);
        return process.ExitCode is not (0 or 1) || isTrace ? (Verdict.Crash, $"exit code {process.ExitCode}: {said}")
            : output.Result.Length > 0 ? (Verdict.Answered, "")
            : (Verdict.Refused, said.Split(' ').Skip(1).FirstOrDefault()?.TrimEnd(':') ?? "");
    }
}
