// Source: Tesseract's TSV output (tesseract(1), since 3.05): a line of column names, then a row for every page, block, paragraph, line and
// word, with its level (5 is a word), the number of the page (1 for the first picture of the list), its box, confidence (0 to 100, -1 for
// none) and text. What does not look so is left out: the program may be any. Cost: linear in its length.
namespace VideoTools.Engine.Media.Tesseract;

/// <summary>Reads what Tesseract prints.</summary>
internal static class TesseractTable
{
    private const string Header = "level\tpage_num\t";
    private const string WordLevel = "5";
    private const int Columns = 12;
    private const int LongestWord = 200;
    private const int MostWords = 200;

    /// <summary>The lines of the pictures; null when it is no such table.</summary>
    /// <param name="table">What was printed.</param>
    /// <param name="count">Pictures that were given.</param>
    public static IReadOnlyList<TesseractLine>? Parse(string table, int count)
    {
        var rows = table.Split('\n');
        if (!rows[0].StartsWith(Header, StringComparison.Ordinal))
        {
            return null;
        }

        var words = Enumerable.Range(0, count).Select(_ => new List<TesseractWord>()).ToArray();
        foreach (var row in rows.Skip(1))
        {
            var cells = row.TrimEnd('\r').Split('\t');
            if (cells.Length == Columns && cells[0] == WordLevel && Word(cells) is { } word
                && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= count
                && words[page - 1].Count < MostWords)
            {
                words[page - 1].Add(word);
            }
        }

        return [.. words.Select(w => new TesseractLine(w))];
    }

    private static TesseractWord? Word(string[] cells)
    {
        var text = new string([.. cells[^1].Where(c => !char.IsControl(c) && c != '\uFFFD')]).Trim();
        return text.Length is > 0 and <= LongestWord
            && int.TryParse(cells[6], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
            && int.TryParse(cells[8], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && double.TryParse(cells[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)
            && double.IsFinite(confidence)
            ? new TesseractWord(text, Math.Clamp(confidence / 100, 0, 1), left, width)
            : null;
    }
}
