using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Talking;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// template [--rounds N]: the template of a minute of 1080p with overlays and speech beside each of its stages alone, how many ffmpeg
/// processes it starts, and the peak memory of the command line's process.
/// </summary>
internal sealed class TemplateCommand : ICommand
{
    private const double MaxRatio = 1.25;
    private const double MaxMegabytes = 900;

    public string Summary => "the template of a minute of 1080p beside its stages alone, processes, peak memory";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (TalkingClips.Missing is { } missing)
        {
            Console.Error.WriteLine("template: " + missing);
            return 2;
        }

        var clip = Arguments.Positional(arguments) ?? TalkingClips.Minute();
        var standings = Tournament.Run(
        [
            new Candidate("template: all in one decode", () => EngineRuns.Run(new AnalysisRequest(new TemplateOptions()), clip)),
            new Candidate("scenes alone", () => EngineRuns.Run(new AnalysisRequest(new SceneOptions()), clip)),
            new Candidate("visual alone", () => EngineRuns.Run(EngineRuns.Visual, clip)),
            new Candidate("text alone", () => EngineRuns.Run(new AnalysisRequest(new TextOptions()), clip)),
            new Candidate("speech alone", () => EngineRuns.Run(new AnalysisRequest(new SpeechOptions()), clip)),
        ], Arguments.Number(arguments, "--rounds", 3));
        Console.WriteLine(Tournament.ToMarkdown(standings));
        Console.WriteLine();
        var slowest = standings.Skip(1).MaxBy(s => s.Wall)!;
        var ratio = standings[0].Wall / slowest.Wall;
        Line($"template / slowest stage ({slowest.Name}): {ratio:0.00} (wanted: {MaxRatio:0.00} at most); all stages one after another: {standings.Skip(1).Sum(s => s.Wall) / standings[0].Wall:0.00} x the template");
        if (!OperatingSystem.IsLinux())
        {
            return ratio <= MaxRatio ? 0 : 1;
        }

        var (peak, children) = Watch(clip);
        Line($"peak memory of the process: {peak:0} MiB (wanted: {MaxMegabytes:0} at most); decoders started: {children}");
        return ratio <= MaxRatio && peak <= MaxMegabytes && children == 1 ? 0 : 1;
    }

    // ffmpeg is counted by a stand-in that notes each start: a look at the process list would miss short ones.
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static (double Peak, int Children) Watch(string clip)
    {
        var folder = Directory.CreateTempSubdirectory("videotools-count-");
        try
        {
            var note = Path.Combine(folder.FullName, "starts");
            foreach (var tool in new[] { "ffmpeg", "ffprobe" })
            {
                var script = Path.Combine(folder.FullName, tool);
                File.WriteAllText(script, $"#!/bin/sh\necho {tool} >> '{note}'\nexec '{Programs.Find(tool)}' \"$@\"\n");
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            using var process = Programs.Start(
                Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"), "template", clip, "--no-cache", "--ffmpeg-directory", folder.FullName);
            var peak = PeakMemory.Watch(process);
            return (peak, File.ReadLines(note).Count(l => l == "ffmpeg"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
