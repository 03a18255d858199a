using VideoTools.Engine.Features.Activity;

namespace VideoTools.Engine.Tests.Features.Activity;

public sealed class DullRuleTests
{
    private static readonly double[] Ten = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void Speeds_ThirtiethPercentile_AreThoseBelowTheFourthValue()
    {
        // sorted[int(10 * 30 / 100)] = sorted[3] = 4.
        var speeds = DullRule.Speeds(Ten, null, new ActivityOptions());

        Assert.Equal([1, 2 + (2 * 0.75), 3, 2.5, 1, 1, 1, 1, 1, 1], speeds);
    }

    [Fact]
    public void Speeds_HigherThreshold_MakesMoreDull()
    {
        int Dull(double threshold) => DullRule.Speeds(Ten, null, new ActivityOptions { DullThreshold = threshold }).Count(s => s > 1);

        Assert.Equal([0, 1, 4, 10], new[] { 0.5, 2, 5, 11 }.Select(Dull));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(4, 3.5)]
    [InlineData(10, 8)]
    public void Speeds_MaximumSpeed_CapsAndIsReached(double maximum, double expected)
    {
        // A quarter of the threshold.
        var speeds = DullRule.Speeds(Ten, null, new ActivityOptions { MaximumSpeed = maximum });

        Assert.Equal(expected, speeds[1]);
        Assert.True(speeds.Max() <= maximum);
        Assert.Equal(maximum, DullRule.Speeds([0, 5], null, new ActivityOptions { MaximumSpeed = maximum, DullThreshold = 1 })[0]);
    }

    [Fact]
    public void Speeds_ThresholdZero_StillOnesGetTheMiddle()
    {
        Assert.Equal([3, 3, 3, 1], DullRule.Speeds([0, 0, 0, 7], null, new ActivityOptions()));
        Assert.Equal([1, 1, 1, 1], DullRule.Speeds([0, 0, 0, 0], null, new ActivityOptions()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 9)]
    public void Speeds_AnyPercentile_HasAThreshold(double percentile, int dull) =>
        Assert.Equal(dull, DullRule.Speeds(Ten, null, new ActivityOptions { DullPercentile = percentile }).Count(s => s > 1));

    [Fact]
    public void Speeds_OneStretchOrNone_NothingIsDull()
    {
        Assert.Equal([1], DullRule.Speeds([5], null, new ActivityOptions()));
        Assert.Empty(DullRule.Speeds([], null, new ActivityOptions()));
    }

    [Fact]
    public void Speeds_Silence_FromFourFifthsOn()
    {
        var speeds = DullRule.Speeds([1, 1, 1, 1], [0.5, 0.79, 0.8, 1], new ActivityOptions { DullBy = DullBy.Silence });

        Assert.Equal([1, 1, 2, 4], speeds);
    }

    [Fact]
    public void Speeds_Both_TakesTheLowerSpeedOfThoseDullInEitherWay()
    {
        var options = new ActivityOptions { DullBy = DullBy.Both, DullThreshold = 4 };

        Assert.Equal([2, 1, 1, 3], DullRule.Speeds([0, 0, 5, 2], [0.8, 0, 1, 1], options));
        Assert.Equal([4, 4, 1, 3], DullRule.Speeds([0, 0, 5, 2], null, options));
    }
}
