using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Speech;

/// <summary>How far the beginnings of words are from the truth, in seconds, over the words that were recognised.</summary>
internal sealed record WordTimes(int Words, int Matched, double Mean, double P90, double Max, double Within)
{
    /// <summary>Largest error that counts as right.</summary>
    public const double Tolerance = 0.2;

    public static WordTimes Of(IReadOnlyList<(string Word, double Start)> truth, IEnumerable<TranscriptWord> heard)
    {
        // Errors of recognition are not errors of time: the two texts are aligned word by word, and equal words count.
        var found = heard.ToArray();
        var pairs = WordErrorRate.Align([.. truth.Select(t => t.Word)], [.. found.Select(w => w.Text)]);
        var errors = pairs.Select(p => Math.Abs(truth[p.True].Start - found[p.Heard].StartSeconds)).ToList();
        errors.Sort();
        return errors.Count == 0
            ? new WordTimes(truth.Count, 0, 0, 0, 0, 0)
            : new WordTimes(
                truth.Count, errors.Count, errors.Average(), errors[(int)(0.9 * (errors.Count - 1))], errors[^1],
                errors.Count(e => e <= Tolerance) / (double)errors.Count);
    }
}
