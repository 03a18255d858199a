using System.Collections;
using System.Globalization;

namespace VideoTools;

/// <summary>
/// A read-only list that prints as its values joined with ";", the same in every culture, so that it survives a CSV file.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class ValueList<T> : IReadOnlyList<T>
{
    private readonly T[] _values;

    /// <summary>Copies the values.</summary>
    public ValueList(IEnumerable<T> values) => _values = [.. values];

    /// <summary>A list without values.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public T this[int index] => _values[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(';', _values.Select(v => v is IFormattable f ? f.ToString(null, CultureInfo.InvariantCulture) : v?.ToString()));
}
