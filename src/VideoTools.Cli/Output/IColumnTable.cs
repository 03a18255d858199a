namespace VideoTools.Cli.Output;

/// <summary>The columns of one type of record.</summary>
internal interface IColumnTable
{
    /// <summary>The type.</summary>
    Type Type { get; }

    /// <summary>Its columns, in the order of its properties.</summary>
    IReadOnlyList<Column> Columns { get; }
}
