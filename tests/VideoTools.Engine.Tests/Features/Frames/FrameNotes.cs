using VideoTools.Engine.Features.Frames;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Engine.Tests.Features.Frames;

/// <summary>Makes notes and scenes by hand; frames are 25 a second, and so is the clock.</summary>
internal static class FrameNotes
{
    public static Rational TimeBase { get; } = new(1, 25);

    /// <summary>Limits of Diverse.</summary>
    public static FrameLimits Limits { get; } = FrameLimits.Of(new FrameOptions());

    /// <summary>A note of a picture that looks like no other number's.</summary>
    public static FrameNote Note(long frame, int picture, double sharpness = 800, double activity = 1) =>
        new(frame, frame, new FrameMeasures(120, 50, sharpness, activity), Signature(picture)) { StretchActivity = activity };

    public static FrameSignature Signature(int picture)
    {
        var random = new SplitMix((ulong)picture + 1000);
        var layout = new byte[96];
        foreach (ref var value in layout.AsSpan())
        {
            value = (byte)random.Next(30, 220);
        }

        return new FrameSignature(random.NextULong(), layout);
    }

    public static VideoScene Scene(int index, long start, long end, double? transitionEnd = null) => new()
    {
        FullName = "/videos/clip.mp4",
        Index = index,
        StartFrame = start,
        EndFrame = end,
        StartSeconds = start / 25.0,
        EndSeconds = end / 25.0,
        DurationSeconds = (end - start) / 25.0,
        TransitionStartSeconds = start / 25.0,
        TransitionEndSeconds = transitionEnd ?? (start / 25.0),
    };

    public static List<(long Frame, int Scene)> Select(
        double perMinute, IReadOnlyList<VideoScene> scenes, IEnumerable<FrameNote> notes, FrameLimits? limits = null) =>
        [.. FrameSelector.Select(limits ?? Limits, perMinute, TimeBase, scenes, [.. notes]).Select(pair => (pair.Note.Frame, pair.SceneIndex))];
}
