namespace VideoTools;

/// <summary>How much decoding work may be skipped.</summary>
public enum SpeedMode
{
    /// <summary>Shortcuts that were measured not to change the answers.</summary>
    Normal,

    /// <summary>Bit-exact decoding: no shortcut at all.</summary>
    Exact,

    /// <summary>Every shortcut that keeps all or most frames; answers may differ slightly (see docs/performance.md).</summary>
    Fast,
}
