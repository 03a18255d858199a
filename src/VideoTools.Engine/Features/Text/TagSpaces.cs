// The network reads the wide sides of # and @ as spaces, and those of a colon between digits. Tags, names, addresses and times have none:
// what can only be one of them is closed up. An @ between words ("lunch @ noon"), a # before a number ("# 1"), the end of a sentence and
// two numbers with a colon, which may be a score, stay as they are.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Features.Text;

/// <summary>Takes spaces out of tags, names, addresses and times.</summary>
internal static partial class TagSpaces
{
    /// <summary>The line without them.</summary>
    public static string Close(string text)
    {
        if (text.AsSpan().IndexOfAny("#@:.") < 0 || !text.Contains(' ', StringComparison.Ordinal))
        {
            return text;
        }

        text = Time().Replace(text, match => match.Value.Replace(" ", "", StringComparison.Ordinal));
        text = Tag().Replace(text, "$1");
        text = Mail().Replace(text, "@");
        text = Scheme().Replace(text, "$1://");
        text = Www().Replace(text, "$1.");
        return Domain().Replace(text, ".");
    }

    // "00 : 00 : 02 .500", "01: 00: 00: 18", "10:00:00; 12": hours, minutes, seconds, and a fraction or a frame.
    [GeneratedRegex(@"(?<![\d:])\d{1,2}(?: ?: ?\d{2}){2}(?: ?[.,]\d{1,3}| [.,] \d{1,3}| ?[:;] ?\d{2})?(?![\d:])")]
    private static partial Regex Time();

    // "# MondayMotivation", "@ john" at the start of a line.
    [GeneratedRegex(@"((?:^|(?<=\s))#|^@)\s+(?=\p{L})")]
    private static partial Regex Tag();

    // "info@ my-site.co.uk", "info @my-site.co.uk", "info @ my-site.co.uk": a host follows.
    [GeneratedRegex(@"(?<=\w)(?:\s*@\s+|\s+@\s*)(?=[\w-]+(?:\s?\.\s?[\w-]+)*\s?\.\s?[A-Za-z]{2,})|(?<=\w)@\s+(?=\w)")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(https?)\s*:\s*/\s*/\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b(www)(?:\s+\.\s*|\.\s+)(?=\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Www();

    // "my-site. co.uk" after an @, a www. or a scheme; a capital letter begins a sentence.
    [GeneratedRegex(@"(?<=(?:@|\b[Ww]{3}\.|://)[\w.-]*)(?:\s+\.\s*|\.\s+)(?=[a-z]{2,6}\b)")]
    private static partial Regex Domain();
}
