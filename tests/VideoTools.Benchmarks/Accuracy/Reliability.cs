using System.Globalization;
using System.Text;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>What the confidence of a detection is worth: of those that say 0.9, nine in ten should be right.</summary>
internal static class Reliability
{
    private static readonly double[] Borders = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001];

    /// <summary>One row a range of confidence: how many detections, what they say on average, how many of them are right.</summary>
    public static string Table(IEnumerable<ClipResult> results)
    {
        var text = new StringBuilder("| set | confidence | transitions | mean confidence | right |\n|---|---|---|---|---|\n");
        foreach (var set in results.GroupBy(r => r.Set.Split(',')[0]))
        {
            var all = Detections(set);
            foreach (var (low, high) in Borders.Zip(Borders.Skip(1)))
            {
                var bin = all.Where(d => d.Confidence >= low && d.Confidence < high).ToArray();
                if (bin.Length > 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {set.Key} | {low:0.00} to {Math.Min(1, high):0.00} | {bin.Length} ")
                        .Append(CultureInfo.InvariantCulture, $"| {bin.Average(d => d.Confidence):0.00} | {bin.Average(d => d.Right ? 1.0 : 0):0.00} |\n");
                }
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Each detection that says how certain it is, and whether it is right.</summary>
    public static IReadOnlyList<(TransitionKind Kind, double Confidence, bool Right)> Detections(IEnumerable<ClipResult> results) =>
    [
        .. results.SelectMany(r => r.Score.Right.Select(d => (d, true)).Concat(r.Score.FalseAlarms.Select(d => (d, false))))
            .Where(pair => pair.d is { Confidence: not null, Kind: not null })
            .Select(pair => (pair.d.Kind!.Value, pair.d.Confidence!.Value, pair.Item2)),
    ];

    /// <summary>
    /// For each kind the logistic curve of the chance to be right over the logit of the confidence (Platt 1999): 0 and 1 where the
    /// confidence already is that chance. A weak prior of one right and one wrong at either end keeps a kind without errors finite.
    /// </summary>
    public static string Fit(IReadOnlyList<(TransitionKind Kind, double Confidence, bool Right)> detections)
    {
        var text = new StringBuilder();
        foreach (var kind in detections.GroupBy(d => d.Kind))
        {
            var points = kind.Select(d => (X: Logit(d.Confidence), Y: d.Right ? 1.0 : 0)).ToList();
            points.AddRange([(points.Min(p => p.X), 0), (points.Max(p => p.X), 1)]);
            double a = 0, b = 1;
            for (var step = 0; step < 100; step++)
            {
                double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
                foreach (var (x, y) in points)
                {
                    var p = 1 / (1 + Math.Exp(-(a + (b * x))));
                    var w = p * (1 - p);
                    (ga, gb) = (ga + (y - p), gb + ((y - p) * x));
                    (haa, hab, hbb) = (haa + w, hab + (w * x), hbb + (w * x * x));
                }

                var determinant = (haa * hbb) - (hab * hab);
                (a, b) = (a + (((hbb * ga) - (hab * gb)) / determinant), b + (((haa * gb) - (hab * ga)) / determinant));
            }

            text.Append(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} detections, {kind.Count(d => !d.Right)} wrong: ")
                .Append(CultureInfo.InvariantCulture, $"offset {a:0.000}, slope {b:0.000}\n");
        }

        return text.ToString();
    }

    private static double Logit(double confidence)
    {
        var p = Math.Clamp(confidence, 0.001, 0.999);
        return Math.Log(p / (1 - p));
    }
}
