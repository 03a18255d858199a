// Method: words that are added to a line, a typewriter, a ticker. A line that holds what was read before, at its place, is that text
// grown. A line that lacks the beginning of what was read before and goes on beyond its end is a ticker: the two are joined where they
// overlap. Both are alignments of characters without spaces and case, with free ends (Smith and Waterman 1981, as overlaps).
// Units: characters. Cost: O(length^2).
namespace VideoTools.Engine.Features.Text;

/// <summary>Finds a text inside of another, and joins texts that overlap.</summary>
internal static class TextGrowth
{
    // Of the characters of the shorter text, in percent.
    private const int MayDiffer = 20;

    private const int LeastOverlap = 4;

    // Letters at the ends of a ticker are cut off by the edge of the picture.
    private const int CutLetters = 2;

    private const int LongestTicker = 4000;

    // Letters of an overlap that may hold one that was read wrongly, before a text is known to be a ticker: another caption may end alike.
    private const int LettersPerError = 16;

    /// <summary>True when a longer text holds a shorter one, up to a fifth of its characters and a last letter that was cut off.</summary>
    public static bool Holds(string longer, string shorter)
    {
        var (whole, part) = (TextSimilarity.Plain(longer), TextSimilarity.Plain(shorter));
        return part.Length > 0 && part.Length < whole.Length
            && Digits(whole).Contains(Digits(part), StringComparison.Ordinal)
            && (IsIn(part) || (part.Length > 2 && IsIn(part[..^1])));

        bool IsIn(string text) => text.Length < LeastOverlap
            ? whole.Contains(text, StringComparison.Ordinal)
            : DistanceInside(whole, text) * 100 <= MayDiffer * text.Length;
    }

    /// <summary>
    /// True when every number of the shorter text stands in the longer one as it was, in order; the last may have gone on where the
    /// shorter text ends with it. "Score 0" is no beginning of "Score 10".
    /// </summary>
    public static bool KeepsNumbers(string longer, string shorter)
    {
        var (whole, part) = (Numbers(longer), Numbers(shorter));
        var at = 0;
        for (var i = 0; i < part.Count; i++, at++)
        {
            var mayGoOn = i == part.Count - 1 && char.IsDigit(shorter.TrimEnd()[^1]);
            while (at < whole.Count && whole[at] != part[i] && !(mayGoOn && whole[at].StartsWith(part[i], StringComparison.Ordinal)))
            {
                at++;
            }

            if (at == whole.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a number went on: "Step 1", "Step 12".</summary>
    public static bool EndsInsideANumber(string longer, string shorter)
    {
        var (whole, part) = (TextSimilarity.Plain(longer), TextSimilarity.Plain(shorter));
        return part.Length > 0 && part.Length < whole.Length && char.IsDigit(part[^1])
            && whole.StartsWith(part, StringComparison.Ordinal) && (char.IsDigit(whole[part.Length]) || whole[part.Length] is '.' or ',');
    }

    /// <summary>A ticker's text with what a new reading adds at its end; null when the reading does not continue it.</summary>
    /// <param name="whole">What is known of it.</param>
    /// <param name="window">What shows now.</param>
    /// <param name="leastShare">Least share of the window that must be known already, 0 to 1.</param>
    public static string? Join(string whole, string window, double leastShare)
    {
        var known = whole.Length > LeastOverlap + CutLetters ? whole[..^CutLetters] : whole;
        var (a, b) = (known.ToLowerInvariant(), window.ToLowerInvariant());
        var from = Math.Max(0, a.Length - b.Length - 8);
        var (score, start, end) = Overlap(a.AsSpan(from), b);
        var overlap = a.Length - from - start;
        var isLikely = leastShare > 0 ? score >= overlap - (2 * (overlap / LettersPerError)) : score * 2 >= overlap;
        if (overlap < Math.Max(LeastOverlap, leastShare * b.Length) || !isLikely || end >= b.Length || start + from == 0)
        {
            return null;
        }

        // A ticker that starts again says nothing new.
        var added = window[end..];
        var beyond = added[Math.Min(added.Length, 2 * CutLetters)..].Trim();
        var isAgain = beyond.Length >= 2 * LeastOverlap && whole.Contains(beyond, StringComparison.OrdinalIgnoreCase);
        return isAgain || whole.Length > LongestTicker ? whole : known + added;
    }

    // The best overlap of the end of one text with the beginning of another (up to CutLetters of which may be cut off): its score
    // (a match counts 1, anything else -1), where it starts in the first and ends in the second.
    private static (int Score, int Start, int End) Overlap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var scores = new (int Score, int Start)[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            scores[j] = (Math.Min(0, CutLetters - j), 0);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = scores[0];
            scores[0] = (0, i);
            for (var j = 1; j <= b.Length; j++)
            {
                var above = scores[j];
                var best = (Score: diagonal.Score + (a[i - 1] == b[j - 1] ? 1 : -1), diagonal.Start);
                best = above.Score - 1 > best.Score ? (above.Score - 1, above.Start) : best;
                best = scores[j - 1].Score - 1 > best.Score ? (scores[j - 1].Score - 1, scores[j - 1].Start) : best;
                scores[j] = j <= CutLetters && best.Score < 0 ? (0, i) : best;
                diagonal = above;
            }
        }

        var end = 0;
        for (var j = 1; j <= b.Length; j++)
        {
            end = scores[j].Score > scores[end].Score ? j : end;
        }

        return (scores[end].Score, scores[end].Start, end);
    }

    private static List<string> Numbers(string text) =>
        [.. string.Concat(text.Select(c => char.IsDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static int DistanceInside(string whole, string part)
    {
        var row = new int[part.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        var best = row[^1];
        foreach (var letter in whole)
        {
            var diagonal = row[0];
            for (var j = 1; j < row.Length; j++)
            {
                var replaced = diagonal + (part[j - 1] == letter ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, replaced);
            }

            best = Math.Min(best, row[^1]);
        }

        return best;
    }
}
