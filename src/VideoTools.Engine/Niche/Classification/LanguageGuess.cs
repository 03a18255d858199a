// Method: the script decides where only one language family uses it; Latin text goes to the language most of whose function words it
// has, if it has two of them and more than any other. No match is no answer: a title of two names has no language. Cost: one set
// look-up a word.
namespace VideoTools.Engine.Niche.Classification;

/// <summary>Guesses the language of a text.</summary>
internal static class LanguageGuess
{
    private static readonly (string Language, HashSet<string> Words)[] Functions =
    [
        ("en", Set("the and of to in is you that it for on with this my your how what why are was we not from have at be i")),
        ("de", Set("der die das und ist nicht ich du wir ein eine mit auf für den dem von zu im wie was warum so auch sich mein dein")),
        ("fr", Set("le la les et est pas je tu nous un une avec sur pour des du dans comment que qui mon ton ce cette en au")),
        ("es", Set("el la los las y es no yo tu un una con en para de del como que por mi este esta lo se al más")),
        ("pt", Set("o a os as e é não eu você um uma com em para de do da como que por meu este esta no na se mais")),
        ("it", Set("il la gli le e è non io tu un una con su per di del come che perché mio questo questa nel si più")),
        ("nl", Set("de het een en is niet ik je wij met op voor van te in hoe wat waarom ook mijn jouw dit dat zijn")),
        ("pl", Set("i nie jest to na w z do się jak co dlaczego mój twój ten ta od po dla czy tak")),
        ("tr", Set("ve bir bu için ile ne nasıl neden değil ben sen çok daha en gibi olan var")),
        ("id", Set("dan yang di untuk ini itu dengan tidak saya kamu cara apa dari ke ada bisa")),
    ];

    /// <summary>ISO 639-1; null when the text does not tell.</summary>
    public static string? Of(string text)
    {
        if (OfScript(text) is { } script)
        {
            return script;
        }

        var words = text.ToLowerInvariant().Split([.. " \t\r\n.,:;!?()[]\"|/"], StringSplitOptions.RemoveEmptyEntries);
        var counts = Functions.Select(f => (f.Language, Count: words.Count(f.Words.Contains))).OrderByDescending(c => c.Count).ToArray();
        return counts[0].Count >= 2 && counts[0].Count > counts[1].Count ? counts[0].Language : null;
    }

    private static string? OfScript(string text)
    {
        var (letters, kana, han, hangul, cyrillic, arabic, hebrew, devanagari, thai, greek) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text.Where(char.IsLetter))
        {
            letters++;
            switch (c)
            {
                case >= '\u3040' and <= '\u30ff': kana++; break;
                case >= '\u4e00' and <= '\u9fff': han++; break;
                case >= '\uac00' and <= '\ud7af': hangul++; break;
                case >= '\u0400' and <= '\u04ff': cyrillic++; break;
                case >= '\u0600' and <= '\u06ff': arabic++; break;
                case >= '\u0590' and <= '\u05ff': hebrew++; break;
                case >= '\u0900' and <= '\u097f': devanagari++; break;
                case >= '\u0e00' and <= '\u0e7f': thai++; break;
                case >= '\u0370' and <= '\u03ff': greek++; break;
                default: break;
            }
        }

        return letters == 0 ? null
            : (kana + han) * 2 > letters ? (kana > 0 ? "ja" : "zh")
            : hangul * 2 > letters ? "ko"
            : cyrillic * 2 > letters ? "ru"
            : arabic * 2 > letters ? "ar"
            : hebrew * 2 > letters ? "he"
            : devanagari * 2 > letters ? "hi"
            : thai * 2 > letters ? "th"
            : greek * 2 > letters ? "el"
            : null;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
