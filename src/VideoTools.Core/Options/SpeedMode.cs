namespace VideoTools;

/// <summary>How much decoding work may be skipped.</summary>
public enum SpeedMode
{
    /// <summary>Shortcuts that change no answer. There is none today: every frame is decoded whole.</summary>
    Normal,

    /// <summary>Bit-exact decoding: no shortcut at all, today and later.</summary>
    Exact,

    /// <summary>Every shortcut that keeps all or most frames; answers may differ slightly (see docs/performance.md).</summary>
    Fast,
}
