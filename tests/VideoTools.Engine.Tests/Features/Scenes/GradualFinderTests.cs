using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class GradualFinderTests
{
    private const int Before = 30;
    private const int Length = 20;
    private const int Middle = Before + (Length / 2);

    private static readonly GradualFinderTuning Tuning = GradualFinderTuning.Default;

    // Shot 1, the transition by its progress (0 to 1), shot 2.
    private static FrameSequence Make(Func<double, Picture> transition) => new FrameSequence(new SyntheticFrames()
        .Shot(Before, 1).Add(Length, i => transition((i + 1) / (Length + 1.0))).Shot(Before, 2)).Fill();

    private static FrameSequence Dissolve() => Make(share => Texture(1).Blend(Texture(2), share));

    private static FrameSequence Wipe() => Make(share => Texture(1).Over(Texture(2), (x, _) => x < share * Width));

    private static FrameSequence Push() => Make(share =>
    {
        var s = share * Width;
        return Texture(1, shiftX: s).Over(Texture(2, shiftX: s - Width), (x, _) => x >= Width - s);
    });

    // The best of the centres around the middle, as the detector takes it.
    private static GradualCandidate? Examine(FrameSequence sequence, GradualFinderTuning? tuning = null)
    {
        var finder = sequence.Gradual(tuning);
        return Enumerable.Range(Middle - 4, 9).Select(centre => finder.Examine(centre, 0, sequence.Last)).MaxBy(found => found?.Quality);
    }

    [Fact]
    public void Examine_Dissolve_HasItsKindAndExtent()
    {
        var found = Examine(Dissolve());

        Assert.Equal(TransitionKind.Dissolve, found?.Kind);
        Assert.InRange(found!.Start, Before - 2, Before + 3);
        Assert.InRange(found.End, Before + Length - 4, Before + Length + 2);
    }

    [Fact]
    public void Examine_DissolveThatIsNotMixedEnough_IsNone() =>
        Assert.NotEqual(TransitionKind.Dissolve, Examine(Dissolve(), Tuning with { DissolveMixed = 1.5 })?.Kind);

    [Fact]
    public void Examine_DissolveWithoutEnoughDip_IsNone() =>
        Assert.NotEqual(TransitionKind.Dissolve, Examine(Dissolve(), Tuning with { DissolveDip = 0.9 })?.Kind);

    [Fact]
    public void Examine_Wipe_HasItsKind()
    {
        Assert.Equal(TransitionKind.Wipe, Examine(Wipe())?.Kind);
        Assert.NotEqual(TransitionKind.Wipe, Examine(Wipe(), Tuning with { WipeFront = 1.1 })?.Kind);
    }

    [Fact]
    public void Examine_Push_IsAWipe()
    {
        Assert.Equal(TransitionKind.Wipe, Examine(Push())?.Kind);
        Assert.NotEqual(TransitionKind.Wipe, Examine(Push(), Tuning with { SlideSeam = 1000, WipeFront = 1.1 })?.Kind);
    }

    [Fact]
    public void Examine_QualityTooLow_IsNone() => Assert.Null(Examine(Dissolve(), Tuning with { MinimumQuality = 2 }));

    [Fact]
    public void Examine_KnownBoundaryInside_IsNotCrossed()
    {
        var sequence = Dissolve();

        Assert.Null(sequence.Gradual().Examine(Middle, Middle - 1, sequence.Last));
    }

    [Fact]
    public void Examine_Cut_IsNoGradualTransition()
    {
        var cut = new FrameSequence(new SyntheticFrames().Shot(Middle, 1).Shot(Before, 2)).Fill();

        Assert.Null(Examine(cut));
    }

    [Fact]
    public void Examine_Pan_IsNoTransition()
    {
        var pan = new FrameSequence(new SyntheticFrames().Add(76, i => Texture(1, shiftX: 2.5 * i).WithNoise(i, 2))).Fill();

        Assert.Null(Examine(pan));
    }
}
