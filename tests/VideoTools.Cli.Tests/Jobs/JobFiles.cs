using System.Diagnostics;

namespace VideoTools.Cli.Tests.Jobs;

/// <summary>Sixty small clips with cuts, a file between them that is no video, and programs that decode slowly.</summary>
public sealed class JobFiles : IDisposable
{
    /// <summary>Seconds that the slow programs wait for.</summary>
    public const double Usually = 0.4;

    private const int Kinds = 6;

    public JobFiles()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("vt-job-").FullName;
        var clips = System.IO.Directory.CreateDirectory(Path.Combine(Directory, "clips")).FullName;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var picture = string.Join(';', Enumerable.Range(0, 3).Select(i => $"color=c=0x{((kind * 3) + i) * 1234567 % 0xFFFFFF:X6}:s=96x64:r=12:d={1 + (kind * 0.25)}[c{i}]"));
            Run("ffmpeg", "-v", "error", "-nostdin", "-y", "-filter_complex", picture + ";[c0][c1][c2]concat=n=3[v]", "-map", "[v]",
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", Path.Combine(clips, $"kind{kind}.mp4"));
        }

        for (var i = 0; i < 60; i++)
        {
            var path = Path.Combine(clips, $"clip{i:D2} ü.mp4");
            File.Copy(Path.Combine(clips, $"kind{i % Kinds}.mp4"), path);
            Clips.Add(path);
        }

        Broken = Path.Combine(clips, "broken.mp4");
        File.WriteAllText(Broken, "no video");
        Slow = MakeSlow();
        SlowBy(Usually);
    }

    public string Directory { get; }

    /// <summary>The clips, in order.</summary>
    public List<string> Clips { get; } = [];

    /// <summary>A file that is no video.</summary>
    public string Broken { get; }

    /// <summary>A directory with an ffmpeg that waits first, and an ffprobe.</summary>
    public string Slow { get; }

    /// <summary>Says how long those wait.</summary>
    public void SlowBy(double seconds) => File.WriteAllText(Path.Combine(Slow, "seconds"), FormattableString.Invariant($"{seconds}"));

    /// <summary>A folder that is not there yet.</summary>
    public string NewJob(string name) => Path.Combine(Directory, name);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private string MakeSlow()
    {
        var tools = System.IO.Directory.CreateDirectory(Path.Combine(Directory, "slow")).FullName;
        foreach (var name in new[] { "ffmpeg", "ffprobe" })
        {
            var script = Path.Combine(tools, name);
            File.WriteAllText(script, $"#!/bin/sh\nsleep \"$(cat '{tools}/seconds')\"\nexec \"$(PATH=/usr/local/bin:/usr/bin command -v {name})\" \"$@\"\n");
            Run("chmod", "755", script);
        }

        return tools;
    }
}
