using System.Collections.Concurrent;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.CropPath;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Engine.Tests.Features.CropPath;

/// <summary>The shots of a drawn clip, without a file: frames at analysis size straight into the analyzer.</summary>
internal static class DrawnShots
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<SaliencyNote>>> Known = new();

    /// <summary>One shot a scene.</summary>
    /// <param name="spec">What is drawn; its bars are in pixels of the small frame.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="texts">Text that is on screen.</param>
    /// <param name="cuts">Seconds at which scenes begin, besides 0.</param>
    public static IReadOnlyList<CropShot> Plan(
        SubjectClipSpec spec, CropPathOptions options, IReadOnlyList<VideoText>? texts = null, params double[] cuts) =>
        Compose(Notes(spec), spec.Seconds, options, [], texts, cuts);

    /// <summary>What the analyzer notes of a clip; drawn once, since several tests ask the same clip for different shots.</summary>
    public static IReadOnlyList<SaliencyNote> Notes(SubjectClipSpec spec) =>
        Known.GetOrAdd(spec.ToString(), _ => new Lazy<IReadOnlyList<SaliencyNote>>(() => Draw(spec))).Value;

    /// <summary>Shots from notes.</summary>
    public static IReadOnlyList<CropShot> Compose(
        IReadOnlyList<SaliencyNote> notes, double seconds, CropPathOptions options, List<string> warnings,
        IReadOnlyList<VideoText>? texts = null, params double[] cuts)
    {
        double[] borders = [0, .. cuts, seconds];
        var scenes = Enumerable.Range(1, borders.Length - 1).Select(i => new VideoScene
        {
            FullName = "/videos/clip.mp4",
            Index = i,
            Start = TimeSpan.FromSeconds(borders[i - 1]),
            End = TimeSpan.FromSeconds(borders[i]),
            StartSeconds = borders[i - 1],
            EndSeconds = borders[i],
            DurationSeconds = borders[i] - borders[i - 1],
        });
        var results = new Dictionary<FeatureOptions, FeatureResult>
        {
            [new SceneOptions()] = new([.. scenes], []),
            [new SaliencyOptions()] = new([.. notes], []),
            [new TextOptions()] = new([.. texts ?? []], []),
        };
        var feature = new CropPathFeature();
        feature.Validate(options);
        return [.. feature.Compose(options, new VideoInput("/videos/clip.mp4"), new PartResults(results), warnings.Add).Cast<CropShot>()];
    }

    /// <summary>A line of text.</summary>
    public static VideoText Text(int x, int y, int width, int height, double start, double end) => new()
    {
        FullName = "/videos/clip.mp4",
        Index = 1,
        Text = "text",
        X = x,
        Y = y,
        Width = width,
        Height = height,
        StartSeconds = start,
        EndSeconds = end,
    };

    private static IReadOnlyList<SaliencyNote> Draw(SubjectClipSpec spec)
    {
        var small = spec with { Width = 320, Height = 180 };
        var frames = Enumerable.Range(0, small.FrameCount).Select(i => new VideoFrame(
            SubjectClips.Draw(small, i).Data, null, FrameFormat.Yuv420P, small.Width, small.Height, i, i, new Rational(1, small.Rate)));
        return [.. FramePainter.Run(new SaliencyAnalyzer(), FramePainter.Info(640, 360), frames).Cast<SaliencyNote>()];
    }
}
