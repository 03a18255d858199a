using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoTools.Benchmarks.Accuracy;
using VideoTools.Benchmarks.Measuring;
using VideoTools.Benchmarks.Similar;
using VideoTools.Engine.Similar;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Similar;

namespace VideoTools.Benchmarks.Commands;

/// <summary>
/// similar [--write] [--explain] [--speed] [--rounds N]: altered copies among 200 clips, and 10,000 signatures compared. --write puts the tables into
/// docs/accuracy-similar.md, --explain says what is known of every pair that was missed or wrong, --speed
/// compares drawn signatures only. Ends with 1 when a target is missed.
/// </summary>
internal sealed class SimilarCommand : ICommand
{
    private const double AccuracyTarget = 0.98;
    private const double SecondsTarget = 5;
    private const int Many = 10_000;

    public string Summary => "find altered copies among 200 clips, compare 10,000 signatures (--write, --explain, --rounds N)";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia) is not null)
        {
            return 2;
        }

        if (arguments.Contains("--speed"))
        {
            var line = new StringBuilder();
            var isFast = Compare(line, Signatures([.. SimilarSets.Build(SimilarSetPlan.Development).Take(24)]), Arguments.Number(arguments, "--rounds", 5));
            Console.WriteLine(line);
            return isFast ? 0 : 1;
        }

        var text = new StringBuilder("| set | options | originals | copies | precision | recall | offset error, mean / most |\n|---|---|---|---|---|---|---|\n");
        var met = true;
        List<VideoSignature> all = [];
        var kinds = new StringBuilder();
        foreach (var plan in new[] { SimilarSetPlan.Development, SimilarSetPlan.HeldOut })
        {
            var clips = SimilarSets.Build(plan);
            var signatures = Signatures(clips);
            all.AddRange(signatures);
            foreach (var mirrored in new[] { false, true })
            {
                var score = SimilarScore.Of(clips, new SimilarVideos().Group(signatures, new SimilarOptions { Mirrored = mirrored }), mirrored);
                met &= score.Precision >= AccuracyTarget && score.Recall >= AccuracyTarget;
                text.Append(CultureInfo.InvariantCulture, $"| {plan.Name} | {(mirrored ? "-Mirrored" : "")} | {clips.Count(c => c.Original is null)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {score.Truth} | {score.Precision:0.000} | {score.Recall:0.000} ")
                    .Append(CultureInfo.InvariantCulture, $"| {score.MeanOffsetError:0.000} / {score.MostOffsetError:0.000} s |\n");
                if (arguments.Contains("--explain"))
                {
                    PairReport.Write(clips, signatures, score, mirrored);
                }

                if (mirrored)
                {
                    score.AppendKinds(kinds, plan.Name);
                }
            }
        }

        text.Append('\n').Append(kinds).Append('\n');
        met &= Compare(text, all, Arguments.Number(arguments, "--rounds", 5));
        Console.WriteLine(text);
        if (arguments.Contains("--write"))
        {
            MarkedSection.Replace(Path.Combine(RepositoryPaths.Root, "docs", "accuracy-similar.md"), "similar", text.ToString());
        }

        return met ? 0 : 1;
    }

    private static List<VideoSignature> Signatures(IReadOnlyList<SimilarClip> clips) =>
        [.. EngineRuns.Run(new AnalysisRequest(new SignatureOptions()), [.. clips.Select(clip => clip.Path)]).Cast<VideoSignature>()];

    // Every tenth is a copy of one before it: changed, trimmed, half of them mirrored.
    private static bool Compare(StringBuilder text, IReadOnlyList<VideoSignature> real, int rounds)
    {
        var (signatures, copies) = DrawnSignatures.Make(real, Many);
        List<double> seconds = [];
        var processor = 0.0;
        IReadOnlyList<SimilarVideo> found = [];
        for (var i = 0; i <= rounds; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            found = new SimilarVideos().Group(signatures, new SimilarOptions());
            seconds.Add(watch.Elapsed.TotalSeconds);
            processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        seconds.RemoveAt(0);
        seconds.Sort();
        var pairs = found.Where(video => video.FullName != video.Reference).ToList();
        var right = pairs.Count(pair => copies.TryGetValue(pair.FullName, out var original) && original == pair.Reference);
        text.Append(CultureInfo.InvariantCulture, $"{Many:N0} drawn signatures, {signatures.Sum(s => s.DurationSeconds) / 3600:0} hours, ")
            .Append(CultureInfo.InvariantCulture, $"{copies.Count} copies among them: compared in {seconds[seconds.Count / 2]:0.00} s (median of {rounds}; ")
            .Append(CultureInfo.InvariantCulture, $"{seconds[0]:0.00} to {seconds[^1]:0.00}, {Environment.ProcessorCount} cores, processor time {processor:0.00} s); ")
            .Append(CultureInfo.InvariantCulture, $"{right} copies found, {pairs.Count - right} wrong pairs.\n");
        return seconds[seconds.Count / 2] < SecondsTarget;
    }
}
