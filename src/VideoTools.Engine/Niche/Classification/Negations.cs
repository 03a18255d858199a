// Method: what a text says that it is not about is taken out of it before anything is scored: "not about crypto", "nothing to do with
// stocks", "does not cover trading", "this is no trading video", "cooking, not crypto", "without coding", "Bitcoin? No", "forget Excel",
// and the sentences that lawyers want ("not financial advice", "I am not a doctor", "for educational purposes only"). Patterns, no
// grammar: they take the words up to the next mark or conjunction, five at most, one more behind an "and" that ends there, and leave
// what they are not sure of ("not only", "why not", "no matter"). English only, as the taxonomies are. Cost: a few passes of regular
// expressions.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>Takes what is negated out of texts.</summary>
internal static partial class Negations
{
    /// <summary>The text without what it denies.</summary>
    public static string Remove(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)
            [Advice(), Person(), Purpose(), About(), Covered(), Instead(), Forget(), Question(), Kind(), Contrast(), None()])
        {
            text = pattern.Replace(text, " ");
        }

        return text;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // What is denied: words up to a mark or a word that begins something else.
    private const string Object = @"(?:(?!(?:but|and|it|this|that|so|because|just|only|instead|we|i|you)\b)[\w'’&+#/-]+[ \t]*){1,5}"
        + @"(?:and\s+[\w'’+#/-]+(?=\s*(?:$|[.,;:!?)\n–—])))?";

    private const string Not =
        @"(?:not|isn['’]?t|aren['’]?t|wasn['’]?t|ain['’]?t|won['’]?t|don['’]?t|doesn['’]?t|never|nothing|no longer)";

    [GeneratedRegex(@"\b(?:not|no|isn['’]?t|never|nor)\b[^.!?\n]{0,40}?\badvi[cs]e\b|\bnfa\b", Options)]
    private static partial Regex Advice();

    [GeneratedRegex(
        @"\b(?:i\s+am|i['’]?m|we\s+are|we['’]?re)\s+not\s+(?:an?|your|the)?\s*(?:[\w-]+\s+){0,3}?"
        + @"(?:advis[eo]rs?|doctors?|physicians?|lawyers?|attorneys?|accountants?|therapists?|professionals?|experts?|planners?"
        + @"|brokers?)\b",
        Options)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\bfor\s+(?:\w+\s+(?:and|or)\s+)?(?:educational|entertainment|informational|information|education)\s+purposes?(?:\s+only)?"
        + @"|\bnot\s+(?:sponsored|affiliated|endorsed|associated)\b[^.!?\n]{0,60}"
        + @"|\b(?:consult|ask|speak\s+(?:to|with)|talk\s+to)\s+(?:an?|your)\s+(?:[\w-]+\s+){0,3}"
        + @"(?:advis[eo]r|doctor|physician|lawyer|attorney|accountant|professional)\b[^.!?\n]{0,60}",
        Options)]
    private static partial Regex Purpose();

    // "What they never tell you about crypto" is about crypto: no other words may come between.
    private const string Filler =
        @"(?:really|actually|even|all|going\s+to\s+be|to\s+be|be|talks?|talking|speak|speaking|an?|any|another|videos?|content|channel"
        + "|post|tutorial)";

    [GeneratedRegex(@"\b" + Not + @"\s+(?:" + Filler + @"\s+){0,5}(?:about|regarding|related\s+to)\s+" + Object, Options)]
    private static partial Regex About();

    [GeneratedRegex(
        @"\b" + Not + @"\s+(?:covers?|discuss(?:es)?|deals?\s+with|involves?|includes?|mentions?|teach(?:es)?)\s+" + Object, Options)]
    private static partial Regex Covered();

    [GeneratedRegex(@"(?<=^|[.!?\n])\s*forget\s+(?:about\s+)?(?!to\b|how\b|what\b|everything\b|your\b|me\b)" + Object, Options)]
    private static partial Regex Forget();

    // Two words at most: a longer question is a sentence about something ("Is bitcoin dead? No").
    [GeneratedRegex(
        @"(?<=^|[.!\n])\s*[\w'’+#/-]+(?:\s+[\w'’+#/-]+)?\s*\?\s*(?:no|nope|nah|never|not\s+(?:here|today|me|us|for\s+me))\b", Options)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(?:nothing\s+to\s+do\s+with|instead\s+of|rather\s+than|without(?:\s+any)?|unrelated\s+to)\s+" + Object, Options)]
    private static partial Regex Instead();

    [GeneratedRegex(
        @"\b(?:this|it|that|here)(?:['’]s|\s+is|\s+was)?\s*(?:not|isn['’]?t|ain['’]?t|no)\s+"
        + @"(?!only|just|merely|sure|easy|hard|possible)(?:an?\s+|the\s+|another\s+)?" + Object,
        Options)]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"(?<=^|[,;:(\n–—]|\s-)\s*\bnot\s+(?!only|just|merely|sure|to\b|all)(?:an?\s+|the\s+|your\s+)?"
        + @"(?:[\w'’&+#/-]+[ \t]*){1,3}(?=$|[.,;:!?)\n–—])",
        Options)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\bno\s+(?!code|matter|one|way|more|idea|doubt|problem|longer|need|wonder|time|excuses?)\w+", Options)]
    private static partial Regex None();
}
