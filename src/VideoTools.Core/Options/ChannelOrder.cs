namespace VideoTools;

/// <summary>What the channels of a picture are, as a model reads them.</summary>
public enum ChannelOrder
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red.</summary>
    Bgr,
}
