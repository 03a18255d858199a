namespace VideoTools;

/// <summary>How whole the input of a record was.</summary>
public enum RecordStatus
{
    /// <summary>Everything was decoded.</summary>
    Ok,

    /// <summary>The time stamps jump (joined files); the jumps were closed, and times count as if there were none.</summary>
    Bridged,

    /// <summary>Some frames could not be decoded; DecodeErrorCount says how many errors the decoder reported.</summary>
    Damaged,

    /// <summary>The file ends before its own end; the record covers what is there.</summary>
    Truncated,
}
