using VideoTools.Benchmarks.Measuring;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.Benchmarks.Commands;

/// <summary>shortcuts: what the decoding shortcuts of Normal and Fast change in the answers, against Exact, on the labelled films and the development set.</summary>
internal sealed class ShortcutsCommand : ICommand
{
    public string Summary => "what the decoding shortcuts change in scenes, crops and templates";

    public int Run(IReadOnlyList<string> arguments)
    {
        if (MissingNeeds.Report(Needs.Ffmpeg | Needs.RealClips | Needs.SharedMedia) is not null)
        {
            return 2;
        }

        string[] clips = [.. LabelledFilms.Load().Concat(SceneSets.Development).Select(c => c.Path)];
        var exact = clips.Select(c => EngineRuns.Run(EngineRuns.Everything(SpeedMode.Exact), c)).ToArray();
        Console.WriteLine($"{clips.Length} clips; against Exact");
        Console.WriteLine();
        Console.WriteLine("| speed | clips with the same scenes | scenes lost or new | starts moved by at most 0.25 s | same best crop | crop rank correlation, median (lowest) | largest change of mean brightness |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var speed in new[] { SpeedMode.Normal, SpeedMode.Fast })
        {
            var changed = new List<int>();
            var (sameBest, moved) = (0, 0);
            var correlations = new List<double>();
            double brightness = 0;
            for (var i = 0; i < clips.Length; i++)
            {
                var records = EngineRuns.Run(EngineRuns.Everything(speed), clips[i]);
                changed.Add(Unmatched(Starts(exact[i]), Starts(records)) + Unmatched(Starts(records), Starts(exact[i])));
                moved += Starts(records).Except(Starts(exact[i])).Count() - Unmatched(Starts(records), Starts(exact[i]));
                var (before, after) = (Positions(exact[i]), Positions(records));
                sameBest += before.Single(p => p.Rank == 1).Index == after.Single(p => p.Rank == 1).Index ? 1 : 0;
                correlations.Add(Spearman([.. before.Select(p => p.Rank)], [.. after.Select(p => p.Rank)]));
                brightness = Math.Max(brightness, Math.Abs(Template(exact[i]).BrightnessMean!.Value - Template(records).BrightnessMean!.Value));
            }

            Console.WriteLine(FormattableString.Invariant(
                $"| {speed} | {changed.Count(c => c == 0)} of {clips.Length} | {changed.Sum()} of {exact.Sum(e => Starts(e).Count)} | {moved} | {sameBest} of {clips.Length} | {correlations.Order().ElementAt(clips.Length / 2):0.000} ({correlations.Min():0.000}) | {brightness:0.00} of 255 |"));
        }

        return 0;
    }

    private static List<double> Starts(IReadOnlyList<object> records) =>
        [.. records.OfType<VideoScene>().Where(s => s.Index > 1).Select(s => s.StartSeconds)];

    // Starts that have no partner in the other list.
    private static int Unmatched(List<double> starts, List<double> others) => starts.Count(s => !others.Exists(o => Math.Abs(o - s) <= 0.25));

    private static List<CropPosition> Positions(IReadOnlyList<object> records) => [.. records.OfType<CropPosition>().OrderBy(p => p.Index)];

    private static VideoTemplate Template(IReadOnlyList<object> records) => records.OfType<VideoTemplate>().Single();

    // Spearman's rank correlation of two rankings without ties.
    private static double Spearman(int[] left, int[] right)
    {
        double n = left.Length;
        return n < 2 ? 1 : 1 - (6 * left.Zip(right, (a, b) => Math.Pow(a - b, 2)).Sum() / (n * ((n * n) - 1)));
    }
}
