namespace VideoTools;

/// <summary>How much a state rests on.</summary>
public enum StateStatus
{
    /// <summary>Everything that was looked for is known.</summary>
    Ok,

    /// <summary>Some of it is not known.</summary>
    Partial,

    /// <summary>Nothing is known.</summary>
    Unavailable,
}
