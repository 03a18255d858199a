// Method: the words of each segment (with their own times, or spread over the segment by their letters) are collected into subtitles of
// at most two lines of 42 characters and 7 seconds. A subtitle ends at the end of a sentence, at a pause of half a second, at a comma
// once it is half full, and where it is full. It is shown for at least a second, if the next one leaves the room; none overlap.
// Source: the rules of style that broadcasters publish (BBC, Netflix): 42 characters, 2 lines, 1 to 7 s, cut at linguistic breaks.
// Units: seconds, characters. Cost: negligible.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Turns segments of speech into readable subtitles.</summary>
internal static class SubtitleLayout
{
    /// <summary>Longest line in characters (a single longer word stays whole).</summary>
    public const int LineLength = 42;

    /// <summary>Longest time a subtitle stays.</summary>
    public const double MaxSeconds = 7;

    /// <summary>Shortest time a subtitle stays, where the next one leaves the room.</summary>
    public const double MinSeconds = 1;

    private const double Pause = 0.5;
    private const double Gap = 0.04;

    private sealed record Word(string Text, double Start, double End, bool Glued);

    /// <summary>The subtitles of a file's segments, in order.</summary>
    public static IReadOnlyList<SubtitleCue> Arrange(IEnumerable<TranscriptSegment> segments)
    {
        var cues = new List<SubtitleCue>();
        foreach (var segment in segments.Where(s => s.Text is not null).OrderBy(s => s.StartSeconds))
        {
            var groups = new List<List<Word>>();
            foreach (var word in Words(segment))
            {
                if (groups.Count == 0 || Breaks(groups[^1], word))
                {
                    groups.Add([]);
                }

                groups[^1].Add(word);
            }

            Balance(groups);
            cues.AddRange(groups.Select(ToCue));
        }

        return Fit(cues);
    }

    // Words with times when the segment has them; otherwise its text, spread evenly over its letters. A language without blanks is cut
    // into characters that are joined again without one.
    private static IEnumerable<Word> Words(TranscriptSegment segment)
    {
        if (segment.Words.Count > 0)
        {
            var at = 0;
            foreach (var word in segment.Words)
            {
                var found = segment.Text!.IndexOf(word.Text, at, StringComparison.Ordinal);
                var glued = at > 0 && found == at;
                at = found >= 0 ? found + word.Text.Length : at;
                yield return new Word(word.Text, word.StartSeconds, word.EndSeconds, glued);
            }

            yield break;
        }

        var parts = new List<(string Text, bool Glued)>();
        foreach (var part in segment.Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length <= LineLength)
            {
                parts.Add((part, false));
                continue;
            }

            var elements = System.Globalization.StringInfo.GetTextElementEnumerator(part);
            for (var first = true; elements.MoveNext(); first = false)
            {
                parts.Add((elements.GetTextElement(), !first));
            }
        }

        var total = Math.Max(1, parts.Sum(p => p.Text.Length));
        var before = 0;
        foreach (var (text, glued) in parts)
        {
            var length = segment.EndSeconds - segment.StartSeconds;
            var start = segment.StartSeconds + (length * before / total);
            before += text.Length;
            yield return new Word(text, start, segment.StartSeconds + (length * before / total), glued);
        }
    }

    private static bool Breaks(List<Word> group, Word next) =>
        !Fits([.. group, next]) || MustBreak(group, next) || (Join(group).Length > LineLength && EndsWith(group[^1].Text, ",;:،、，；："));

    private static bool Fits(List<Word> group) => Lines(group).Count <= 2 && group[^1].End - group[0].Start <= MaxSeconds;

    private static bool MustBreak(List<Word> group, Word next) =>
        next.Start - group[^1].End >= Pause || (Join(group).Length > LineLength / 4 && EndsWith(group[^1].Text, ".!?…。！？"));

    // A last word left alone, because the subtitle before it was full, would flash by: the two share their words evenly.
    private static void Balance(List<List<Word>> groups)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            var (before, group) = (groups[i - 1], groups[i]);
            if (group[^1].End - group[0].Start >= MinSeconds || MustBreak(before, group[0]))
            {
                continue;
            }

            List<Word> words = [.. before, .. group];
            var middle = (words[0].Start + words[^1].End) / 2;
            var cut = Enumerable.Range(1, words.Count - 1)
                .Where(c => Fits(words[..c]) && Fits(words[c..]))
                .OrderBy(c => Math.Abs(words[c].Start - middle))
                .FirstOrDefault(before.Count);
            (groups[i - 1], groups[i]) = (words[..cut], words[cut..]);
        }
    }

    private static bool EndsWith(string text, string marks)
    {
        var plain = text.TrimEnd('"', '\'', '”', '’', ')');
        return plain.Length > 0 && marks.Contains(plain[^1], StringComparison.Ordinal);
    }

    private static SubtitleCue ToCue(List<Word> group) => new(group[0].Start, group[^1].End, Lines(group));

    private static string Join(IEnumerable<Word> words) =>
        words.Aggregate("", (text, word) => text.Length == 0 || word.Glued ? text + word.Text : text + " " + word.Text);

    // One line if it fits; otherwise the cut that makes the two most even, the first not longer than a line; as many lines as needed else.
    private static List<string> Lines(List<Word> words)
    {
        var whole = Join(words);
        if (whole.Length <= LineLength)
        {
            return [whole];
        }

        var best = default((string First, string Second)?);
        for (var i = 1; i < words.Count; i++)
        {
            var (first, second) = (Join(words.Take(i)), Join(words.Skip(i)));
            var fits = first.Length <= LineLength && second.Length <= LineLength;
            if (fits && (best is null || Unevenness(first, second) < Unevenness(best.Value.First, best.Value.Second)))
            {
                best = (first, second);
            }
        }

        return best is { } two ? [two.First, two.Second] : words.Count == 1 ? [whole] : Filled(words);
    }

    // A cut after a comma is worth a difference of eight characters.
    private static int Unevenness(string first, string second) =>
        Math.Abs(first.Length - second.Length) - (EndsWith(first, ",;:.!?") ? 8 : 0);

    private static List<string> Filled(List<Word> words)
    {
        var lines = new List<string>();
        var line = new List<Word>();
        foreach (var word in words)
        {
            if (line.Count > 0 && Join([.. line, word]).Length > LineLength)
            {
                lines.Add(Join(line));
                line.Clear();
            }

            line.Add(word);
        }

        lines.Add(Join(line));
        return lines;
    }

    private static List<SubtitleCue> Fit(List<SubtitleCue> cues)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            var (start, end) = (cues[i].Start, Math.Max(cues[i].End, cues[i].Start + MinSeconds));
            if (i > 0)
            {
                start = Math.Max(start, cues[i - 1].End);
                end = Math.Max(end, start + Gap);
            }

            if (i + 1 < cues.Count)
            {
                // Where the next one starts too soon, this one ends early, but is never without length.
                end = Math.Max(Math.Min(end, cues[i + 1].Start - Gap), start + Gap);
            }

            cues[i] = cues[i] with { Start = start, End = Math.Min(end, start + MaxSeconds) };
        }

        return cues;
    }
}
