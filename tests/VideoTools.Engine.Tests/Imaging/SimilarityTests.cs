using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class SimilarityTests
{
    private static readonly (double X, double Y)[] Points = [(10, 20), (60, 25), (35, 60), (20, 80), (55, 82)];

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(2.5, 30, 100, -40)]
    [InlineData(0.3, -140, -7, 12)]
    public void Fit_PointsThatWereMoved_FindsTheMove(double size, double degrees, double shiftX, double shiftY)
    {
        var angle = degrees * Math.PI / 180;
        var move = new Similarity(size * Math.Cos(angle), size * Math.Sin(angle), shiftX, shiftY);

        var found = Similarity.Fit(Points, Array.ConvertAll(Points, p => move.Apply(p.X, p.Y)));

        Assert.Equal(move.Cos, found.Cos, 9);
        Assert.Equal(move.Sin, found.Sin, 9);
        Assert.Equal(move.ShiftX, found.ShiftX, 7);
        Assert.Equal(move.ShiftY, found.ShiftY, 7);
        Assert.Equal(size, found.Size, 9);
    }

    [Fact]
    public void Fit_InexactPoints_IsBetterThanItsNeighbours()
    {
        var target = Array.ConvertAll(Points, p => ((p.X * 2) + (p.Y % 3), (p.Y * 2) - (p.X % 4)));

        var best = Similarity.Fit(Points, target);

        Similarity[] others =
        [
            best with { Cos = best.Cos + 0.01 }, best with { Cos = best.Cos - 0.01 }, best with { Sin = best.Sin + 0.01 },
            best with { Sin = best.Sin - 0.01 }, best with { ShiftX = best.ShiftX + 0.3 }, best with { ShiftY = best.ShiftY + 0.3 },
        ];
        Assert.All(others, other => Assert.True(Error(best) < Error(other)));

        double Error(Similarity move) => Points.Zip(target, (p, t) =>
        {
            var (x, y) = move.Apply(p.X, p.Y);
            return ((x - t.Item1) * (x - t.Item1)) + ((y - t.Item2) * (y - t.Item2));
        }).Sum();
    }

    [Fact]
    public void Inverse_OfAMove_TakesPointsBack()
    {
        var move = new Similarity(1.5, -0.7, 30, 4);

        var (x, y) = move.Apply(12, 34);
        var (backX, backY) = move.Inverse().Apply(x, y);

        Assert.Equal(12, backX, 9);
        Assert.Equal(34, backY, 9);
    }

    [Fact]
    public void OfSquare_ATurnedSquare_HasItsMiddleAndCorners()
    {
        var square = Similarity.OfSquare(100, 50, 40, Math.PI / 2, 10);

        Assert.Equal((100.0, 50.0), Rounded(square.Apply(5, 5)));
        Assert.Equal((120.0, 30.0), Rounded(square.Apply(0, 0)));
        Assert.Equal((120.0, 70.0), Rounded(square.Apply(10, 0)));
        Assert.Equal(4, square.Size, 9);
    }

    [Fact]
    public void Fit_FewerThanTwoPoints_IsRefused() => Assert.Throws<ArgumentException>(() => Similarity.Fit([(1, 1)], [(2, 2)]));

    private static (double X, double Y) Rounded((double X, double Y) point) => (Math.Round(point.X, 9), Math.Round(point.Y, 9));
}
