namespace VideoTools;

/// <summary>Gives one <see cref="VideoInfo"/> a file.</summary>
public sealed record InfoRequest : VideoRequest
{
    /// <summary>True counts the frames by reading every packet of the video stream.</summary>
    public bool CountFrames { get; init; }
}
