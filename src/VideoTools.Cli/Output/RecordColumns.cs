using VideoTools.Cli.Output.Columns;

namespace VideoTools.Cli.Output;

/// <summary>
/// The columns of every record, in the order of their declaration; table, CSV and NDJSON all read them from here. Written out
/// because reflection costs start-up time; a test asserts that the lists and the records agree.
/// </summary>
internal static class RecordColumns
{
    private static readonly Dictionary<Type, Column[]> ByType =
        new[] { MediaColumns.All, CropColumns.All, TemplateColumns.All, NicheColumns.All, NicheMeasureColumns.All }
            .SelectMany(tables => tables).ToDictionary(table => table.Type, table => table.ToArray());

    /// <summary>The types that have columns.</summary>
    public static IReadOnlyCollection<Type> Types => ByType.Keys;

    /// <summary>True for a type that has columns.</summary>
    public static bool Has(Type type) => ByType.ContainsKey(type);

    /// <summary>The columns of a record's type.</summary>
    public static IReadOnlyList<Column> For(Type type) => ByType[type];
}
