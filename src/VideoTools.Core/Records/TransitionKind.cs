namespace VideoTools;

/// <summary>How one scene becomes the next.</summary>
public enum TransitionKind
{
    /// <summary>Nothing precedes: the first scene of the file or of the range.</summary>
    None,

    /// <summary>From one frame to the next.</summary>
    Cut,

    /// <summary>The old picture blends into the new one.</summary>
    Dissolve,

    /// <summary>Through black or white.</summary>
    Fade,

    /// <summary>The new picture moves over the old one.</summary>
    Wipe,

    /// <summary>Not seen but set: a segment of fixed length (see FallbackLength).</summary>
    Fixed,
}
