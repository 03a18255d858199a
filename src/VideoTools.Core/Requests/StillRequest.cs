namespace VideoTools;

/// <summary>Gives one <see cref="VideoStill"/> a file: the first frame at or after <see cref="VideoInput.From"/>.</summary>
public sealed record StillRequest : VideoRequest
{
    /// <summary>Longest side of the picture in pixels, 16 to 4096; a smaller video is not enlarged.</summary>
    public int LongSide { get; init; } = 320;
}
