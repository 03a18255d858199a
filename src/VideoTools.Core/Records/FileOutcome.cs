namespace VideoTools;

/// <summary>What became of a file that was to be written.</summary>
public enum FileOutcome
{
    /// <summary>It is new, or holds something else than before.</summary>
    Written,

    /// <summary>It held the same already, and was left as it is.</summary>
    Unchanged,

    /// <summary>There is nothing to write: nobody speaks in the video, for example. No empty file is made.</summary>
    Nothing,
}
