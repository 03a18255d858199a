using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Features;

namespace VideoTools.Engine.Tests.Imaging;

public class LumaChangeEstimatorTests
{
    private const int Width = 320;
    private const int Height = 180;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(12)]
    [InlineData(-25)]
    public void Estimate_Offset_IsFound(int offset)
    {
        var texture = FramePainter.Texture(1, 60, 180);

        Assert.Equal(new LumaChange(0, offset), Estimate(texture, (x, y) => texture(x, y) + offset));
    }

    [Theory]
    [InlineData(0.85)]
    [InlineData(1.15)]
    public void Estimate_Gain_LeavesLessThanALevel(double gain)
    {
        var texture = FramePainter.Texture(1, 40, 190);

        var change = Estimate(texture, (x, y) => (int)Math.Round(texture(x, y) * gain));

        for (var luma = 40; luma <= 190; luma++)
        {
            Assert.InRange(change.Predict(luma) - (luma * gain), -1.5, 1.5);
        }
    }

    [Fact]
    public void Estimate_ObjectOfAThirdMoves_IsNoGlobalChange()
    {
        var back = FramePainter.Texture(1, 60, 120);

        Assert.Equal(LumaChange.None, Estimate(back, (x, y) => x < Width / 3 ? 200 : back(x, y)));
    }

    [Fact]
    public void Estimate_FlickerBehindAMovingObject_IsStillFound()
    {
        var back = FramePainter.Texture(1, 60, 120);

        Assert.Equal(new LumaChange(0, 9), Estimate(back, (x, y) => x < Width / 3 ? 200 : back(x, y) + 9));
    }

    [Fact]
    public void Estimate_DifferentPicture_IsNoGlobalChange() =>
        Assert.Equal(LumaChange.None, Estimate(FramePainter.Texture(1, 20, 230), FramePainter.Texture(2, 20, 230)));

    [Fact]
    public void Estimate_BlackToWhite_DoesNotFail() => Assert.InRange(Estimate((_, _) => 0, (_, _) => 255).Predict(0), 0, 255);

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(2305)]
    public void Judge_VectorAndScalar_AreEqual(int length)
    {
        var random = new Random(length);
        var before = Enumerable.Range(0, length).Select(_ => (short)random.Next(256)).ToArray();
        foreach (var model in new LumaChange[] { default, new(0, -3), new(64, -255), new(-64, 255), new(20, 4) })
        {
            // Around the model and anywhere: both sides of every limit occur.
            var delta = before
                .Select(y => (short)(random.Next(2) == 0 ? random.Next(256) - y : model.Predict(y) - y + random.Next(-12, 13)))
                .ToArray();

            Assert.Equal(LumaChangeEstimator.JudgeScalar(before, delta, model), LumaChangeEstimator.JudgeVector(before, delta, model));
        }
    }

    private static LumaChange Estimate(Func<int, int, int> previous, Func<int, int, int> current) =>
        new LumaChangeEstimator(Width, Height).Estimate(
            FramePainter.Paint(Width, Height, 0, previous).Y, FramePainter.Paint(Width, Height, 1, current).Y);
}
