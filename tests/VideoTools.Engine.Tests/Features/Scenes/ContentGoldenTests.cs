using System.Globalization;
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class ContentGoldenTests
{
    private const int Width = 240;
    private const int Height = 136;

    [RequiresFact(Needs.Ffmpeg)]
    public void Process_GoldenClip_GivesPySceneDetectsScoresAndCuts()
    {
        var folder = Path.Combine(RepositoryPaths.TestAssets, "golden");
        var expected = File.ReadLines(Path.Combine(folder, "pyscenedetect-content.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var pictures = Ffmpeg.Capture("-i", Path.Combine(folder, "content.mp4"), "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1");
        var size = VideoFrame.GetByteCount(FrameFormat.Yuv420P, Width, Height);
        Assert.Equal(expected.Length * size, pictures.Length);

        var detector = new ContentDetector(ContentDetector.DefaultThreshold, 15 / 25.0);
        var score = new ContentScore();
        var cuts = new List<long>();
        for (var i = 0; i < expected.Length; i++)
        {
            var frame = new VideoFrame(pictures[(i * size)..((i + 1) * size)], null, FrameFormat.Yuv420P, Width, Height, i, i, new Rational(1, 25));
            detector.Process(frame, boundary => cuts.Add(boundary.Frame.Index));
            var delta = score.Update(frame);
            Assert.InRange(delta.Mean, expected[i][0] - 0.25, expected[i][0] + 0.25);
            Assert.InRange(delta.Value, expected[i][3] - 0.25, expected[i][3] + 0.25);
        }

        Assert.Equal([36L, 68L, 98L, 118L], cuts);
    }
}
