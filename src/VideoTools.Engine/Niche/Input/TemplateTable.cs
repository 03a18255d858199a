using CsvHelper;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Niche.Input;

/// <summary>A CSV file of templates or niches: rows by the names of its columns.</summary>
internal sealed class TemplateTable
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly Dictionary<string, int> _columns;
    private readonly List<string[]> _rows;

    private TemplateTable(Dictionary<string, int> columns, List<string[]> rows) => (_columns, _rows) = (columns, rows);

    /// <summary>True where the rows are templates: they have columns that nothing else has.</summary>
    public bool HoldsTemplates =>
        Array.TrueForAll([nameof(VideoTemplate.FrameCount), nameof(VideoTemplate.FileName), nameof(VideoTemplate.VideoId)],
            _columns.ContainsKey);

    /// <summary>The rows with their numbers, 1 for the first below the header.</summary>
    public IEnumerable<(int Number, Func<string, object?> Get)> Rows =>
        _rows.Select((row, i) => (i + 1, (Func<string, object?>)(name => Cell(row, name))));

    /// <summary>Reads a file.</summary>
    /// <exception cref="CsvFormatException">It is no table.</exception>
    public static TemplateTable Open(string path)
    {
        var text = RegularFile.ReadAllText(path);
        if (text.Length == 0)
        {
            throw new FormatException("It has no bytes, or is a pipe or device.");
        }

        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];

        // Names of columns hold none of the three, so whichever the header has most of divides it.
        var delimiter = Delimiters.MaxBy(d => header.Count(c => c == d));
        using var csv = CsvReader.FromText(
            text, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover });
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var rows = new List<string[]>();
        if (csv.Read())
        {
            for (var i = 0; i < csv.FieldCount; i++)
            {
                columns.TryAdd(csv.GetString(i), i);
            }
        }

        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return new TemplateTable(columns, rows);
    }

    private string? Cell(string[] row, string name) =>
        _columns.TryGetValue(name, out var column) && column < row.Length ? row[column] : null;

    /// <summary>The rows as records.</summary>
    /// <param name="report">Told of rows that are passed over, and why.</param>
    public IEnumerable<T> Read<T>(Action<string> report)
        where T : class
    {
        foreach (var (number, get) in Rows)
        {
            if (RecordReader.TryRead<T>(get, out var record, out var problem))
            {
                yield return record;
            }
            else
            {
                report(FormattableString.Invariant($"Row {number} is passed over: {problem}"));
            }
        }
    }
}
