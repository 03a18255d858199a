namespace VideoTools;

/// <summary>How whole a record is.</summary>
public enum RecordStatus
{
    /// <summary>Everything was decoded, and everything that was asked for is there.</summary>
    Ok,

    /// <summary>The time stamps jump (joined files); the jumps were closed, and times count as if there were none.</summary>
    Bridged,

    /// <summary>
    /// The video was decoded, and a part of the record could not be computed: a model or its library is missing. The status of each part
    /// says which one, and why.
    /// </summary>
    Partial,

    /// <summary>Some frames could not be decoded; DecodeErrorCount says how many errors the decoder reported.</summary>
    Damaged,

    /// <summary>The file ends before its own end; the record covers what is there.</summary>
    Truncated,
}
