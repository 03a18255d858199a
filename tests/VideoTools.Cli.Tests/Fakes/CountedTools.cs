using System.Diagnostics;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>ffmpeg and ffprobe that note that they were started.</summary>
internal static class CountedTools
{
    /// <summary>Makes them.</summary>
    /// <returns>Their directory, for --ffmpeg-directory.</returns>
    public static string Create(string directory)
    {
        var tools = Directory.CreateDirectory(Path.Combine(directory, "tools")).FullName;
        foreach (var name in new[] { "ffmpeg", "ffprobe" })
        {
            var script = Path.Combine(tools, name);
            File.WriteAllText(
                script,
                $"#!/bin/sh\necho {name} >> '{LogOf(directory)}'\nexec \"$(PATH=/usr/local/bin:/usr/bin command -v {name})\" \"$@\"\n");
            using var mode = Process.Start("chmod", ["500", script]);
            mode.WaitForExit();
        }

        return tools;
    }

    /// <summary>What was started so far.</summary>
    public static string[] Started(string directory) => File.Exists(LogOf(directory)) ? File.ReadAllLines(LogOf(directory)) : [];

    private static string LogOf(string directory) => Path.Combine(directory, "started.txt");
}
