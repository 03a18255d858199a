namespace VideoTools;

/// <summary>What a live source is, which says how it is opened.</summary>
public enum LiveSourceKind
{
    /// <summary>A camera of this machine.</summary>
    Device,

    /// <summary>A camera or server on the network that speaks RTSP.</summary>
    Rtsp,

    /// <summary>A named pipe that another program writes to.</summary>
    Pipe,
}
