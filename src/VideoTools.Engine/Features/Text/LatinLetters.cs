// Source: the letters of Latin-1, Latin Extended-A and B and of Vietnamese in Unicode, with what they are without their marks. A table,
// because the command line runs without the data that string.Normalize needs.
using System.Collections.Frozen;

namespace VideoTools.Engine.Features.Text;

/// <summary>Latin letters and their marks.</summary>
internal static class LatinLetters
{
    // A letter, then those that are it with a mark above.
    private const string Above =
        "aàáâãäåāăǎạảấầẩẫậắằẳẵặ cćĉċč dď eèéêëēĕėěẹẻẽếềểễệ gĝğġ hĥ iìíîïĩīĭǐỉị jĵ lĺľ nñńňǹ oòóôõöōŏőǒọỏốồổỗộớờởỡợơ rŕř sśŝšș tťț "
        + "uùúûüũūŭůűǔụủứừửữựư wŵẁẃẅ yýÿŷỳỵỷỹ zźżž";

    // With a mark below.
    private const string Below = "aą cç eę gģ iį kķ lļ nņ oǫ rŗ sş tţ uų";

    // With a stroke through it, or written as one.
    private const string Through = "dđð hħ iı lł oø tŧ bß aæ oœ pþ nŋ";

    private static readonly FrozenDictionary<char, (char Base, LetterMark Mark)> Letters = Rows(Above, LetterMark.Above)
        .Concat(Rows(Below, LetterMark.Below)).Concat(Rows(Through, LetterMark.Through))
        .DistinctBy(row => row.Letter).ToFrozenDictionary(row => row.Letter, row => (row.Base, row.Mark));

    /// <summary>Signs that PP-OCR's alphabet lacks.</summary>
    public const string UnknownSigns = "€£₹¢₩₽₺₴₫₱§©®™ªº¿¡«";

    /// <summary>Money.</summary>
    public const string Currencies = "€£₹¢₩₽₺₴₫₱";

    /// <summary>A letter without its mark, in its case; anything else as it is.</summary>
    public static char Plain(char letter) =>
        letter == 'İ' ? 'I'
        : Letters.TryGetValue(char.ToLowerInvariant(letter), out var known)
            ? char.IsUpper(letter) ? char.ToUpperInvariant(known.Base) : known.Base
            : letter;

    /// <summary>The mark of a letter.</summary>
    public static LetterMark MarkOf(char letter) =>
        letter == 'İ' ? LetterMark.Above
        : Letters.TryGetValue(char.ToLowerInvariant(letter), out var known) ? known.Mark : LetterMark.None;

    /// <summary>True for a letter with a mark and for a sign: what speaks for a word that PP-OCR did not read.</summary>
    public static bool IsRare(char letter) => MarkOf(letter) != LetterMark.None || UnknownSigns.Contains(letter, StringComparison.Ordinal);

    /// <summary>True for a Latin letter, with or without a mark.</summary>
    public static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || MarkOf(letter) != LetterMark.None;

    /// <summary>True when two are the same letter but for marks and case.</summary>
    public static bool AreAlike(char a, char b) => char.ToLowerInvariant(Plain(a)) == char.ToLowerInvariant(Plain(b));

    private static IEnumerable<(char Letter, char Base, LetterMark Mark)> Rows(string table, LetterMark mark) =>
        table.Split(' ').SelectMany(row => row.Skip(1).Select(letter => (letter, row[0], mark)));
}
