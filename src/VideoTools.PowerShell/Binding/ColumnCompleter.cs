using System.Collections;

namespace VideoTools.PowerShell;

/// <summary>Completes names of columns: of the CSV files that the command line names, and of records that are piped in.</summary>
public sealed class ColumnCompleter : WordCompleter
{
    private const int MostFiles = 20;
    private static readonly string[] Parameters = ["MetadataPath", "Path", "LiteralPath"];

    private protected override IEnumerable<(string Text, string Tip)> Words(IDictionary bound) => Parameters
        .SelectMany(parameter => Texts(bound, parameter))
        .SelectMany(Tables)
        .Take(MostFiles)
        .SelectMany(file => EngineProvider.Get().Metadata.GetColumns(file)
            .Select(column => (column, $"{column}, of {Path.GetFileName(file)}")))
        .DistinctBy(word => word.column, StringComparer.OrdinalIgnoreCase)
        .DefaultIfEmpty()
        .SelectMany(word => word.column is null ? RecordColumns() : [word]);

    private static IEnumerable<string> Tables(string path)
    {
        var full = FullPath(path);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, "*.csv") : File.Exists(full) ? [full] : [];
    }

    private static IEnumerable<(string Text, string Tip)> RecordColumns() => RecordSchema.Of<VideoNiche>().Columns
        .Where(column => column.ValueType is { } type && (type == typeof(double) || type == typeof(int) || type == typeof(long)))
        .Select(column => (column.Name, "number of a record of Get-VideoNiche"));
}
