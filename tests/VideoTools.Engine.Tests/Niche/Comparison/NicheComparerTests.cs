using VideoTools.Engine.Niche.Comparison;
using VideoTools.Engine.Niche.Measures;

namespace VideoTools.Engine.Tests.Niche.Comparison;

public sealed class NicheComparerTests
{
    [Fact]
    public void Compare_TwoNiches_TellsEffectAndSampleSizes()
    {
        List<VideoNiche> videos =
        [
            .. new[] { 1.0, 2, 3 }.Select((c, i) => NicheSamples.Video("a" + i, "tech > coding", c)),
            .. new[] { 2.0, 3, 4 }.Select((c, i) => NicheSamples.Video("b" + i, "finance", c)),
            NicheSamples.Video("c", "education", 99), NicheSamples.Video("d", "finance", null),
        ];

        var comparisons = NicheComparer.Compare(videos, new NicheComparisonOptions { Niche = "Coding", OtherNiche = "finance" });

        Assert.Equal(NicheMeasures.All.Select(m => m.Name), comparisons.Select(c => c.Measure));
        var cuts = comparisons[0];
        Assert.Equal(("Coding", "finance", 3, 3), (cuts.GroupA, cuts.GroupB, cuts.CountA, cuts.CountB));
        Assert.Equal((2, 3, -1), (cuts.MedianA, cuts.MedianB, cuts.Difference));

        // Of nine pairs one is greater, two are equal, six are less.
        Assert.Equal(-5 / 9.0, cuts.CliffDelta!.Value, 12);
        Assert.Equal(("large", "exact"), (cuts.Magnitude, cuts.Test));

        // Duration is the same everywhere; the others are known of nobody, and are no tests.
        var duration = comparisons[^1];
        Assert.Equal((3, 4, 0.0, "negligible", 1.0), (duration.CountA, duration.CountB, duration.CliffDelta, duration.Magnitude, duration.P));
        Assert.Equal(Math.Min(1, cuts.P!.Value * 2), cuts.PAdjusted!.Value, 12);
        Assert.All(comparisons.Skip(1).Take(12), c => Assert.Equal((0, null, null, NicheComparer.TooFew), (c.CountA, c.CliffDelta, c.P, c.Test)));
    }

    [Fact]
    public void Compare_OneNiche_IsAgainstTheRest()
    {
        var cuts = NicheComparer.Compare(NicheSamples.TwoKinds(4), new NicheComparisonOptions { Niche = "marketing" })[0];

        Assert.Equal(("marketing", "rest", 1.0), (cuts.GroupA, cuts.GroupB, cuts.CliffDelta));
        Assert.Equal(2 / 70.0, cuts.P!.Value, 12);
    }

    [Fact]
    public void Compare_TooFew_SaysSoAndTestsNothing()
    {
        var cuts = NicheComparer.Compare(NicheSamples.TwoKinds(2), new NicheComparisonOptions { Niche = "marketing" })[0];

        Assert.Equal((2, 2, 1.0, NicheComparer.TooFew), (cuts.CountA, cuts.CountB, cuts.CliffDelta, cuts.Test));
        Assert.True(cuts is { P: null, PAdjusted: null, Difference: > 30 });
    }

    [Fact]
    public void Compare_TopOfAColumn_KeepsEqualsTogether()
    {
        var videos = new long?[] { 100, 90, 90, 50, 40, 30, 20, null }.Select((v, i) => NicheSamples.Video("v" + i, cuts: i) with { ViewCount = v }).ToList();

        var cuts = NicheComparer.Compare(videos, new NicheComparisonOptions { EngagementColumn = "viewcount" })[0];

        // A quarter of seven is two; the second and third have as much.
        Assert.Equal(("top 25% by ViewCount", 3, "rest", 4), (cuts.GroupA, cuts.CountA, cuts.GroupB, cuts.CountB));
        Assert.Equal((1, 4.5), (cuts.MedianA, cuts.MedianB));
    }

    [Fact]
    public void Compare_TopWithinANiche_IsOfThatNicheOnly()
    {
        var videos = NicheSamples.TwoKinds(4).Select((v, i) => v with { EngagementRate = i }).ToList();

        var cuts = NicheComparer.Compare(videos, new NicheComparisonOptions { EngagementColumn = "EngagementRate", Niche = "education", TopPercent = 50 })[0];

        Assert.Equal(("education: top 50% by EngagementRate", 2, 2), (cuts.GroupA, cuts.CountA, cuts.CountB));
    }

    [Fact]
    public void Compare_NobodyOrAllEqual_IsTooFew()
    {
        Assert.All(NicheComparer.Compare([], new NicheComparisonOptions { EngagementColumn = "ViewCount" }), c => Assert.Equal(NicheComparer.TooFew, c.Test));
        var equal = Enumerable.Range(0, 9).Select(i => NicheSamples.Video("v" + i) with { LikeCount = 5 }).ToList();
        var cuts = NicheComparer.Compare(equal, new NicheComparisonOptions { EngagementColumn = "LikeCount" })[0];
        Assert.Equal((9, 0), (cuts.CountA, cuts.CountB));
    }

    [Fact]
    public void Compare_OptionsWithoutSense_Throw()
    {
        NicheComparisonOptions[] options =
        [
            new(), new() { EngagementColumn = "Fame" }, new() { EngagementColumn = "ViewCount", TopPercent = 100 },
            new() { EngagementColumn = "ViewCount", TopPercent = double.NaN }, new() { EngagementColumn = "ViewCount", Niche = "a", OtherNiche = "b" },
            new() { Niche = "a", MinimumSampleSize = 1 },
        ];

        Assert.All(options, o => Assert.Throws<ArgumentException>(() => NicheComparer.Compare([], o)));
    }

    [Theory]
    [InlineData(0.1469, "negligible")]
    [InlineData(-0.147, "small")]
    [InlineData(0.33, "medium")]
    [InlineData(-0.474, "large")]
    public void MagnitudeOf_Delta_IsRomanosWord(double delta, string word) => Assert.Equal(word, NicheComparer.MagnitudeOf(delta));

    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
    [Fact]
    public void Holm_FourTests_IsWhatRGives() => Assert.Equal(
        [0.03, 0.06, null, 0.06, 0.02, 1.0],
        HolmCorrection.Adjust([0.01, 0.04, null, 0.03, 0.005]).Select(p => p is { } v ? Math.Round(v, 12) : (double?)null).Append(HolmCorrection.Adjust([0.6, 0.7])[1]));
}
