using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Scenes;
using VideoTools.TestMedia.Scoring;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class HybridAccuracyTests
{
    /// <summary>A few clips of the development set, one of each kind of difficulty; the whole sets are measured by the accuracy command.</summary>
    private static readonly string[] Clips = ["dev-cuts-film", "dev-dissolves", "dev-fades", "dev-wipes", "dev-flashes", "dev-motion", "dev-overlays"];

    [RequiresFact(Needs.Ffmpeg | Needs.RealClips)]
    public void Process_GeneratedClips_ReachesTheRequiredF1()
    {
        Tally hard = default, all = default;
        foreach (var spec in new SceneSetComposer(SceneSetPlan.Development).Compose().Where(s => Clips.Contains(s.Name)))
        {
            var clip = SceneClipBuilder.Build(spec);
            var score = SceneScorer.Score(clip, Detect(clip, spec.Width, spec.Height));
            hard += score.Hard;
            all += score.All;
        }

        Assert.True(hard.F1 >= 0.98, $"hard cuts: F1 {hard.F1:0.000}, {hard}");
        Assert.True(all.F1 >= 0.95, $"all transitions: F1 {all.F1:0.000}, {all}");
    }

    private static List<SceneDetection> Detect(SceneClip clip, int width, int height)
    {
        var (w, h) = (320, 320 * height / width / 2 * 2);
        var pictures = Ffmpeg.Capture(
            "-i", clip.Path, "-vf", FormattableString.Invariant($"scale={w}:{h}:flags=area"), "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1");
        var size = VideoFrame.GetByteCount(FrameFormat.Yuv420P, w, h);
        var found = new List<SceneDetection>();
        void Add(SceneBoundary b) => found.Add(new SceneDetection(b.Frame.Index, b.Frame.Pts / clip.FrameRate.ToDouble(), b.Kind));
        var detector = new HybridDetector(clip.FrameRate.ToDouble(), HybridDetector.DefaultThreshold, 0);
        for (var i = 0; i < pictures.Length / size; i++)
        {
            var picture = pictures.AsSpan(i * size, size).ToArray();
            detector.Process(new VideoFrame(picture, null, FrameFormat.Yuv420P, w, h, i, i, new Rational(1, 25)), Add);
        }

        detector.Complete(Add);
        return found;
    }
}
