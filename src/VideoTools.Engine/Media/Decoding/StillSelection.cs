namespace VideoTools.Engine.Media.Decoding;

/// <summary>Which frames are also wanted large.</summary>
/// <param name="LongSide">Longest side in pixels; pictures are never enlarged.</param>
/// <param name="Format">Layout.</param>
/// <param name="Interval">Seconds between two stills; 0 takes every frame.</param>
internal sealed record StillSelection(int LongSide, FrameFormat Format, double Interval)
{
    /// <summary>True takes key frames and the very first frame alone, whatever the interval.</summary>
    public bool IsKeyFrames { get; init; }
}
