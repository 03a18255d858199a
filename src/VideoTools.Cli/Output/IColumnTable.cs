namespace VideoTools.Cli.Output;

/// <summary>The columns of one type of record, in the order of its properties.</summary>
internal interface IColumnTable : IEnumerable<Column>
{
    /// <summary>The type.</summary>
    Type Type { get; }
}
