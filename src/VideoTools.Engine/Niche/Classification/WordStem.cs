// Method: the endings of English plurals, -ing, -ed and a final e are taken off, so that "coding", "codes" and "code" meet; nothing is
// taken from short words, so that "ads" and "ad" meet but "as" stays. Lighter than Porter's algorithm (Porter 1980), which also joins
// words that mean different things ("organization", "organ"). Units: one word of letters and digits, lower case. Cost: a few
// comparisons.
using System.Buffers;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>The part of a word that its forms share.</summary>
internal static class WordStem
{
    private const int Shortest = 3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem.</summary>
    public static string Of(string word)
    {
        var stem = WithoutPlural(word);
        stem = WithoutEnding(stem, "ing");
        stem = WithoutEnding(stem, "ed");
        return stem.Length > Shortest && stem[^1] == 'e' && stem[^2] != 'e' ? stem[..^1] : stem;
    }

    private static string WithoutPlural(string word)
    {
        if (word.Length < Shortest || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word;
        }

        return word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
            : word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
                || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)) ? word[..^2]
            : word[..^1];
    }

    private static string WithoutEnding(string word, string ending)
    {
        var length = word.Length - ending.Length;
        if (length < Shortest || !word.EndsWith(ending, StringComparison.Ordinal) || !word.AsSpan(0, length).ContainsAny(Vowels))
        {
            return word;
        }

        // "running": the doubled letter belongs to the ending ("fall", "miss", "buzz" keep theirs).
        return word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'z') && length > Shortest
            ? word[..(length - 1)]
            : word[..length];
    }
}
