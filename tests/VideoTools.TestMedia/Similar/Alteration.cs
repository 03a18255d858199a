namespace VideoTools.TestMedia.Similar;

/// <summary>What was done to a copy, in the order in which it is done.</summary>
public enum Alteration
{
    /// <summary>Nothing: an original.</summary>
    None,

    /// <summary>The beginning and the end cut away.</summary>
    Trim,

    /// <summary>Another frame rate.</summary>
    FrameRate,

    /// <summary>5 % of the width and of the height cut away, not evenly.</summary>
    Crop,

    /// <summary>Left and right exchanged.</summary>
    Mirror,

    /// <summary>Brighter, with more contrast.</summary>
    Brightness,

    /// <summary>A logo in a corner.</summary>
    Logo,

    /// <summary>Half the width and height.</summary>
    HalfSize,

    /// <summary>Black bars above and below.</summary>
    Letterbox,

    /// <summary>Black bars at the sides.</summary>
    Pillarbox,

    /// <summary>So few bits that blocks show.</summary>
    LowBitrate,
}
