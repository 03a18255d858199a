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
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + same);
            }

            before = row;
        }

        return new WordErrorRate(a.Length, before[^1]);
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
}
