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

    // Letters that mathematics had before: they are missing from its alphabets.
    private const string Letterlike = "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ";
    private const string Letters = "hBEFHILMRegoCHIRZCHNPQRZ";

    // Letters A to Z in a circle, in a square, white in a black circle and in a black square.
    private static readonly int[] Alphabets = [0x24B6, 0x1F130, 0x1F150, 0x1F170];

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

    // By arithmetic, too: a host without ICU data (the command line) normalizes nothing.
    private static char? Plain(Rune rune)
    {
        var value = rune.Value;
        foreach (var first in Alphabets)
        {
            if (value >= first && value < first + 26)
            {
                return (char)('A' + (value - first));
            }
        }

        return value switch
        {
            >= 0xFF01 and <= 0xFF5E => (char)(value - 0xFEE0),
            0x3000 => ' ',
            >= 0x24D0 and <= 0x24E9 => (char)('a' + (value - 0x24D0)),
            >= 0x1D400 and <= 0x1D6A3 => Letter((value - 0x1D400) % 52),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((value - 0x1D7CE) % 10)),
            _ when !rune.IsBmp => null,
            _ when Letterlike.IndexOf((char)value, StringComparison.Ordinal) is var at and >= 0 => Letters[at],
            _ when SmallCapitals.IndexOf((char)value, StringComparison.Ordinal) is var at and >= 0 => Capitals[at],
            _ => null,
        };
    }

    private static char Letter(int number) => (char)(number < 26 ? 'A' + number : 'a' + number - 26);
}
