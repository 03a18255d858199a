namespace VideoTools;

/// <summary>How worrying a stretch of video is.</summary>
public enum AlertLevel
{
    /// <summary>Nothing is known. It is not a low level.</summary>
    Unknown,

    /// <summary>Nothing to worry about.</summary>
    Low,

    /// <summary>Worth watching.</summary>
    Moderate,

    /// <summary>Worth acting.</summary>
    High,
}
