namespace VideoTools;

/// <summary>Which frames of a video are chosen.</summary>
public enum FrameMode
{
    /// <summary>Good and different ones, spread over the scenes by their length and by how much happens in them.</summary>
    Diverse,

    /// <summary>The first frame at or after each multiple of an interval.</summary>
    Interval,

    /// <summary>The best frame of every scene.</summary>
    Scene,

    /// <summary>The key frames of the stream.</summary>
    Keyframe,

    /// <summary>Every frame.</summary>
    All,
}
