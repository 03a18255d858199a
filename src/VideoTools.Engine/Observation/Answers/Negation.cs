// Method: a word counts unless its clause denies it. Before the word: a negator ("not", "no signs of", "without", "rather than")
// reaches as far as its clause: to a full stop, semicolon or line end, to "but", "however", to a comma or "and" that begins a new
// statement ("not alert and looks drowsy"), and, for "not", to a comma that no "or" follows; at most twelve words. Behind the word:
// "drowsiness: none", "sleepy? no", "is not visible". What only looks like a negation ("not only", "no doubt", "not without") is taken
// out first. A word in a condition ("if he becomes sleepy", "watch for") is not said to be so either. Cost: some regular expressions a
// word found, over one clause.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Tells whether a word that stands in a text is denied there.</summary>
internal static partial class Negation
{
    private const int Reach = 12;

    /// <summary>True when the words from start to end are denied, or only supposed.</summary>
    /// <param name="text">The text in small letters, with straight apostrophes.</param>
    /// <param name="start">Where the words start.</param>
    /// <param name="end">Where they end.</param>
    public static bool Denies(string text, int start, int end)
    {
        var before = text[ClauseStart(text, start)..start];
        var after = text[end..ClauseEnd(text, end)];
        var inside = Negator().Match(text[start..end]);

        // "eyes are not closed": between the words of a phrase. A phrase that begins with a negator is one by itself: "no concerns".
        return inside is { Success: true, Index: > 0 }
            || (!inside.Success && IsDeniedBefore(OnlyLooksSo().Replace(before, " "), after))
            || DeniedBehind().IsMatch(OnlyLooksSo().Replace(after, " "))
            || Supposed().IsMatch(before);
    }

    private static bool IsDeniedBefore(string before, string after)
    {
        if (Negator().Matches(before).LastOrDefault() is not { } negator)
        {
            return false;
        }

        var between = before[(negator.Index + negator.Length)..];
        if (NewStatement().IsMatch(between) || Word().Count(between) > Reach)
        {
            return false;
        }

        // "not tired, drowsy": another word. "not tired, drowsy or distracted": a list.
        var comma = between.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 || !IsAdverb().IsMatch(negator.Value) || Alternative().IsMatch(between[comma..] + " _ " + after);
    }

    private static int ClauseStart(string text, int at)
    {
        for (; at > 0; at--)
        {
            if (IsBorder(text, at - 1))
            {
                break;
            }
        }

        return at;
    }

    private static int ClauseEnd(string text, int at)
    {
        while (at < text.Length && (!IsBorder(text, at) || text[at] == '?'))
        {
            at++;
        }

        return at;
    }

    // A point inside of a number is none, a dash between spaces is one.
    private static bool IsBorder(string text, int at) => text[at] switch
    {
        ';' or '!' or '?' or '\n' or '(' or ')' => true,
        '.' => at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };

    [GeneratedRegex(
        @"\b(?:not|no|never|none|neither|nor|without|cannot|nothing|nobody|hardly|barely|scarcely|lacks?|lacking|non|free (?:of|from)"
        + @"|absence of|absent|rather than|instead of|far from|opposite of|anything but|ruled? out|ruling out|negative for|fails? to"
        + @"|unlikely(?: to be)?|denies|disproves?|\w+n't)\b")]
    private static partial Regex Negator();

    [GeneratedRegex(@"^(?:not|never|\w+n't|cannot|hardly|barely|scarcely)$")]
    private static partial Regex IsAdverb();

    [GeneratedRegex(
        @"\bnot (?:only|just|merely|simply)\b|\b(?:there is |there's )?(?:no|little) (?:doubt|question|mistake|wonder)\b"
        + @"|\bwithout (?:a |any )?(?:doubt|question)\b"
        + @"|\b(?:not|never|hardly|isn't|aren't|cannot be) (?:entirely |completely |quite )?(?:without|free (?:of|from)|absent"
        + @"|lacking|unlikely)\b"
        + @"|\b(?:can ?not|can't|could ?not|couldn't) (?:be )?(?:ruled? out|excluded?|denied|deny)\b"
        + @"|\bnot to mention\b|\bno less\b|\bno other than\b")]
    private static partial Regex OnlyLooksSo();

    [GeneratedRegex(
        @"\b(?:but|however|although|though|yet|while|whereas|except|instead he|instead she|because|so|therefore|still|then"
        + @"|merely|only)\b"
        + @"|(?: [-–—] )|[–—]"
        + @"|(?:,|\band\b)\s*(?:and |or |then |rather |more )?(?:he|she|they|it|the|his|her|their|is|are|was|were|be|appears?"
        + @"|looks?|looking|seems?|stays?|remains?|keeps?|sits?|turns?|moves?|drives?"
        + @"|has|have|shows?|showing|driver|person|subject|clearly|visibly|very|quite|rather|extremely|definitely|probably"
        + @"|likely|instead)\b")]
    private static partial Regex NewStatement();

    [GeneratedRegex(
        @"^[\s""'*_)\]]{0,3}(?:signs?|symptoms?|indicators?|cues?|behaviou?rs?|levels?)?[\s""'*_]{0,3}"
        + @"(?:(?:[:=?–—]|-(?=\s))[\s""'*_]*(?:no|none|not|false|absent|nil|n/a|negative|nowhere|zero|0)(?=[\s""'*_]*(?:$"
        + @"|[.,;!?)\n}]|(?:present|visible|observed|detected|seen|evident|found|noted|apparent)\b))"
        + @"|(?:is|are|was|were|has|have|had|can|could|do|does|did)(?: been| be)?(?: clearly| currently"
        + @"| definitely)?(?: not\b(?! only| just|hing| without)|n't\b| never\b| no(?:where| longer)\b| absent\b| ruled out\b"
        + @"| excluded\b| unlikely\b)"
        + @"|(?:isn't|aren't|wasn't|weren't|hasn't|haven't|can't|couldn't|doesn't|don't|cannot)\b"
        + @"|(?:not|never)\s+(?:present|visible|observed|detected|seen|evident|found|noted|apparent|noticeable|indicated|shown"
        + @"|displayed|at all)\b"
        + @"|(?:absent|ruled out|excluded)\b)")]
    private static partial Regex DeniedBehind();

    [GeneratedRegex(
        @"\b(?:if|unless|in case|whether|should|lest|becomes?|(?:could|may|might|can) (?:become|get|fall|turn)|to (?:avoid"
        + @"|prevent|detect|check for|look for|watch for|rule out)"
        + @"|(?:watch|watching|monitor|monitoring|look|looking|check|checked|checking|screen|screening|looked|watched) for"
        + @"|looking out for)\b[^,]*$")]
    private static partial Regex Supposed();

    [GeneratedRegex(@"\b(?:or|nor)\b")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
