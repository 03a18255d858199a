using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class BandedCholeskyTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(6, 1)]
    [InlineData(40, 3)]
    public void Solve_KnownSolution_IsFound(int size, int bandwidth)
    {
        var random = new Random(size);
        var dense = new double[size, size];
        var matrix = new BandedCholesky(size, bandwidth);
        for (var i = 0; i < size; i++)
        {
            for (var j = Math.Max(0, i - bandwidth); j <= i; j++)
            {
                var value = i == j ? 10 + random.NextDouble() : random.NextDouble() - 0.5;
                matrix.Add(i, j, value);
                (dense[i, j], dense[j, i]) = (value, value);
            }
        }

        var solution = Enumerable.Range(0, size).Select(_ => random.NextDouble() * 10).ToArray();
        var right = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => dense[i, j] * solution[j])).ToArray();

        Assert.True(matrix.Solve(right));
        Assert.All(right.Zip(solution), pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    [Fact]
    public void Solve_NotPositiveDefinite_SaysSo()
    {
        var matrix = new BandedCholesky(2, 1);
        matrix.Add(0, 0, 1);
        matrix.Add(1, 0, 2);
        matrix.Add(1, 1, 1);

        Assert.False(matrix.Solve([1.0, 1]));
    }
}
