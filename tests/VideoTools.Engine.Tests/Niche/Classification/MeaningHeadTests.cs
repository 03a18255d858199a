using VideoTools.Engine.Niche.Classification;

namespace VideoTools.Engine.Tests.Niche.Classification;

public sealed class MeaningHeadTests
{
    private const int Size = 16;

    [Fact]
    public void LogProbabilities_TextsLikeThoseOfALeaf_AreOfThatLeaf()
    {
        var random = new Random(5);
        var head = new MeaningHead([.. Enumerable.Range(0, 3).Select(leaf => Enumerable.Range(0, 20).Select(_ => Near(leaf, random)).ToArray())]);

        for (var i = 0; i < 30; i++)
        {
            var logarithms = head.LogProbabilities(Near(i % 3, random));
            Assert.Equal(i % 3, Array.IndexOf(logarithms, logarithms.Max()));
            Assert.Equal(1, logarithms.Sum(Math.Exp), 6);
        }
    }

    [Fact]
    public void LogProbabilities_LeafWithManyTexts_IsNoLikelierForThat()
    {
        var random = new Random(6);
        var head = new MeaningHead([[.. Enumerable.Range(0, 60).Select(_ => Near(0, random))], [.. Enumerable.Range(0, 3).Select(_ => Near(1, random))]]);

        var neutral = head.LogProbabilities(new float[Size]);

        Assert.InRange(Math.Exp(neutral[0]), 0.35, 0.65);
    }

    [Fact]
    public void LogProbabilities_OneLeaf_IsCertain() =>
        Assert.Equal(0, Assert.Single(new MeaningHead([[Near(0, new Random(7))]]).LogProbabilities(Near(3, new Random(8)))), 9);

    [Fact]
    public void Create_Twice_GivesTheSameNumbers()
    {
        MeaningHead Create() => new([.. Enumerable.Range(0, 2).Select(leaf => Enumerable.Range(0, 5).Select(i => Near(leaf, new Random(i))).ToArray())]);
        var text = Near(1, new Random(9));

        Assert.Equal(Create().LogProbabilities(text), Create().LogProbabilities(text));
    }

    // Length 1, most of it along one axis.
    private static float[] Near(int axis, Random random)
    {
        var vector = Enumerable.Range(0, Size).Select(i => (i == axis ? 1f : 0) + (float)((random.NextDouble() - 0.5) * 0.6)).ToArray();
        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / length)];
    }
}
