namespace VideoTools;

/// <summary>What PowerShell shows of a record; the module's format and type files are written from it when the module is built.</summary>
/// <param name="columns">
/// Columns of the table, each "[label=]property[:width[:format]]"; one without a width takes what is left of the line. A name that is no
/// property is one of the few columns that the build program has a script for.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ViewAttribute(params string[] columns) : Attribute
{
    /// <summary>Columns of the table.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Properties that stand for the record where there is room for few, divided by blanks.</summary>
    public required string Set { get; set; }

    /// <summary>Property that records are grouped by; null for none.</summary>
    public string? GroupBy { get; set; }

    /// <summary>True when a long text goes on in the next line; otherwise it is cut at the end of the line.</summary>
    public bool Wraps { get; set; }

    /// <summary>True when Format-List shows every property, not only those of <see cref="Set"/>.</summary>
    public bool HasList { get; set; }
}
