namespace VideoTools;

/// <summary>How the channels of a sound track become the one that is listened to.</summary>
public enum SoundChannel
{
    /// <summary>The mean of left and right; where they cancel each other, the louder one.</summary>
    Auto,

    /// <summary>The mean of left and right, whatever it is.</summary>
    Mix,

    /// <summary>The left channel alone.</summary>
    Left,

    /// <summary>The right channel alone.</summary>
    Right,
}
