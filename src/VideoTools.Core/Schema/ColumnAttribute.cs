namespace VideoTools;

/// <summary>
/// Says what a property is as a column of its record. Every public property is a column, in the order of declaration, with or without
/// this attribute; what is not said here has its default.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    /// <summary>Characters in a table; 0 leaves the column out there.</summary>
    public int Width { get; set; }

    /// <summary>True for a number by which videos are measured and compared.</summary>
    public bool IsMeasure { get; set; }

    /// <summary>Whether a row must have a value.</summary>
    public ColumnPresence Presence { get; set; }

    /// <summary>
    /// Name of the column that says what an empty cell is. Where that column has a value, an empty cell of a list is an empty list, and
    /// of a truth True; where it has none, nothing is known.
    /// </summary>
    public string? KnownBy { get; set; }
}
