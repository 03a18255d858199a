// Method: the scenes of the default detector; where there are fewer than 3, or a length is asked for, segments of that length from the
// first frame on. A segment begins with the first frame at or after its time, so that no frame is in two. A rest of less than half a
// segment and half a second joins the segment before it: one frame alone has no motion, and would be called dull for that.
// Cost: linear in the bins. Where bins hold several frames (long videos, see BoundedSeries) segments begin with a bin.
namespace VideoTools.Engine.Features.Activity;

/// <summary>Divides a video into the stretches whose activity is told.</summary>
internal static class ActivitySpans
{
    /// <summary>Seconds of a segment where there are too few scenes.</summary>
    public const double StandardSegmentSeconds = 5;

    private const int FewestScenes = 3;
    private const double ShortestRestSeconds = 0.5;

    /// <summary>The stretches, in order of time, without gaps.</summary>
    /// <param name="scenes">The scenes.</param>
    /// <param name="track">The frames.</param>
    /// <param name="segmentSeconds">Length of segments; null for the scenes where there are enough.</param>
    public static IReadOnlyList<ActivitySpan> Of(IReadOnlyList<VideoScene> scenes, PictureTrack track, double? segmentSeconds) =>
        segmentSeconds is null && scenes.Count >= FewestScenes
            ? [.. scenes.Select(OfScene)]
            : Segments(track, TimeSpan.FromSeconds(segmentSeconds ?? StandardSegmentSeconds));

    private static ActivitySpan OfScene(VideoScene scene) => new(
        scene.Index, scene.StartFrame, scene.EndFrame, scene.Start, scene.End, scene.StartSeconds, scene.EndSeconds, scene.Status);

    private static List<ActivitySpan> Segments(PictureTrack track, TimeSpan length)
    {
        var firsts = new List<int>();
        var current = -1L;
        for (var bin = 0; bin < track.Starts.Count; bin++)
        {
            var number = MediaTime.ToTimeSpan(track.Starts[bin] - track.Starts[0], track.TimeBase).Ticks / length.Ticks;
            if (number > current)
            {
                firsts.Add(bin);
                current = number;
            }
        }

        var shortest = Math.Min(ShortestRestSeconds, length.TotalSeconds / 2);
        if (firsts.Count > 1 && MediaTime.ToSeconds(track.EndPts - track.Starts[firsts[^1]], track.TimeBase) < shortest)
        {
            firsts.RemoveAt(firsts.Count - 1);
        }

        return [.. firsts.Select((bin, i) => i + 1 < firsts.Count
            ? Segment(track, bin, track.Starts[firsts[i + 1]], track.FirstFrame + ((long)firsts[i + 1] * track.FramesPerBin))
            : Segment(track, bin, track.EndPts, track.FirstFrame + track.FrameCount))];
    }

    private static ActivitySpan Segment(PictureTrack track, int bin, long end, long endFrame)
    {
        var start = track.Starts[bin];
        return new ActivitySpan(
            0,
            track.FirstFrame + ((long)bin * track.FramesPerBin),
            endFrame,
            MediaTime.ToTimeSpan(start, track.TimeBase),
            MediaTime.ToTimeSpan(end, track.TimeBase),
            MediaTime.ToSeconds(start, track.TimeBase),
            MediaTime.ToSeconds(end, track.TimeBase),
            track.Status);
    }
}
