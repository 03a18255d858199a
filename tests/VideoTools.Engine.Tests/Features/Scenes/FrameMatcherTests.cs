using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class FrameMatcherTests
{
    private static readonly FrameMatcherTuning Tuning = FrameMatcherTuning.Default;

    private static (double Dissimilarity, FrameMatcher Matcher) Compare(Picture a, Picture b, FrameMatcherTuning? tuning = null)
    {
        var sequence = new FrameSequence(new SyntheticFrames().Add(1, _ => a).Add(1, _ => b), tuning).Fill();
        return (sequence.Ring[1].Step, sequence.Matcher);
    }

    [Fact]
    public void Dissimilarity_SamePicture_IsZero()
    {
        var (dissimilarity, matcher) = Compare(Texture(1), Texture(1));

        Assert.Equal(0, dissimilarity);
        Assert.Equal((0, 0), (matcher.Coverage, matcher.Area));
    }

    [Fact]
    public void Dissimilarity_OtherShot_IsThatOfACut()
    {
        var (dissimilarity, matcher) = Compare(Texture(1), Texture(2));

        Assert.True(dissimilarity > 0.5, $"{dissimilarity}");
        Assert.True(matcher.Coverage > 0.9, $"{matcher.Coverage}");
    }

    [Fact]
    public void Dissimilarity_MovedPicture_IsExplainedByTheDisplacement()
    {
        var (moved, _) = Compare(Texture(1), Texture(1, shiftX: 18));
        var (held, _) = Compare(Texture(1), Texture(1, shiftX: 18), Tuning with { Reach = 0, ShiftPenalty = 1000 });

        Assert.True(moved < 0.2, $"{moved}");
        Assert.True(held > 2 * moved, $"{held} without displacement, {moved} with it");
    }

    [Fact]
    public void Dissimilarity_OtherExposure_IsExplainedByTheGain()
    {
        var (lit, _) = Compare(Texture(1), Texture(1).Gain(0.6, 20));
        var (plain, _) = Compare(Texture(1), Texture(1).Gain(0.6, 20), Tuning with { MaximumGain = 1 });

        Assert.True(lit < 0.2, $"{lit}");
        Assert.True(plain > lit + 0.1, $"{plain} without gain, {lit} with it");
    }

    [Fact]
    public void Dissimilarity_BlackBars_SayNothing()
    {
        static bool Bar(int x, int y) => y is < 14 or >= 40;
        var (a, b) = (Texture(1).Over(Flat(16), Bar), Texture(2).Over(Flat(16), Bar));

        Assert.True(Compare(a, b).Matcher.Area > 0.9);
        Assert.True(Compare(a, b, Tuning with { BlackLevel = 0 }).Matcher.Area < 0.8);
    }

    [Fact]
    public void Coverage_OneHalfChanges_IsAboutHalf()
    {
        var half = Texture(1).Over(Texture(2), (x, _) => x < Width / 2);

        Assert.InRange(Compare(Texture(1), half).Matcher.Coverage, 0.35, 0.65);
        Assert.Equal(0, Compare(Texture(1), half, Tuning with { ChangedBlock = 1 }).Matcher.Coverage);
    }
}
