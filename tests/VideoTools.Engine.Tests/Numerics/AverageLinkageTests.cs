using VideoTools.Engine.Numerics;
using VideoTools.TestMedia.Rendering;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class AverageLinkageTests
{
    [Fact]
    public void Group_Chain_IsCut()
    {
        // 15 vectors, 15 degrees from each to the next: single linkage at 0.9 would make one group of all of them.
        var vectors = Enumerable.Range(0, 15).Select(i => Turned(i * 15)).ToArray();

        var groups = Group(vectors, 0.9);

        Assert.True(Math.Cos(Math.PI / 12) > 0.9);
        Assert.True(groups.Distinct().Count() >= 4, string.Join(' ', groups));
        Assert.All(
            groups.Index().GroupBy(pair => pair.Item, pair => vectors[pair.Index]),
            group => Assert.True(Mean([.. group]) >= 0.9));
    }

    [Fact]
    public void Group_PairsApart_NeverMeet()
    {
        var vectors = Enumerable.Repeat(Turned(10), 6).ToArray();

        var groups = AverageLinkage.Group(vectors, [1, 1, 1, 1, 1, 1], [(0, 3), (1, 3), (2, 4)], 0.5);

        Assert.NotEqual(groups[0], groups[3]);
        Assert.NotEqual(groups[1], groups[3]);
        Assert.NotEqual(groups[2], groups[4]);
        Assert.Equal(2, groups.Distinct().Count());
    }

    [Fact]
    public void Group_EqualsTheGreedyDefinition()
    {
        var random = new SplitMix(9);
        for (var round = 0; round < 20; round++)
        {
            var vectors = Enumerable.Range(0, 30).Select(_ => Unit([.. Enumerable.Range(0, 9).Select(_ => random.NextDouble() - 0.35)])).ToArray();
            var weights = vectors.Select(_ => 0.2 + random.NextDouble()).ToArray();
            var apart = Enumerable.Range(0, 12).Select(_ => (random.Next(0, 14), random.Next(15, 29))).ToArray();

            Assert.Equal(Greedy(vectors, weights, apart, 0.4), AverageLinkage.Group(vectors, weights, apart, 0.4));
        }
    }

    [Fact]
    public void Group_Nothing_IsNothing() => Assert.Empty(AverageLinkage.Group([], [], [], 0.5));

    // Joins the two groups with the largest mean, again and again.
    private static int[] Greedy(float[][] vectors, double[] weights, (int A, int B)[] apart, double threshold)
    {
        var groups = Enumerable.Range(0, vectors.Length).Select(i => new List<int> { i }).ToList();
        while (true)
        {
            var best = (
                from a in groups
                from b in groups
                where a[0] < b[0] && !apart.Any(pair => (a.Contains(pair.A) && b.Contains(pair.B)) || (a.Contains(pair.B) && b.Contains(pair.A)))
                let mean = (from i in a from j in b select weights[i] * weights[j] * AverageLinkage.Dot(vectors[i], vectors[j])).Sum()
                    / (a.Sum(i => weights[i]) * b.Sum(j => weights[j]))
                orderby mean descending
                select (A: a, B: b, Mean: mean)).FirstOrDefault();
            if (best.A is null || best.Mean < threshold)
            {
                return [.. Enumerable.Range(0, vectors.Length).Select(i => groups.Single(group => group.Contains(i)).Min())];
            }

            best.A.AddRange(best.B);
            groups.Remove(best.B);
        }
    }

    private static int[] Group(float[][] vectors, double threshold) =>
        AverageLinkage.Group(vectors, [.. vectors.Select(_ => 1.0)], [], threshold);

    private static double Mean(float[][] vectors) =>
        (from a in vectors from b in vectors select AverageLinkage.Dot(a, b)).Average();

    private static float[] Turned(double degrees) =>
        [(float)Math.Cos(degrees * Math.PI / 180), (float)Math.Sin(degrees * Math.PI / 180), .. new float[14]];

    private static float[] Unit(double[] values)
    {
        var length = Math.Sqrt(values.Sum(value => value * value));
        return Array.ConvertAll(values, value => (float)(value / length));
    }
}
