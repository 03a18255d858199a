using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class KMeansTests
{
    [Fact]
    public void Run_AllDivisionsTried_NoneIsBetter()
    {
        double[] values = [0.3, 1.1, 1.9, 2.2, 6.4, 6.9, 9.3, 9.4, 9.9];
        var rows = FeatureMatrix.OfRows([.. values.Select(v => new[] { v })]);

        var best = Enumerable.Range(0, 19683).Select(code => Inertia(values, Digits(code, values.Length))).Min();

        Assert.Equal(best, KMeans.Run(rows, 3, 10, new DeterministicRandom(42)).Inertia, 10);
    }

    [Fact]
    public void Run_ManyRows_EveryRowIsAtItsNearestCentreAndCentresAreMeans()
    {
        var random = new DeterministicRandom(3);
        var rows = FeatureMatrix.OfRows([.. Enumerable.Range(0, 203).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })]);

        var result = KMeans.Run(rows, 5, 3, new DeterministicRandom(42));

        Assert.Equal(203, result.Labels.Length);
        for (var i = 0; i < rows.Count; i++)
        {
            var distances = result.Centers.Select(c => rows.Row(i).Zip(c, (x, y) => (x - y) * (x - y)).Sum()).ToArray();
            Assert.Equal(distances.Min(), distances[result.Labels[i]], 12);
        }

        for (var c = 0; c < 5; c++)
        {
            var members = Enumerable.Range(0, rows.Count).Where(i => result.Labels[i] == c).ToArray();
            Assert.All(Enumerable.Range(0, 3), f => Assert.Equal(members.Average(i => rows.Row(i)[f]), result.Centers[c][f], 12));
        }
    }

    [Fact]
    public void Run_AsManyClustersAsRows_EachRowIsOne()
    {
        var result = KMeans.Run(FeatureMatrix.OfRows([[1.0], [2.0], [5.0]]), 3, 10, new DeterministicRandom(42));

        Assert.Equal(3, result.Labels.Distinct().Count());
        Assert.Equal(0, result.Inertia);
    }

    [Fact]
    public void Refine_CentreWithoutRows_TakesTheFarthestRow()
    {
        var result = KMeans.Refine(FeatureMatrix.OfRows([[0.0], [1.0], [9.0]]), [[0.5], [1000.0]]);

        Assert.Equal([0, 0, 1], result.Labels);
    }

    [Fact]
    public void Run_MoreClustersThanRows_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Run(FeatureMatrix.OfRows([[1.0]]), 2, 1, new DeterministicRandom(42)));

    private static int[] Digits(int code, int count) => [.. Enumerable.Range(0, count).Select(i => code / (int)Math.Pow(3, i) % 3)];

    private static double Inertia(double[] values, int[] labels) =>
        values.Zip(labels).GroupBy(p => p.Second).Sum(g => g.Sum(p => Math.Pow(p.First - g.Average(q => q.First), 2)));
}
