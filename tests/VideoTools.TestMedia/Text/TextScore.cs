namespace VideoTools.TestMedia.Text;

/// <summary>Readings against the truth.</summary>
public sealed record TextScore
{
    /// <summary>Overlays in the truth.</summary>
    public int Truth { get; init; }

    /// <summary>Overlays that were read at all.</summary>
    public int Matched { get; init; }

    /// <summary>Overlays read whose start and end both lie within the tolerance.</summary>
    public int Found { get; init; }

    /// <summary>Overlays read without a wrong character.</summary>
    public int Exact { get; init; }

    /// <summary>Readings that belong to no overlay, or repeat one.</summary>
    public int Extra { get; init; }

    /// <summary>Characters in the truth.</summary>
    public int Characters { get; init; }

    /// <summary>Edits between truth and readings; an overlay that was not read counts whole.</summary>
    public int Edits { get; init; }

    /// <summary>Edits without those of overlays that were not read.</summary>
    public int EditsOfMatched { get; init; }

    /// <summary>Character error rate, 0 and up.</summary>
    public double CharacterErrorRate => Characters == 0 ? 0 : (double)Edits / Characters;

    /// <summary>Share of overlays found with the right time range.</summary>
    public double FoundShare => Truth == 0 ? 1 : (double)Found / Truth;

    /// <summary>Adds two scores.</summary>
    public static TextScore operator +(TextScore a, TextScore b) => new()
    {
        Truth = a.Truth + b.Truth,
        Matched = a.Matched + b.Matched,
        Found = a.Found + b.Found,
        Exact = a.Exact + b.Exact,
        Extra = a.Extra + b.Extra,
        Characters = a.Characters + b.Characters,
        Edits = a.Edits + b.Edits,
        EditsOfMatched = a.EditsOfMatched + b.EditsOfMatched,
    };

    /// <summary>
    /// Scores a clip. A reading belongs to the overlay that it overlaps in time and resembles most (at most half of the characters
    /// differ); each overlay takes one reading, best pairs first.
    /// </summary>
    /// <param name="truth">Overlays.</param>
    /// <param name="readings">Readings.</param>
    /// <param name="tolerance">Seconds.</param>
    /// <param name="explain">Gets a line for every overlay that is not perfect and every extra reading.</param>
    public static TextScore Of(
        IReadOnlyList<(string Text, double Start, double End, string Kind, int Size)> truth, IReadOnlyList<TextReading> readings,
        double tolerance = 0.5, Action<string>? explain = null)
    {
        var pairs = from t in Enumerable.Range(0, truth.Count)
                    from r in Enumerable.Range(0, readings.Count)
                    let overlap = Math.Min(truth[t].End, readings[r].End) - Math.Max(truth[t].Start, readings[r].Start)
                    let edits = EditDistance(truth[t].Text, readings[r].Text)
                    where overlap > 0 && edits * 2 <= Math.Max(truth[t].Text.Length, readings[r].Text.Length)
                    orderby edits, overlap descending, t, r
                    select (t, r, edits);
        var byTruth = new Dictionary<int, (int Reading, int Edits)>();
        var used = new HashSet<int>();
        foreach (var (t, r, edits) in pairs)
        {
            if (!byTruth.ContainsKey(t) && used.Add(r))
            {
                byTruth.Add(t, (r, edits));
            }
        }

        var found = 0;
        var missed = 0;
        for (var t = 0; t < truth.Count; t++)
        {
            if (!byTruth.TryGetValue(t, out var match))
            {
                missed += truth[t].Text.Length;
                explain?.Invoke(FormattableString.Invariant($"  missed  {truth[t].Start:0.00}-{truth[t].End:0.00} {truth[t].Kind} {truth[t].Size} '{truth[t].Text}'"));
                continue;
            }

            var reading = readings[match.Reading];
            var inTime = Math.Abs(reading.Start - truth[t].Start) <= tolerance && Math.Abs(reading.End - truth[t].End) <= tolerance;
            found += inTime ? 1 : 0;
            if (!inTime || match.Edits > 0)
            {
                explain?.Invoke(FormattableString.Invariant(
                    $"  {(inTime ? "text  " : "time  ")}  {truth[t].Start:0.00}-{truth[t].End:0.00} read {reading.Start:0.00}-{reading.End:0.00} {truth[t].Kind} {truth[t].Size} '{truth[t].Text}' read '{reading.Text}'"));
            }
        }

        foreach (var r in Enumerable.Range(0, readings.Count).Where(r => !used.Contains(r)))
        {
            explain?.Invoke(FormattableString.Invariant($"  extra   {readings[r].Start:0.00}-{readings[r].End:0.00} '{readings[r].Text}'"));
        }

        var ofMatched = byTruth.Values.Sum(m => m.Edits);
        return new TextScore
        {
            Truth = truth.Count,
            Matched = byTruth.Count,
            Found = found,
            Exact = byTruth.Values.Count(m => m.Edits == 0),
            Extra = readings.Count - used.Count,
            Characters = truth.Sum(t => t.Text.Length),
            Edits = ofMatched + missed,
            EditsOfMatched = ofMatched,
        };
    }

    /// <summary>Least number of insertions, deletions and replacements (Levenshtein 1966).</summary>
    public static int EditDistance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
