using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropScoringTests
{
    [Theory]
    [InlineData(5, 0, 10, 50)]
    [InlineData(0, 0, 10, 0)]
    [InlineData(10, 0, 10, 100)]
    [InlineData(7, 7, 7, 50)]
    [InlineData(7, 9, 3, 50)]
    [InlineData(-1, -2, 2, 25)]
    public void Normalize_ValueInRange_IsLinear(double value, double minimum, double maximum, double expected) =>
        Assert.Equal(expected, CropScoring.Normalize(value, minimum, maximum), 12);

    [Fact]
    public void Of_Positions_TakesTheExtremesOfEachMeasurement()
    {
        var bounds = CropBounds.Of([Position(0, 1, 8, 3, 4), Position(1, 5, 2, 7, 0)]);

        Assert.Equal(new CropBounds(1, 5, 2, 8, 3, 7, 0, 4), bounds);
    }

    [Fact]
    public void Of_NoPositions_Throws() => Assert.Throws<ArgumentException>(() => CropBounds.Of([]));

    [Theory]
    [InlineData("Subject Detection", 5)]
    [InlineData("Motion Priority", 50)]
    [InlineData("Visual Detail", 5)]
    [InlineData("Balanced", 25)]
    [InlineData("Color Focus", 5)]
    public void Score_OnlyMotionAtItsMaximum_IsTheWeightOfMotion(string strategy, double expected)
    {
        var bounds = new CropBounds(0, 1, 0, 1, 0, 1, 0, 1);

        Assert.Equal(expected, CropScoring.Score(Position(0, 1, 0, 0, 0), bounds, CropStrategies.Find(strategy)), 9);
    }

    [Fact]
    public void Score_AnyPositions_LiesBetween0And100()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            var positions = Enumerable.Range(0, random.Next(1, 40))
                .Select(i => Position(i, random.NextDouble() * 255, random.NextDouble(), random.Next(3), random.NextDouble() * 1e-7))
                .ToList();
            var bounds = CropBounds.Of(positions);
            Assert.All(
                CropStrategies.All, s => Assert.All(positions, p => Assert.InRange(CropScoring.Score(p, bounds, s), 0, 100)));
        }
    }

    [Fact]
    public void WithRanks_EqualScores_GoByIndex()
    {
        var ranked = CropScoring.WithRanks([Position(0, 1, 1, 1, 1), Position(1, 2, 2, 2, 2), Position(2, 1, 1, 1, 1), Position(3, 0, 0, 0, 0)]);

        Assert.Equal([2, 1, 3, 4], ranked.Select(p => p.Rank));
    }

    [Fact]
    public void WithRanks_NoPositions_GivesNone() => Assert.Empty(CropScoring.WithRanks([]));

    private static CropPosition Position(int index, double motion, double detail, double edges, double saturation) => new()
    {
        FullName = "/a.mp4",
        Index = index,
        X = index,
        Y = 0,
        Width = 10,
        Height = 10,
        VideoWidth = 100,
        VideoHeight = 10,
        Motion = motion,
        Detail = detail,
        Edges = edges,
        Saturation = saturation,
    };
}
