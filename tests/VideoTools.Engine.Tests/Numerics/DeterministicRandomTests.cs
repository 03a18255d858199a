using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class DeterministicRandomTests
{
    // The first numbers of the authors' reference implementation for seed 1234567.
    [Fact]
    public void NextBits_ReferenceSeed_GivesTheReferenceNumbers()
    {
        var random = new DeterministicRandom(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()));
    }

    [Fact]
    public void Sample_SomeOfMany_AreDistinctAscendingAndInRange()
    {
        var sample = new DeterministicRandom(42).Sample(100, 30);

        Assert.Equal(30, sample.Distinct().Count());
        Assert.Equal(sample.Order(), sample);
        Assert.All(sample, i => Assert.InRange(i, 0, 99));
        Assert.Equal(sample, new DeterministicRandom(42).Sample(100, 30));
        Assert.Equal(Enumerable.Range(0, 5), new DeterministicRandom(42).Sample(5, 5));
    }

    [Fact]
    public void Next_ManyNumbers_FallEvenly()
    {
        var random = new DeterministicRandom(42);
        var counts = Enumerable.Range(0, 60000).CountBy(_ => random.Next(6)).ToDictionary();

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, c => Assert.InRange(c, 9600, 10400));
    }
}
