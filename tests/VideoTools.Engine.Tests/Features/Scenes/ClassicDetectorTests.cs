using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class ClassicDetectorTests
{
    private static SyntheticFrames TwoCuts() => new SyntheticFrames().Shot(40, 1, 60).Shot(40, 2, 180).Shot(40, 3, 90);

    public static TheoryData<SceneDetector> CutDetectors => new(SceneDetector.Content, SceneDetector.Adaptive, SceneDetector.Histogram);

    [Theory]
    [MemberData(nameof(CutDetectors))]
    public void Process_TwoCuts_ReportsTheFirstFramesOfTheNewShots(SceneDetector kind)
    {
        var found = TwoCuts().Run(SceneDetectorFactory.Create(new SceneOptions { Detector = kind }, new Rational(25, 1)));
        Assert.Equal([40L, 80L], found.Select(b => b.Frame.Index));
        Assert.All(found, b =>
        {
            Assert.Equal(TransitionKind.Cut, b.Kind);
            Assert.Equal(b.Frame.Index * FrameDuration, b.Frame.Pts);
            Assert.InRange(b.Confidence, 0.5, 1);
        });
    }

    [Theory]
    [MemberData(nameof(CutDetectors))]
    public void Process_SteadyShot_ReportsNothing(SceneDetector kind) =>
        Assert.Empty(new SyntheticFrames().Shot(60, 7).Run(SceneDetectorFactory.Create(new SceneOptions { Detector = kind }, new Rational(25, 1))));

    [Fact]
    public void Content_FirstFrame_ScoresZero()
    {
        var frame = Texture(1).ToFrame(0, 0);
        new ContentDetector(27, 0).Process(frame, _ => Assert.Fail("no boundary at the first frame"));
        Assert.Equal(0, new ContentScore().Update(frame).Mean);
    }

    [Fact]
    public void Content_CutWithinMinimumLengthOfTheStart_IsNotReported() =>
        Assert.Empty(new SyntheticFrames().Shot(10, 1, 60).Shot(40, 2, 180).Run(new ContentDetector(27, 0.6)));

    [Fact]
    public void Content_ZeroMinimumLength_ReportsEveryFrameAboveThreshold() =>
        Assert.Equal([10L, 12L], new SyntheticFrames().Shot(10, 1, 60).Shot(2, 2, 180).Shot(10, 1, 60).Run(new ContentDetector(27, 0)).Select(b => b.Frame.Index));

    [Fact]
    public void Content_FlashAfterACut_IsMergedAway()
    {
        var frames = TwoCuts().Add(1, _ => Flat(235)).Shot(60, 3, 90);
        Assert.Equal([40L, 80L, 120L], frames.Run(new ContentDetector(27, 0.6)).Select(b => b.Frame.Index));
    }

    [Fact]
    public void Adaptive_ConstantMotion_ReportsNothingWhereContentDoes()
    {
        var frames = new SyntheticFrames().Add(60, i => Texture(3, 120, i * 14));
        Assert.Empty(frames.Run(new AdaptiveDetector(3, 0.6)));
    }

    [Fact]
    public void Threshold_FadeThroughBlack_ReportsTheMiddleOfTheDarkPart()
    {
        var black = Flat(16);
        var frames = new SyntheticFrames()
            .Shot(40, 1)
            .Add(10, i => Texture(1).Blend(black, (i + 1) / 10.0))
            .Add(10, i => black.Blend(Texture(2), (i + 1) / 10.0))
            .Shot(40, 2);
        var found = Assert.Single(frames.Run(new ThresholdDetector(12, 0.6)));
        Assert.Equal(TransitionKind.Fade, found.Kind);
        Assert.InRange(found.Frame.Index, 49, 51);
        Assert.InRange(found.TransitionStart.Index, 47, 50);
        Assert.InRange(found.TransitionEnd.Index, 50, 52);
        Assert.Equal(found.Frame.Index * FrameDuration, found.Frame.Pts);
    }

    [Fact]
    public void Threshold_FadeOutAtTheEnd_ReportsNothing() =>
        Assert.Empty(new SyntheticFrames().Shot(40, 1).Add(20, _ => Flat(16)).Run(new ThresholdDetector(12, 0.6)));
}
