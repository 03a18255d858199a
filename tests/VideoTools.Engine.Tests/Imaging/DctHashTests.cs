using VideoTools.Engine.Imaging;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Engine.Tests.Imaging;

public class DctHashTests
{
    [Fact]
    public void Compute_MoreLightAndContrast_ChangesNoBit()
    {
        var cells = Cells(1);

        Assert.Equal(DctHash.Compute(cells), DctHash.Compute([.. cells.Select(value => (value * 0.5f) + 40)]));
    }

    [Fact]
    public void Compute_ALittleGrain_ChangesFewBits()
    {
        var random = new SplitMix(5);
        for (var picture = 1; picture <= 20; picture++)
        {
            var cells = Cells(picture);

            Assert.InRange(DctHash.Distance(DctHash.Compute(cells), DctHash.Compute([.. cells.Select(v => v + (float)random.Between(-2, 2))])), 0, 8);
        }
    }

    [Fact]
    public void Compute_OtherPictures_DifferInHalfOfTheBits()
    {
        var distances = Enumerable.Range(1, 40).Select(i => DctHash.Distance(DctHash.Compute(Cells(i)), DctHash.Compute(Cells(i + 100)))).ToList();

        Assert.InRange(distances.Average(), 28, 36);
        Assert.True(distances.Min() >= 12, $"{distances.Min()}");
    }

    [Fact]
    public void Compute_Half_OfTheBitsAreSet() => Assert.Equal(32, System.Numerics.BitOperations.PopCount(DctHash.Compute(Cells(3))));

    // Blocks of random levels, seven a side.
    private static float[] Cells(int seed)
    {
        var random = new SplitMix((ulong)seed);
        var blocks = Enumerable.Range(0, 49).Select(_ => (float)random.Between(20, 230)).ToArray();
        return [.. Enumerable.Range(0, 1024).Select(i => blocks[(i / 32 / 5 * 7) + (i % 32 / 5)])];
    }
}
