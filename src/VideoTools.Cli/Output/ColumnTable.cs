using System.Collections;

namespace VideoTools.Cli.Output;

/// <summary>The columns of one type of record, written as a collection initializer.</summary>
internal sealed class ColumnTable<T> : IColumnTable
{
    private readonly List<Column> _columns = [];

    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <summary>Adds a column.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="get">Takes the value out of a record.</param>
    /// <param name="width">Characters in the table; 0 leaves the column out there.</param>
    public void Add(string name, Func<T, object?> get, int width = 0) => _columns.Add(new Column(name, record => get((T)record), width));

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => _columns.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
