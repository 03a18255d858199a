// Method: the first frame is kept; a later one where its luma differs from that of the last one kept by more than the threshold, as a
// mean of absolute differences in proportion to 255. Where that leaves one frame alone, the one that differs most from it is kept, too
// (of equals the last): two are the least that shows whether anything moves.
// Units: parts of the luma range. Cost: one pass over the luma of a frame, 32 pixels a step.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Sequences;

/// <summary>Chooses among the frames of a sequence those that show something new.</summary>
internal static class FrameChoice
{
    /// <summary>The frames to keep, in their order.</summary>
    /// <param name="frames">All of one size.</param>
    /// <param name="threshold">0 to 1; 0 keeps all.</param>
    public static IReadOnlyList<VideoFrame> Choose(IReadOnlyList<VideoFrame> frames, double threshold)
    {
        if (threshold <= 0 || frames.Count < 3)
        {
            return frames;
        }

        List<VideoFrame> kept = [frames[0]];
        var (most, another) = (-1.0, frames[^1]);
        foreach (var frame in frames.Skip(1))
        {
            var change = Change(kept[^1], frame);
            if (change > threshold)
            {
                kept.Add(frame);
            }
            else if (kept.Count == 1 && change >= most)
            {
                (most, another) = (change, frame);
            }
        }

        if (kept.Count == 1)
        {
            kept.Add(another);
        }

        return kept;
    }

    /// <summary>Mean absolute difference of luma, 0 to 1.</summary>
    public static double Change(VideoFrame before, VideoFrame after) =>
        MotionKernels.SumAbsoluteDifference(before.Y, after.Y) / (255.0 * after.Y.Length);
}
