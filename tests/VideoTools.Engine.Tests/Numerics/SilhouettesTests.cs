using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Tests.Numerics;

public sealed class SilhouettesTests
{
    [Fact]
    public void Of_FourPoints_IsAsComputedByHand()
    {
        // Of 0: a = 1, b = (10 + 11) / 2. Of 1: a = 1, b = (9 + 10) / 2.
        var silhouettes = Silhouettes.Of(FeatureMatrix.OfRows([[0.0], [1.0], [10.0], [11.0]]), [0, 0, 1, 1], 2);

        double[] expected = [9.5 / 10.5, 8.5 / 9.5, 8.5 / 9.5, 9.5 / 10.5];
        Assert.All(silhouettes.Zip(expected), p => Assert.Equal(p.Second, p.First, 12));
    }

    [Fact]
    public void Of_RowInTheWrongCluster_IsNegative() =>
        Assert.True(Silhouettes.Of(FeatureMatrix.OfRows([[0.0], [1.0], [10.0], [0.5]]), [0, 0, 1, 1], 2)[3] < 0);

    [Fact]
    public void Of_RowAloneOrOneClusterOrAllEqual_IsZero()
    {
        var rows = FeatureMatrix.OfRows([[0.0], [1.0], [10.0]]);

        Assert.Equal(0, Silhouettes.Of(rows, [0, 0, 1], 2)[2]);
        Assert.All(Silhouettes.Of(rows, [0, 0, 0], 1), s => Assert.Equal(0, s));
        Assert.All(Silhouettes.Of(FeatureMatrix.OfRows([[2.0], [2.0], [2.0], [2.0]]), [0, 0, 1, 1], 2), s => Assert.Equal(0, s));
    }
}
