using System.Diagnostics;
using System.Globalization;
using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia.Text;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Reads the generated overlays and the text-free pieces, and scores them: the numbers of docs/accuracy.md.</summary>
internal sealed class TextCommand : ICommand
{
    public string Summary => "score on-screen text (--held-out, --interval S, --language en|zh, --explain, --only PART)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (!Fonts.AreComplete)
        {
            Console.Error.WriteLine("NOT RUN: the fonts are missing (Debian: fonts-dejavu-core fonts-liberation fonts-droid-fallback).");
            return 1;
        }

        var plan = arguments.Contains("--held-out") ? TextSetPlan.HeldOut : TextSetPlan.Development;
        var only = Value(arguments, "--only");
        var interval = Value(arguments, "--interval");
        var options = new TextOptions
        {
            Sampling = interval is null ? TextSampling.Smart : TextSampling.Interval,
            Interval = interval is null ? 1 : double.Parse(interval, CultureInfo.InvariantCulture),
            Language = Value(arguments, "--language"),
        };
        var specs = new TextSetComposer(plan).Compose().Concat(TextSetComposer.ComposeTextFree())
            .Where(s => only is null || s.Name.Contains(only, StringComparison.Ordinal)).ToList();
        var clips = specs.Select(TextClipBuilder.Build).ToList();
        Action<string>? explain = arguments.Contains("--explain") ? Console.WriteLine : null;
        var (total, falseRecords, framesRead, seconds) = (new TextScore(), 0, 0, 0.0);
        var kinds = new SortedDictionary<string, TextScore>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var clip in clips)
        {
            var (records, read) = Read(clip.Path, options);
            var readings = records.Select(r => new TextReading(r.Text, r.StartSeconds, r.EndSeconds)).ToList();
            var score = TextScore.Of(clip.Truth, readings, 0.5, explain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{clip.Spec.Name,-18} {clip.Spec.Width}x{clip.Spec.Height} overlays {score.Truth,2} read {score.Matched,2} found {score.Found,2} exact {score.Exact,2} extra {score.Extra,2} CER {score.CharacterErrorRate:0.000} frames read {read} of {clip.Spec.Frames}"));
            total += score;
            framesRead += read;
            seconds += (double)clip.Spec.Frames / clip.Spec.Rate;
            falseRecords += clip.Truth.Count == 0 ? score.Extra : 0;
            foreach (var kind in clip.Truth.Select(t => t.Kind).Distinct())
            {
                // Extra readings cannot be given to a kind; the rest can.
                var own = clip.Truth.Where(t => t.Kind == kind).ToList();
                kinds[kind] = kinds.GetValueOrDefault(kind, new TextScore()) + TextScore.Of(own, readings);
            }
        }

        foreach (var (kind, score) in kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {kind,-12} {score.Truth,3} overlays, found {score.FoundShare:0.0 %}, CER {score.CharacterErrorRate:0.0 %}"));
        }

        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{plan.Name}: {total.Truth} overlays, read {total.Matched}, found within 0.5 s {total.Found} ({total.FoundShare:0.0 %}), exact {total.Exact}, CER {total.CharacterErrorRate:0.00 %} (of those read {(double)total.EditsOfMatched / Math.Max(1, total.Characters):0.00 %}), extra {total.Extra - falseRecords}, false on text-free clips {falseRecords}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{clips.Count} clips, {seconds:0} s of video: wall {watch.Elapsed.TotalSeconds:0.0} s, own processor time {cpu:0.0} s, frames read {framesRead}"));
        return total.CharacterErrorRate <= 0.02 && total.FoundShare >= 0.9 && falseRecords == 0 ? 0 : 1;
    }

    // The template of the same decode says how many frames were read, also where nothing was found.
    private static (IReadOnlyList<VideoText> Records, int FramesRead) Read(string path, TextOptions options)
    {
        var template = new TemplateOptions { Text = options, SkipScenes = true, SkipSpeech = true };
        var records = EngineRuns.Run(new AnalysisRequest(options, template), path);
        return ([.. records.OfType<VideoText>()], records.OfType<VideoTemplate>().Single().TextFramesRead ?? 0);
    }

    private static string? Value(IReadOnlyList<string> arguments, string name)
    {
        var at = arguments.ToList().IndexOf(name);
        return at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : null;
    }
}
