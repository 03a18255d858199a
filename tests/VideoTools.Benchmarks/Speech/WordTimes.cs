using VideoTools.TestMedia.Speech;

namespace VideoTools.Benchmarks.Speech;

/// <summary>How far the beginnings of words are from the truth, in seconds, over the words that were recognised.</summary>
internal sealed record WordTimes(int Words, int Matched, double Mean, double P90, double Max, double Within)
{
    /// <summary>Largest error that counts as right.</summary>
    public const double Tolerance = 0.2;

    public static WordTimes Of(IReadOnlyList<(string Word, double Start)> truth, IEnumerable<TranscriptWord> heard)
    {
        // Words are matched in order, by their text, within 2 s: errors of recognition are not errors of time.
        var found = heard.Select(w => (Text: string.Concat(WordErrorRate.Normalise(w.Text)), w.StartSeconds)).ToList();
        var errors = new List<double>();
        var next = 0;
        foreach (var (word, start) in truth)
        {
            var text = string.Concat(WordErrorRate.Normalise(word));
            var at = found.FindIndex(next, w => w.Text == text && Math.Abs(w.StartSeconds - start) < 2);
            if (at >= 0)
            {
                errors.Add(Math.Abs(found[at].StartSeconds - start));
                next = at + 1;
            }
        }

        errors.Sort();
        return errors.Count == 0
            ? new WordTimes(truth.Count, 0, 0, 0, 0, 0)
            : new WordTimes(
                truth.Count, errors.Count, errors.Average(), errors[(int)(0.9 * (errors.Count - 1))], errors[^1],
                errors.Count(e => e <= Tolerance) / (double)errors.Count);
    }
}
