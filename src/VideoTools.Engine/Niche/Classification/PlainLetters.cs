// Method: letters for decoration become what they stand for, so that words are found: Unicode's compatibility composition (NFKC, UAX #15)
// covers mathematical bold, script and double-struck letters, full-width and circled ones; white-on-black letters and small capitals,
// which Unicode gives no decomposition, follow by table. Invisible characters inside of words (soft hyphen, joiners) are dropped. Half a
// surrogate pair, which nothing that follows would take, becomes U+FFFD. Cost: linear.
namespace VideoTools.Engine.Niche.Classification;

/// <summary>Text in plain letters.</summary>
internal static class PlainLetters
{
    private const string SmallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ";
    private const string Capitals = "abcdefghijklmnopqrstuvwyz";
    private const int ZeroWidthSpace = 0x200B;

    // Letters A to Z, white in a black circle and in a black square.
    private static readonly int[] Alphabets = [0x1F150, 0x1F170];

    /// <summary>The text in plain letters; otherwise as it is.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Plain(rune) is { } known)
            {
                plain.Append(known);
            }
            else if (rune.Value == ZeroWidthSpace || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static char? Plain(Rune rune)
    {
        foreach (var first in Alphabets)
        {
            if (rune.Value >= first && rune.Value < first + 26)
            {
                return (char)('A' + (rune.Value - first));
            }
        }

        return rune.IsBmp && SmallCapitals.IndexOf((char)rune.Value, StringComparison.Ordinal) is var at and >= 0 ? Capitals[at] : null;
    }
}
