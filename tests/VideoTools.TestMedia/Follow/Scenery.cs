namespace VideoTools.TestMedia.Follow;

/// <summary>What the background of a clip does.</summary>
public enum Scenery
{
    /// <summary>It stands still.</summary>
    Still,

    /// <summary>The camera pans evenly.</summary>
    Panning,

    /// <summary>The camera is held by hand: it moves by a few pixels from frame to frame.</summary>
    Shaking,

    /// <summary>One flat grey, without any texture.</summary>
    Flat,
}
