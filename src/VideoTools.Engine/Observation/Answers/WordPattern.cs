using System.Text.RegularExpressions;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Words and phrases as a regular expression.</summary>
internal static class WordPattern
{
    /// <summary>An expression that finds any of the phrases as whole words.</summary>
    /// <param name="phrases">In small letters. "*" alone stands for up to three words, at the end of a word for any ending.</param>
    public static Regex Of(IEnumerable<string> phrases) =>
        new(@"(?<![\w-])(?:" + string.Join('|', phrases.Select(Phrase)) + @")(?!\w)", RegexOptions.CultureInvariant);

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
