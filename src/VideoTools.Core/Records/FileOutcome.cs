namespace VideoTools;

/// <summary>What became of a file that was to be written.</summary>
public enum FileOutcome
{
    /// <summary>It is new, or holds something else than before.</summary>
    Written,

    /// <summary>It held the same already, and was left as it is.</summary>
    Unchanged,
}
