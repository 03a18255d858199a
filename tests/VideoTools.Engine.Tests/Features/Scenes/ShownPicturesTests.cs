using VideoTools.Engine.Features.Scenes;
using static VideoTools.Engine.Tests.Features.Scenes.SyntheticFrames;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class ShownPicturesTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(25, 25)]
    [InlineData(30, 30)]
    [InlineData(50, 25)]
    [InlineData(60, 30)]
    [InlineData(120, 40)]
    public void PictureRate_IsAtMostFortySix(double frames, double pictures) => Assert.Equal(pictures, ShownPictures.PictureRate(frames), 6);

    [Theory]
    [InlineData(25, 20)]
    [InlineData(50, 10)]
    [InlineData(120, 7)]
    public void Next_EachRate_GivesItsPictures(double rate, int pictures)
    {
        var shown = new ShownPictures(Width, Height);
        var decisions = new SyntheticFrames().At(rate).Shot(20, 1).Frames.Select(shown.Next).ToArray();

        Assert.Equal(pictures, decisions.Count(d => d.IsPicture));
        Assert.All(decisions, d => Assert.Equal(0, d.Again));
    }

    [Fact]
    public void Next_FrameThatIsHeld_CountsAgain()
    {
        var shown = new ShownPictures(Width, Height);
        var decisions = new SyntheticFrames().At(1).Shot(3, 1).Frames.Select(shown.Next).ToArray();

        Assert.Equal([0, 7, 7], decisions.Select(d => d.Again));
    }

    [Theory]
    [InlineData(TransitionKind.Cut)]
    [InlineData(TransitionKind.Dissolve)]
    public void Confidence_GrowsWithClearness_AndIsNeverCertain(TransitionKind kind)
    {
        double[] ratios = [0, 0.5, 1, 1.5, 2, 9];
        var confidences = ratios.Select(ratio => Confidence.Of(kind, ratio)).ToArray();

        Assert.Equal(confidences.Order(), confidences);
        Assert.InRange(confidences[^1], 0.9, 0.99);
        Assert.Equal(0, confidences[0]);
    }
}
