// F1 of each class, 2PR/(P+R) = 2TP/(2TP+FP+FN), and their plain mean over the classes that the truth has (Sokolova & Lapalme 2009).
namespace VideoTools.TestMedia.Niche;

/// <summary>Accuracy and macro-F1 of predictions.</summary>
/// <param name="Accuracy">Share of right answers.</param>
/// <param name="Value">Mean F1 of the classes.</param>
/// <param name="Classes">F1, precision and recall of each class.</param>
public sealed record MacroF1(double Accuracy, double Value, IReadOnlyList<(string Class, int Count, double F1, double Precision, double Recall)> Classes)
{
    /// <summary>Scores.</summary>
    public static MacroF1 Of(IReadOnlyList<(string Truth, string Predicted)> answers)
    {
        var classes = answers.GroupBy(a => a.Truth, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var right = g.Count(a => a.Predicted == a.Truth);
            var said = answers.Count(a => a.Predicted == g.Key);
            return (g.Key, g.Count(), 2.0 * right / (said + g.Count()), said == 0 ? 0 : (double)right / said, (double)right / g.Count());
        }).ToList();
        return new MacroF1((double)answers.Count(a => a.Truth == a.Predicted) / answers.Count, classes.Average(c => c.Item3), classes);
    }
}
