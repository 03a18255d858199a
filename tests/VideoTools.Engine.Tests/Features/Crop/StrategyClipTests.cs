using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

/// <summary>A clip made for the strategies: something plain that moves at the left, much to see in the middle, colour at the right.</summary>
public class StrategyClipTests
{
    private const int Width = 320;
    private const int Height = 180;

    private static readonly Lazy<IReadOnlyList<CropPosition>> Thirds = new(() =>
    {
        var texture = FramePainter.Texture(3, 30, 220);
        var frames = Enumerable.Range(0, 25).Select(i => FramePainter.Paint(
            Width,
            Height,
            i,
            (x, y) => x < 106 ? 90 + (int)(100 * Bump(x - 20 - (2 * i), y - 90)) : x < 213 ? texture(x, y) : 110 + ((texture(x, y) - 125) * 2 / 5),
            (x, _) => x < 107 ? 128 : 70,
            (x, _) => x < 107 ? 128 : 190));
        return [.. FramePainter.Run(
            new CropAnalyzer(new CropOptions { Aspect = new AspectRatio(16, 27), Grid = 3, Scale = 1 }), FramePainter.Info(Width, Height), frames)
            .Cast<CropPosition>()];
    });

    [Theory]
    [InlineData("Motion Priority", 0)]
    [InlineData("Visual Detail", 1)]
    [InlineData("Subject Detection", 1)]
    [InlineData("Color Focus", 2)]
    public void Score_ThirdsThatDiffer_EachStrategyPrefersItsOwn(string strategy, int expected)
    {
        var positions = Thirds.Value;
        var bounds = CropBounds.Of(positions);

        var scores = positions.Select(p => CropScoring.Score(p, bounds, CropStrategies.Find(strategy))).ToArray();

        Assert.Equal(3, positions.Count);
        Assert.Equal(expected, CropScoring.Order(positions, scores)[0]);
    }

    private static double Bump(double x, double y) => Math.Exp(-((x * x) + (y * y)) / 800);
}
