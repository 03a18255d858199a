using System.Diagnostics;

namespace VideoTools.Cli.Tests;

/// <summary>Reading text runs models, and nothing of what ran is written down or sent: docs/decisions/0016.</summary>
public sealed class NothingSentTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("videotools-home-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [LinuxFact]
    public async Task Text_EmptyHome_LeavesNoFile()
    {
        var clip = MakeClip(seconds: 1);

        await Run("dotnet", Cli, "text", clip, "--no-cache");

        Assert.Equal([clip], Directory.GetFileSystemEntries(_home, "*", SearchOption.AllDirectories));
    }

    [TracedFact]
    public async Task Text_Traced_OpensNoSocket()
    {
        // Longer than the seconds after which ONNX Runtime would look up its collector.
        var clip = MakeClip(seconds: 30);
        var trace = Path.Combine(_home, "trace.txt");

        await Run(TracedFactAttribute.Path, "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", trace,
            "dotnet", Cli, "text", clip, "--no-cache", "--sampling", "All", "--engine", "PPOcr");

        var calls = await File.ReadAllLinesAsync(trace);
        Assert.Contains(calls, call => call.Contains("ffmpeg", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, call => call.Contains("socket(", StringComparison.Ordinal) || call.Contains("connect(", StringComparison.Ordinal));
    }

    private static string Cli => typeof(VideoTools.Cli.Hosting.CliHost).Assembly.Location;

    private async Task Run(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in info.Environment.Keys.Where(k => k.StartsWith("XDG_", StringComparison.Ordinal)).ToArray())
        {
            info.Environment.Remove(name);
        }

        info.Environment.Remove("ORT_DISABLE_TELEMETRY");
        info.Environment["HOME"] = _home;
        info.Environment["TMPDIR"] = _home;

        // The runtime's own debugger socket and its files are the user's to switch, and are no network.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        await output;
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    private string MakeClip(int seconds)
    {
        var clip = Path.Combine(_home, "clip.mp4");
        using var process = Process.Start("ffmpeg",
            ["-v", "error", "-nostdin", "-f", "lavfi", "-i", $"testsrc2=size=640x360:rate=4:duration={seconds}", "-c:v", "mpeg4", clip]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return clip;
    }
}
