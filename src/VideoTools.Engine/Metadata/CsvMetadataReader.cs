// Method: RFC 4180 through CsvHelper. The delimiter is the one of , ; tab | that makes the most known columns of the header (then the most
// columns, then the first in this list); a first line "sep=;" decides at once. Rows whose number of cells differs from the header's are
// reported and passed over: their values would stand in wrong columns. Cost: linear; the file is in memory once.
using CsvHelper;

namespace VideoTools.Engine.Metadata;

/// <summary>Reads tables of metadata.</summary>
internal static class CsvMetadataReader
{
    private const string RowAction = "Correct the row and try again; the other rows are read.";
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The rows in their order.</summary>
    public static IEnumerable<MetadataRow> Read(string text, MetadataRowBuilder builder, MetadataReport report)
    {
        text = CutSeparatorLine(text, out var given);
        var delimiter = given ?? Delimiters.MaxBy(d => Score(text, d, builder));
        using var reader = Open(text, delimiter);
        var header = reader.Read() ? Cells(reader) : [];
        if (!header.Any(builder.IsUseful))
        {
            var names = string.Join(", ", header.Select(n => n.Length > 30 ? n[..30] + "..." : n).Take(8));
            report.File(
                $"has no column of metadata: {names}.",
                "Give the columns names in the first row, for example video_id, title, hashtags; "
                + "or name the column with -JoinColumn (--join-column).");
            yield break;
        }

        var number = 0;
        while (reader.Read())
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"Row {number}");
            if (IsUnterminated(reader.RawRecord, (byte)delimiter))
            {
                report.Place(
                    place, "a quotation mark is never closed, so the rest of the file would be one cell",
                    "Close it, or export the file again.");
                yield break;
            }

            var cells = Cells(reader);
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            // A delimiter at the end of a line makes one more, empty cell.
            if (cells.Length < header.Length || cells.Skip(header.Length).Any(c => c.Length > 0))
            {
                var problem = string.Create(CultureInfo.InvariantCulture, $"it has {cells.Length} cells, the header has {header.Length}");
                report.Place(place, problem, RowAction);
                continue;
            }

            var fields = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < header.Length; i++)
            {
                fields.TryAdd(header[i], cells[i]);
            }

            var row = builder.Build(fields, number, ownsFile: false);
            foreach (var wrong in builder.Problems)
            {
                report.Place(place, wrong, "Correct the cell, or leave it empty; it is read as empty.");
            }

            if (row is not null)
            {
                yield return row;
            }
        }
    }

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> ReadHeader(string text, MetadataRowBuilder builder)
    {
        text = CutSeparatorLine(text, out var given);
        using var reader = Open(text, given ?? Delimiters.MaxBy(d => Score(text, d, builder)));
        return reader.Read() ? Cells(reader) : [];
    }

    // A lone quotation mark (5" screen) is text.
    private static CsvReader Open(string text, char delimiter) => CsvReader.FromText(
        text, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover });

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetString(i);
        }

        return cells;
    }

    private static int Score(string text, char delimiter, MetadataRowBuilder builder)
    {
        using var reader = Open(text, delimiter);
        var header = reader.Read() ? Cells(reader) : [];
        return (header.Count(builder.IsUseful) * 10_000) + Math.Min(header.Length, 9_999);
    }

    private static string CutSeparatorLine(string text, out char? delimiter)
    {
        delimiter = null;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n', StringComparison.Ordinal) is 5 or 6)
        {
            delimiter = text[4];
            return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        return text;
    }

    /// <summary>True when a cell that began with a quotation mark goes on to the end of the file.</summary>
    private static bool IsUnterminated(ReadOnlySpan<byte> record, byte delimiter)
    {
        var state = Place.Start;
        foreach (var c in record)
        {
            var ends = c == delimiter || c is (byte)'\r' or (byte)'\n';
            state = (state, c) switch
            {
                (Place.Start, (byte)'"') => Place.Quoted,
                (Place.Quoted, (byte)'"') => Place.Closed,
                (Place.Quoted, _) => Place.Quoted,
                (Place.Closed, (byte)'"') => Place.Quoted, // A doubled mark inside of the cell.
                _ => ends ? Place.Start : Place.Plain,
            };
        }

        return state == Place.Quoted;
    }

    private enum Place
    {
        Start,
        Plain,
        Quoted,
        Closed,
    }
}
