// Method: Levenshtein distance over words (substitutions, deletions, insertions) divided by the number of true words, after both texts
// were brought to the same form: lower case, no punctuation, apostrophes inside words dropped. Numbers are compared as written.
// Units: share, 0 is perfect; can exceed 1. Cost: words x words.
using System.Globalization;
using System.Text;

namespace VideoTools.TestMedia.Speech;

/// <summary>Compares a transcript with the truth.</summary>
/// <param name="Words">Words of the truth.</param>
/// <param name="Errors">Words to substitute, delete or insert.</param>
public sealed record WordErrorRate(int Words, int Errors)
{
    public double Rate => Words == 0 ? (Errors == 0 ? 0 : 1) : (double)Errors / Words;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rate * 100:0.0} % ({Errors} of {Words})");

    public static WordErrorRate operator +(WordErrorRate a, WordErrorRate b) => new(a.Words + b.Words, a.Errors + b.Errors);

    public static WordErrorRate Add(WordErrorRate left, WordErrorRate right) => left + right;

    /// <summary>Scores <paramref name="heard"/> against <paramref name="truth"/>.</summary>
    public static WordErrorRate Score(string truth, string heard)
    {
        var (a, b) = (Normalise(truth), Normalise(heard));
        return new WordErrorRate(a.Length, Distances(a, b)[a.Length, b.Length]);
    }

    /// <summary>Pairs of equal words in a best alignment of two texts, as positions in both lists.</summary>
    public static IReadOnlyList<(int True, int Heard)> Align(IReadOnlyList<string> truth, IReadOnlyList<string> heard)
    {
        string[] a = [.. truth.Select(w => string.Concat(Normalise(w)))];
        string[] b = [.. heard.Select(w => string.Concat(Normalise(w)))];
        var distances = Distances(a, b);
        var pairs = new List<(int True, int Heard)>();
        for (var (i, j) = (a.Length, b.Length); i > 0 && j > 0;)
        {
            var same = a[i - 1] == b[j - 1];
            if (distances[i, j] == distances[i - 1, j - 1] + (same ? 0 : 1))
            {
                (i, j) = (i - 1, j - 1);
                if (same)
                {
                    pairs.Add((i, j));
                }
            }
            else if (distances[i, j] == distances[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        pairs.Reverse();
        return pairs;
    }

    /// <summary>The words of a text in the form they are compared in.</summary>
    public static string[] Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
            else if (c is not ('\'' or '’'))
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static int[,] Distances(string[] a, string[] b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                        distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return distances;
    }
}
