using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Frames;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Frames;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// frame [--write] [--access] [--pace] [--long] [--rounds N]: how well chosen frames stand for a film whose every frame is known, beside the earlier
/// extractor. --access: what pictures at full size cost, read afterwards or made along the way. --pace: ten minutes of 1080p beside the
/// decoder's limit; --long: two hours, too. --write puts the tables into docs/accuracy-frames.md. Ends with 1 when a target is missed.
/// </summary>
internal sealed class FrameCommand : ICommand
{
    private const double MemoryTarget = 350, TimeTarget = 1.2;

    public string Summary => "chosen frames on a known film beside the earlier extractor (--write, --access, --pace, --long, --rounds N)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips) is not null)
        {
            return 2;
        }

        var met = true;
        if (arguments.Contains("--access"))
        {
            Console.WriteLine(FrameAccess.Measure(Arguments.Number(arguments, "--rounds", 3)));
        }
        else if (arguments.Contains("--long"))
        {
            met = Pace(Arguments.Number(arguments, "--rounds", 3)) & Long();
        }
        else if (arguments.Contains("--pace"))
        {
            met = Pace(Arguments.Number(arguments, "--rounds", 3));
        }
        else
        {
            var text = new StringBuilder();
            met = Film(text);
            Alike(text);
            Console.WriteLine(text);
            if (arguments.Contains("--write"))
            {
                MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-frames.md"), "frames", text.ToString());
            }
        }

        return met ? 0 : 1;
    }

    private static bool Film(StringBuilder text)
    {
        var film = FrameFilm.Long;
        var file = film.Build();
        var frames = Select(file, new FrameOptions());
        var ours = FrameScore.Of(film, [.. frames.Select(frame => frame.Frame)]);
        var baseline = new FrameBaseline(file, FrameFilm.Width, FrameFilm.Height).Select(15, 1000, FrameFilm.Rate);
        var earlier = FrameScore.Of(film, baseline);
        text.Append(CultureInfo.InvariantCulture, $"{film.FrameCount} frames, {film.Shots.Count} shots; seen by the selection: {frames[0].FramesSeen}.\n\n")
            .Append("| selection | pictures | different ones shown | of long ones missing | twins | dark, white, flat, blurred |\n|---|---|---|---|---|---|\n");
        Row("Get-VideoFrame", ours);
        Row("the earlier extractor", earlier);
        foreach (var similarity in new[] { 0.0, 0.7, 0.9 })
        {
            Row(
                FormattableString.Invariant($"-Similarity {similarity:0.0}"),
                FrameScore.Of(film, [.. Select(file, new FrameOptions { Similarity = similarity }).Select(frame => frame.Frame)]));
        }

        text.Append('\n');
        return ours is { MissingLong: 0, Twins: 0, Bad: 0 } && frames[0].FramesSeen == film.FrameCount
            && ours.Pictures < earlier.Pictures && ours.Covered >= earlier.Covered;

        void Row(string name, FrameScore score) => text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {score.Pictures} | {score.Covered} of {score.Coverable} | {score.MissingLong} | {score.Twins} | {score.Bad} |\n");
    }

    // How alike real frames are by our measure: neighbours of one scene, and the best of different scenes.
    private static void Alike(StringBuilder text)
    {
        text.Append("| clip | minutes | scenes | chosen | scenes shown | mean quality, chosen | all |\n|---|---|---|---|---|---|---|\n");
        foreach (var file in new[] { RealClips.BigBuckBunny!, RealClips.SintelTrailer! })
        {
            var chosen = Select(file, new FrameOptions());
            var all = Select(file, new FrameOptions { Mode = FrameMode.All });
            var scenes = EngineRuns.Run(new AnalysisRequest(new SceneOptions()), file).Count;
            text.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileName(file)} | {all[^1].Seconds / 60:0.00} | {scenes} | {chosen.Count} | ")
                .Append(CultureInfo.InvariantCulture, $"{chosen.DistinctBy(frame => frame.SceneIndex).Count()} | ")
                .Append(CultureInfo.InvariantCulture, $"{chosen.Average(frame => frame.Quality):0.00} | {all.Average(frame => frame.Quality):0.00} |\n");
        }

        text.Append('\n');
    }

    private static bool Pace(int rounds)
    {
        var ten = LongFilm.Build(10);
        var limit = Least(rounds, () => Programs.Run(
            "ffmpeg", "-nostdin", "-v", "error", "-i", ten, "-map", "0:v:0", "-vf", "scale=320:-2:flags=area", "-f", "null", "-"));
        var scenes = Least(rounds, () => Videotools("scene", ten));
        var frames = Least(rounds, () => Videotools("frame", ten));
        Console.WriteLine("| 10 minutes of 1080p | s | ratio | processor s | ratio |\n|---|---|---|---|---|");
        Row("limit", limit);
        Row("scenes", scenes);
        Row("frames", frames);
        Console.WriteLine();
        return frames.Wall / limit.Wall <= TimeTarget;

        void Row(string name, (double Wall, double Processor) time) => Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {time.Wall:0.0} | {time.Wall / limit.Wall:0.00} | {time.Processor:0.0} | {time.Processor / limit.Processor:0.00} |"));
    }

    private static bool Long()
    {
        var hours = LongFilm.Build(120);
        var clock = Stopwatch.StartNew();
        var peak = Videotools("frame", hours);
        Console.WriteLine(FormattableString.Invariant(
            $"2 hours of 1080p: {clock.Elapsed.TotalSeconds:0} s, peak memory of the process {peak:0} MiB"));
        return peak <= MemoryTarget;
    }

    private static double Videotools(string command, string file)
    {
        using var process = Programs.Start(
            Path.Combine(RepositoryPaths.Root, "output", "cli", "videotools"), command, "--no-cache", "--format", "ndjson", file);
        return PeakMemory.Watch(process);
    }

    private static (double Wall, double Processor) Least(int rounds, Action run)
    {
        var least = (Wall: double.MaxValue, Processor: double.MaxValue);
        for (var i = 0; i < rounds; i++)
        {
            var (clock, before) = (Stopwatch.StartNew(), ProcessorTime.Now);
            run();
            least = (Math.Min(least.Wall, clock.Elapsed.TotalSeconds), Math.Min(least.Processor, ProcessorTime.Now - before));
        }

        return least;
    }

    private static List<SelectedFrame> Select(string file, FrameOptions options) =>
        [.. EngineRuns.Run(new AnalysisRequest(options) { Engine = new EngineOptions { Cache = CacheMode.Off } }, file).Cast<SelectedFrame>()];
}
