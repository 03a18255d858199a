using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Folder;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Talking;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// folder: the templates of fifty clips, two at a time, beside the way of the systems before: file by file, one stage after another, each
/// with a decode of its own (see <see cref="StagesBefore"/>). The same models on both sides. Then the same folder again from the cache, as
/// whole processes.
/// </summary>
internal sealed class FolderCommand : ICommand
{
    private const double WantedRatio = 2;
    private const double WantedCacheRatio = 100;

    public string Summary => "templates of fifty clips beside one stage after another, and from the cache";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (TalkingClips.Missing is { } missing)
        {
            Console.Error.WriteLine("folder: " + missing);
            return 2;
        }

        var count = Arguments.Number(arguments, "--files", 50);
        string[] files = [.. TalkingClips.Fifty().Take(count)];

        // The models are loaded before the clock runs, for both.
        EngineRuns.Run(new AnalysisRequest(new TemplateOptions()), files[0]);
        var stages = new[] { Once("scenes"), Once("visual"), Once("text"), Once("speech") };
        var (stagesBefore, frames) = (new StagesBefore(), 0);
        var staged = Stopwatch.StartNew();
        foreach (var file in files)
        {
            Add(ref stages[0], () => StagesBefore.Scenes(file));
            Add(ref stages[1], () => StagesBefore.Visual(file));
            Add(ref stages[2], () => frames += stagesBefore.Text(file));
            Add(ref stages[3], () => StagesBefore.Speech(file));
        }

        var before = staged.Elapsed.TotalSeconds;
        var clock = Stopwatch.StartNew();
        var templates = EngineRuns.Run(new AnalysisRequest(new TemplateOptions()) { Engine = new EngineOptions { ThrottleLimit = 2 } }, files).Cast<VideoTemplate>().ToList();
        var ours = clock.Elapsed.TotalSeconds;
        Line($"{files.Length} clips of 8 s; {Environment.ProcessorCount} cores");
        Line($"stage after stage, file by file: {before:0.0} s ({string.Join(", ", stages.Select(s => FormattableString.Invariant($"{s.Name} {s.Seconds:0.0}")))}), {frames} frames read for text");
        Line($"Get-VideoTemplate, 2 at a time: {ours:0.0} s; ratio {before / ours:0.00} (wanted: {WantedRatio:0.0}); {templates.Sum(t => t.TextFramesRead)} frames read for text");

        var (first, second) = FromTheCache(files);
        Line($"whole process: first run {first:0.0} s, second run from the cache {second:0.00} s; ratio {first / second:0} (wanted: {WantedCacheRatio:0})");
        return before / ours >= WantedRatio && first / second >= WantedCacheRatio ? 0 : 1;
    }

    private static (double First, double Second) FromTheCache(string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("videotools-cache-");
        try
        {
            Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE", folder.FullName);
            Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE_MB", null);
            var cli = Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools");
            double Time()
            {
                var clock = Stopwatch.StartNew();
                Programs.Run(cli, ["template", "--throttle", "2", .. files]);
                return clock.Elapsed.TotalSeconds;
            }

            var first = Time();
            double[] again = [Time(), Time(), Time()];
            return (first, again.Order().ElementAt(1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Name, double Seconds) Once(string name) => (name, 0);

    private static void Add(ref (string Name, double Seconds) stage, Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        stage.Seconds += clock.Elapsed.TotalSeconds;
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
