using System.Globalization;
using System.Text;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>Results as Markdown. Sums of hits, false alarms and misses over the clips, then the ratios: long clips count for more.</summary>
internal static class AccuracyTable
{
    /// <summary>One row a set and detector.</summary>
    public static string BySet(IReadOnlyList<ClipResult> results)
    {
        var text = new StringBuilder();
        foreach (var set in results.GroupBy(r => r.Set))
        {
            var clips = set.Select(r => r.Clip).DistinctBy(c => c.Name).ToArray();
            var transitions = clips.SelectMany(c => c.Transitions).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"### {set.Key}\n\n{clips.Length} clips, {clips.Sum(c => c.FrameCount)} frames, ")
                .Append(CultureInfo.InvariantCulture, $"{transitions.Count(t => t.IsCut)} hard cuts, {transitions.Count(t => !t.IsCut)} gradual transitions.\n\n")
                .Append("| detector | hard P | hard R | hard F1 | all P | all R | all F1 | exact cuts | kind right |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var group in set.GroupBy(r => r.Detector))
            {
                var (hard, all) = Sum(group);
                var exact = group.Sum(r => r.Score.ExactCuts);
                var (named, right) = (group.Sum(r => r.Score.Kinds.Named), group.Sum(r => r.Score.Kinds.Right));
                text.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {hard.Precision:0.000} | {hard.Recall:0.000} | {hard.F1:0.000} ")
                    .Append(CultureInfo.InvariantCulture, $"| {all.Precision:0.000} | {all.Recall:0.000} | {all.F1:0.000} ")
                    .Append(CultureInfo.InvariantCulture, $"| {Share(exact, hard.Hits)} | {(named == 0 ? "" : Share(right, named))} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One row a clip: F1 of all transitions for each detector.</summary>
    public static string ByClip(IReadOnlyList<ClipResult> results)
    {
        var detectors = results.Select(r => r.Detector).Distinct().ToArray();
        var text = new StringBuilder("| clip | cuts | gradual |");
        text.AppendJoin(" |", detectors.Select(d => " " + d)).Append(" |\n|---|---|---|").Insert(text.Length, "---|", detectors.Length).Append('\n');
        foreach (var clip in results.GroupBy(r => r.Clip.Name))
        {
            var transitions = clip.First().Clip.Transitions;
            text.Append(CultureInfo.InvariantCulture, $"| {clip.Key} | {transitions.Count(t => t.IsCut)} | {transitions.Count(t => !t.IsCut)} |");
            foreach (var detector in detectors)
            {
                var score = clip.First(r => r.Detector == detector).Score;
                text.Append(CultureInfo.InvariantCulture, $" {score.All.F1:0.00} (+{score.All.FalseAlarms} -{score.All.Misses}) |");
            }

            text.Append('\n');
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Recall by the kind of the transition, one row a detector.</summary>
    public static string ByKind(IReadOnlyList<ClipResult> results)
    {
        TransitionKind[] kinds = [TransitionKind.Cut, TransitionKind.Dissolve, TransitionKind.Fade, TransitionKind.Wipe];
        var text = new StringBuilder("| detector | cuts | dissolves | fades | wipes | false alarms |\n|---|---|---|---|---|---|\n");
        foreach (var group in results.GroupBy(r => r.Detector))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {group.Key} |");
            foreach (var kind in kinds)
            {
                var total = group.Sum(r => r.Clip.Transitions.Count(t => t.Kind == kind));
                text.Append(CultureInfo.InvariantCulture, $" {total - group.Sum(r => r.Score.Missed.Count(t => t.Kind == kind))} of {total} |");
            }

            text.Append(CultureInfo.InvariantCulture, $" {group.Sum(r => r.Score.FalseAlarms.Count)} |\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Every miss and false alarm of the detectors named.</summary>
    public static string Errors(IReadOnlyList<ClipResult> results, Func<string, bool> wanted)
    {
        var text = new StringBuilder();
        foreach (var result in results.Where(r => wanted(r.Detector)))
        {
            foreach (var missed in result.Score.Missed)
            {
                text.Append(CultureInfo.InvariantCulture, $"{result.Detector} {result.Clip.Name}: missed {missed}\n");
            }

            foreach (var alarm in result.Score.FalseAlarms)
            {
                text.Append(CultureInfo.InvariantCulture, $"{result.Detector} {result.Clip.Name}: false alarm at {alarm}\n");
            }
        }

        return text.ToString();
    }

    private static (Tally Hard, Tally All) Sum(IEnumerable<ClipResult> results) =>
        results.Aggregate((default(Tally), default(Tally)), (sum, r) => (sum.Item1 + r.Score.Hard, sum.Item2 + r.Score.All));

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");
}
