using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class FadeFinderTests
{
    private static readonly FadeFinderTuning Tuning = FadeFinderTuning.Default;

    private static List<FadeFinder.Passage> Find(SyntheticFrames frames, FadeFinderTuning? tuning = null)
    {
        var found = new List<FadeFinder.Passage>();
        var sequence = new FrameSequence(frames);
        var finder = new FadeFinder(sequence.Ring, sequence.Matcher, sequence.Grid, FrameSequence.Rate, tuning ?? Tuning);
        sequence.Fill(() => found.AddRange(finder.Update() is { } passage ? [passage] : []));
        found.AddRange(finder.Complete() is { } last ? [last] : []);
        return found;
    }

    // Shot 1 until frame 30, ten frames down, the plain ones, ten frames up.
    private static SyntheticFrames Fade(int from, int to, int plain) => new SyntheticFrames().Shot(30, from)
        .Add(10, i => Texture(from).Blend(Flat(16), (i + 1) / 11.0))
        .Add(plain, _ => Flat(16))
        .Add(10, i => Texture(to).Blend(Flat(16), (10 - i) / 11.0))
        .Shot(30, to);

    [Fact]
    public void Update_FadeThroughBlack_IsABoundaryInTheMiddleOfTheBlack()
    {
        var passage = Assert.Single(Find(Fade(1, 2, plain: 6)));

        Assert.InRange(passage.Start, 28, 32);
        Assert.InRange(passage.End, 54, 58);
        Assert.Equal(TransitionKind.Fade, passage.Boundary?.Kind);
        Assert.InRange(passage.Boundary!.Frame.Index, 41, 45);
    }

    [Fact]
    public void Update_DipWithinAShot_IsAPassageWithoutABoundary()
    {
        Assert.Null(Assert.Single(Find(Fade(1, 1, plain: 6))).Boundary);
        Assert.NotNull(Assert.Single(Find(Fade(1, 1, plain: 6), Tuning with { MinimumUnlikeness = -1, MinimumChange = -1 })).Boundary);
    }

    [Fact]
    public void Update_FallThatIsLongerThanTheReach_BeginsWhereTheReachEnds()
    {
        var (whole, cut) = (Find(Fade(1, 2, plain: 6)), Find(Fade(1, 2, plain: 6), Tuning with { ReachSeconds = 0.2 }));

        Assert.True(Assert.Single(cut).Start > Assert.Single(whole).Start + 3);
    }

    [Fact]
    public void Update_PlainPictureBetweenTwoCuts_IsAShotFromAThirdOfASecondOn()
    {
        static SyntheticFrames Title(int plain) => new SyntheticFrames().Shot(30, 1).Add(plain, _ => Flat(16)).Shot(30, 2);

        Assert.Empty(Find(Title(10)));
        Assert.Single(Find(Title(6)));
        Assert.Single(Find(Title(10), Tuning with { LongestAbrupt = 0.5 }));
    }

    [Fact]
    public void Update_ShotOfLowContrast_IsNoFade()
    {
        var dull = new SyntheticFrames().Shot(30, 1).Add(40, i => Flat(60).WithNoise(i, 2.2)).Shot(30, 2);

        Assert.Empty(Find(dull));
        Assert.NotEmpty(Find(dull, Tuning with { PlainCertainly = 4, LongestAbrupt = 9 }));
    }
}
