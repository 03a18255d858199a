namespace VideoTools;

/// <summary>Whether a row that is read as a record must have a value in a column.</summary>
public enum ColumnPresence
{
    /// <summary>Where the property is declared <c>required</c>.</summary>
    AsDeclared,

    /// <summary>It must be there, though the property has a default.</summary>
    Required,

    /// <summary>It may be missing, though the property is declared <c>required</c>.</summary>
    Optional,
}
