// Method: candidates take turns (A B C A B C ...) after one uncounted round each, so that a machine that drifts drifts for all; the
// figure is the median, and the ratio is the median of the ratios of each round to the reference of the same round.
using System.Diagnostics;
using VideoTools.Engine.Numerics;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Times candidates side by side.</summary>
internal static class Tournament
{
    public static IReadOnlyList<Standing> Run(IReadOnlyList<Candidate> candidates, int rounds)
    {
        var samples = candidates.Select(_ => new List<Sample>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                var cpu = ProcessorTime.Now;
                var clock = Stopwatch.StartNew();
                candidates[i].Run();
                var sample = new Sample(clock.Elapsed.TotalSeconds, ProcessorTime.Now - cpu);
                if (round >= 0)
                {
                    samples[i].Add(sample);
                }

                Console.Error.WriteLine(FormattableString.Invariant(
                    $"  round {round + 1}/{rounds} {candidates[i].Name}: {sample.Wall:0.00} s wall, {sample.Cpu:0.00} s cpu"));
            }
        }

        return [.. candidates.Select((c, i) => new Standing(
            c.Name,
            Quantile.Median(samples[i].Select(s => s.Wall)),
            Quantile.Median(samples[i].Select(s => s.Cpu)),
            Quantile.Median(samples[i].Select((s, k) => s.Wall / samples[0][k].Wall)),
            Quantile.Median(samples[i].Select((s, k) => s.Cpu / samples[0][k].Cpu))))];
    }

    public static string ToMarkdown(IReadOnlyList<Standing> standings) => string.Join('\n', [
        $"| what | wall s | cpu s | wall / {standings[0].Name} | cpu / {standings[0].Name} |",
        "|---|---|---|---|---|",
        .. standings.Select(s => FormattableString.Invariant(
            $"| {s.Name} | {s.Wall:0.00} | {s.Cpu:0.00} | {s.WallRatio:0.00} | {s.CpuRatio:0.00} |")),
    ]);
}
