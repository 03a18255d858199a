using System.Text.RegularExpressions;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Words and phrases as a regular expression.</summary>
internal static class WordPattern
{
    /// <summary>An expression that finds any of the phrases as whole words.</summary>
    /// <param name="phrases">Whatever their case. "*" alone stands for up to three words, at the end of a word for any ending.</param>
    /// <param name="capitals">A word that counts in capitals only; null for none.</param>
    public static Regex Of(IEnumerable<string> phrases, string? capitals = null)
    {
        var words = "(?i:" + string.Join('|', phrases.Select(Phrase)) + ")" + (capitals is null ? "" : "|" + Regex.Escape(capitals));
        return new Regex($@"(?<![\w-])(?:{words})(?!\w)", RegexOptions.CultureInvariant);
    }

    private static string Phrase(string phrase)
    {
        var pattern = new StringBuilder();
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "*")
            {
                pattern.Append(@"(?:\s+[\w'-]+){0,3}");
                continue;
            }

            pattern.Append(pattern.Length > 0 ? @"[\s_]+" : "")
                .Append(Regex.Escape(word.TrimEnd('*')))
                .Append(word.EndsWith('*') ? @"\w*" : "");
        }

        return pattern.ToString();
    }
}
