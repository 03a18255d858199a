using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class SceneAssemblerTests
{
    private static readonly Rational Milliseconds = new(1, 1000);
    private static readonly VideoInfo Info = new() { FullName = "/v.mp4", Container = "mp4", FrameRate = new Rational(25, 1) };

    /// <summary>Frames at the given milliseconds, boundaries at the given frame numbers.</summary>
    private static List<VideoScene> Assemble(
        SceneOptions options, long[] pts, long endPts, RecordStatus status = RecordStatus.Ok, params int[] boundaries)
    {
        var scenes = new List<VideoScene>();
        var assembler = new SceneAssembler(Info, options, scenes.Add);
        for (var i = 0; i < pts.Length; i++)
        {
            assembler.OnFrame(new VideoFrame([], null, FrameFormat.Yuv420P, 0, 0, i, pts[i], Milliseconds));
            if (boundaries.Contains(i))
            {
                assembler.OnBoundary(SceneBoundary.Cut(new FrameStamp(i, pts[i]), 30 + i, 0.8));
            }
        }

        assembler.Complete(new DecodeSummary(pts.Length, endPts, Milliseconds, 0, status));
        return scenes;
    }

    private static long[] Every(int milliseconds, int count) => [.. Enumerable.Range(0, count).Select(i => (long)i * milliseconds)];

    [Fact]
    public void Complete_NoBoundary_GivesOneSceneOverTheFile()
    {
        var scene = Assert.Single(Assemble(new SceneOptions(), Every(40, 10), 400));
        Assert.Equal((1, 0L, 10L, 0.0, 0.4), (scene.Index, scene.StartFrame, scene.EndFrame, scene.StartSeconds, scene.EndSeconds));
        Assert.Equal((TransitionKind.None, 1.0, 0.0), (scene.Transition, scene.Confidence, scene.Score));
        Assert.Equal(TimeSpan.FromMilliseconds(400), scene.Duration);
        Assert.Equal("/v.mp4", scene.FullName);
    }

    [Fact]
    public void Complete_NoFrame_GivesNothing() => Assert.Empty(Assemble(new SceneOptions(), [], 0));

    [Fact]
    public void OnBoundary_VariableFrameRate_TimesAreThoseOfTheFrames()
    {
        var scenes = Assemble(new SceneOptions(), [0, 33, 67, 500, 517, 1017], 1050, RecordStatus.Truncated, 3, 5);
        Assert.Equal([0.0, 0.5, 1.017], scenes.Select(s => s.StartSeconds));
        Assert.Equal([0.5, 1.017, 1.05], scenes.Select(s => s.EndSeconds));
        Assert.Equal([(0L, 3L), (3L, 5L), (5L, 6L)], scenes.Select(s => (s.StartFrame, s.EndFrame)));
        Assert.Equal([RecordStatus.Ok, RecordStatus.Ok, RecordStatus.Truncated], scenes.Select(s => s.Status));
        Assert.Equal([TransitionKind.None, TransitionKind.Cut, TransitionKind.Cut], scenes.Select(s => s.Transition));
        Assert.Equal([1, 2, 3], scenes.Select(s => s.Index));
    }

    [Fact]
    public void OnBoundary_SceneIsPublishedAtOnce()
    {
        var scenes = new List<VideoScene>();
        var assembler = new SceneAssembler(Info, new SceneOptions(), scenes.Add);
        assembler.OnFrame(new VideoFrame([], null, FrameFormat.Yuv420P, 0, 0, 0, 0, Milliseconds));
        assembler.OnBoundary(SceneBoundary.Cut(new FrameStamp(5, 200), 1, 1));
        Assert.Single(scenes);
    }

    /// <summary>A short scene joins the following one, a run of short ones grows until it is long enough, the last joins the one before.</summary>
    [Theory]
    [InlineData(new int[] { 5, 30, 35 }, new long[] { 0, 30, 100 })]
    [InlineData(new int[] { 30, 35, 40 }, new long[] { 0, 30, 100 })]
    [InlineData(new int[] { 96, 98 }, new long[] { 0, 100 })]
    [InlineData(new int[] { 2, 4, 6, 97 }, new long[] { 0, 100 })]
    [InlineData(new int[] { 13, 25 }, new long[] { 0, 13, 100 })] // 0.52 s stay, 0.48 s do not
    [InlineData(new int[] { }, new long[] { 0, 100 })]
    public void MergeShort_ShortScenes_JoinTheirNeighbours(int[] boundaries, long[] bounds)
    {
        var options = new SceneOptions { MergeShort = true, MinimumLength = TimeSpan.FromSeconds(0.5) };
        var merged = Assemble(options, Every(40, 100), 4000, boundaries: boundaries);
        Assert.Equal(bounds, merged.Select(s => s.StartFrame).Append(merged[^1].EndFrame));
        Assert.All(merged, s => Assert.Equal((s.EndFrame - s.StartFrame) * 0.04, s.DurationSeconds, 1e-9));
        Assert.Equal(Enumerable.Range(1, merged.Count), merged.Select(s => s.Index));
    }

    [Fact]
    public void MergeShort_JoinedScene_HasTheLargerScore() => Assert.Equal(
        [35.0, 65.0], Assemble(new SceneOptions { MergeShort = true }, Every(40, 100), 4000, boundaries: [5, 30, 35]).Select(s => s.Score));

    [Fact]
    public void MergeShort_LoneShortScene_Stays() =>
        Assert.Equal(0.2, Assert.Single(Assemble(new SceneOptions { MergeShort = true }, Every(40, 5), 200)).DurationSeconds);

    [Fact]
    public void FallbackLength_NoBoundary_CutsFixedSegmentsAtFrames()
    {
        var scenes = Assemble(new SceneOptions { FallbackLength = TimeSpan.FromSeconds(1) }, Every(300, 9), 2700);
        Assert.Equal([0.0, 1.2, 2.1], scenes.Select(s => s.StartSeconds)); // the first frames at or after 0, 1 and 2 s
        Assert.Equal([TransitionKind.None, TransitionKind.Fixed, TransitionKind.Fixed], scenes.Select(s => s.Transition));
        Assert.Equal(2.7, scenes[^1].EndSeconds);
        Assert.Equal([(0L, 4L), (4L, 7L), (7L, 9L)], scenes.Select(s => (s.StartFrame, s.EndFrame)));
    }

    [Fact]
    public void FallbackLength_WithABoundary_IsNotUsed() =>
        Assert.Equal(2, Assemble(new SceneOptions { FallbackLength = TimeSpan.FromSeconds(1) }, Every(40, 100), 4000, boundaries: 60).Count);

    [Fact]
    public void Analyzer_EndToEnd_EmitsScenesAsTheyEnd()
    {
        var frames = new SyntheticFrames().Shot(30, 1, 60).Shot(30, 2, 180);
        var emitted = new List<object>();
        var analyzer = new SceneAnalyzer(new SceneOptions { Detector = SceneDetector.Content });
        analyzer.Begin(new AnalysisContext(Info, null, null, emitted.Add));
        foreach (var frame in frames.Frames)
        {
            analyzer.OnFrame(frame);
        }

        Assert.Single(emitted); // known before the end
        analyzer.Complete(new DecodeSummary(60, frames.EndPts, SyntheticFrames.TimeBase, 0, RecordStatus.Ok));
        Assert.Equal([(0.0, 1.2), (1.2, 2.4)], emitted.Cast<VideoScene>().Select(s => (s.StartSeconds, s.EndSeconds)));
    }
}
