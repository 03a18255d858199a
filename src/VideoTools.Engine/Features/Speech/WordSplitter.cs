// Method: tokens are joined until their bytes are whole characters; a word begins at a blank, or at each character in languages
// written without blanks. Punctuation is then joined to the word it belongs to.
// Source: the rules of Radford et al.'s published tokenizer, section "word-level timestamps".
// Units: tokens. Cost: negligible.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Divides text tokens into words.</summary>
internal sealed class WordSplitter(ITokens vocabulary)
{
    private const string OpeningMarks = "\"'“¿([{-";
    private const string ClosingMarks = "\"'.。,，!！?？:：”)]}、";

    private static readonly string[] WithoutBlanks = ["zh", "ja", "th", "lo", "my", "yue"];

    /// <summary>The words, each with its number of tokens, in order; together they are all the tokens.</summary>
    public IReadOnlyList<(string Text, int TokenCount)> Split(IReadOnlyList<int> tokens, string language)
    {
        var parts = WholeCharacters(tokens);
        var words = new List<(string Text, int TokenCount)>();
        var byBlank = !WithoutBlanks.Contains(language, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var isMark = part.Text.Trim() is { Length: 1 } mark && char.IsPunctuation(mark[0]);
            if (words.Count == 0 || !byBlank || part.Text.StartsWith(' ') || isMark)
            {
                words.Add(part);
            }
            else
            {
                words[^1] = (words[^1].Text + part.Text, words[^1].TokenCount + part.TokenCount);
            }
        }

        return JoinMarks(words);
    }

    private List<(string Text, int TokenCount)> WholeCharacters(IReadOnlyList<int> tokens)
    {
        var parts = new List<(string Text, int TokenCount)>();
        var bytes = new List<byte>();
        var count = 0;
        foreach (var token in tokens)
        {
            bytes.AddRange(vocabulary.Bytes(token));
            count++;
            var text = Encoding.UTF8.GetString([.. bytes]);

            // A character cut in two ends with the replacement character; three bytes later it is no longer that.
            if (!text.EndsWith('\uFFFD') || bytes.Count > 8)
            {
                parts.Add((text, count));
                bytes.Clear();
                count = 0;
            }
        }

        if (count > 0)
        {
            parts.Add((Encoding.UTF8.GetString([.. bytes]), count));
        }

        return parts;
    }

    private static List<(string Text, int TokenCount)> JoinMarks(List<(string Text, int TokenCount)> words)
    {
        var joined = new List<(string Text, int TokenCount)>();
        var opening = (Text: "", TokenCount: 0);
        foreach (var word in words)
        {
            var mark = word.Text.Trim();
            if (word.Text.StartsWith(' ') && mark.Length == 1 && OpeningMarks.Contains(mark[0], StringComparison.Ordinal))
            {
                opening = (opening.Text + word.Text, opening.TokenCount + word.TokenCount);
            }
            else if (joined.Count > 0 && opening.TokenCount == 0 && word.Text.Length == 1
                && ClosingMarks.Contains(word.Text[0], StringComparison.Ordinal))
            {
                joined[^1] = (joined[^1].Text + word.Text, joined[^1].TokenCount + word.TokenCount);
            }
            else
            {
                joined.Add((opening.Text + word.Text, opening.TokenCount + word.TokenCount));
                opening = ("", 0);
            }
        }

        if (opening.TokenCount > 0)
        {
            joined.Add(opening);
        }

        return joined;
    }
}
