using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Which frame, and when it is shown.</summary>
/// <param name="Index">Number of the frame.</param>
/// <param name="Pts">Its presentation time stamp in units of the video's time base.</param>
internal readonly record struct FrameStamp(long Index, long Pts)
{
    /// <summary>The stamp of a frame.</summary>
    public static FrameStamp Of(VideoFrame frame) => new(frame.Index, frame.Pts);
}
