// Method: accents are taken off (Unicode NFD without marks), letters and digits make words, an apostrophe joins ("don't" is "dont"),
// "c++" and "c#" keep their signs. Text without blanks between words (Chinese, Japanese, Thai) comes out as long words; its keywords are
// found when they are written the same. Cost: linear.
namespace VideoTools.Engine.Niche.Classification;

/// <summary>Cuts text into words.</summary>
internal static class TextWords
{
    /// <summary>The words in lower case, in order.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is '+' or '#' && word is { Length: 1 or 2 } && word[0] is 'c' or 'f')
            {
                word.Append(c);
            }
            else if (c is not ('\'' or '\u2019')
                && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                Take();
            }
        }

        Take();
        return words;

        void Take()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The stems of the words.</summary>
    public static List<string> Stems(string text) => [.. Split(text).Select(WordStem.Of)];
}
