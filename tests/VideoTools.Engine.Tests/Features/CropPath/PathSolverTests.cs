using VideoTools.Engine.Features.CropPath;
using VideoTools.TestMedia.Follow;

namespace VideoTools.Engine.Tests.Features.CropPath;

public sealed class PathSolverTests
{
    private const double Step = 0.2;

    [Fact]
    public void Solve_ConstantPlaceInside_StandsStill()
    {
        // The subject wanders by 10 % of the width; the tube is 12 % wide.
        var path = PathSolver.Solve(Tube(200, i => 0.3 + (0.05 * Math.Sin(i * 0.3)), 0.06));

        Assert.True(path.Max() - path.Min() < 0.002, $"{path.Min()} {path.Max()}");
    }

    [Fact]
    public void Solve_JumpOfTheTube_IsCrossedAtBoundedSpeedAndAcceleration()
    {
        var path = PathSolver.Solve(Tube(60, i => i < 30 ? 0.05 : 0.6, 0.02));

        var (speed, acceleration) = Bounds(path);
        Assert.InRange(speed, 0.3, PathSolver.MaximumSpeed);
        Assert.InRange(acceleration, 0.3, PathSolver.MaximumAcceleration);
        Assert.Equal(0.05, path[0], 0.03);
        Assert.Equal(0.6, path[^1], 0.03);
    }

    [Fact]
    public void Solve_WildTube_KeepsItsBoundsAndStaysInThePicture()
    {
        var random = new Random(4);
        var path = PathSolver.Solve(Tube(300, _ => random.NextDouble() * 0.68, 0.01));

        var (speed, acceleration) = Bounds(path);
        Assert.True(speed <= PathSolver.MaximumSpeed && acceleration <= PathSolver.MaximumAcceleration);
        Assert.All(path, place => Assert.InRange(place, 0, 0.68));
    }

    [Fact]
    public void Solve_SteadyMove_GlidesEvenly()
    {
        var path = PathSolver.Solve(Tube(100, i => 0.05 + (0.006 * i), 0.05));

        var inner = path.Skip(20).Take(60).ToArray();
        var steps = inner.Zip(inner.Skip(1), (a, b) => b - a).ToArray();
        Assert.InRange(steps.Max() - steps.Min(), 0, 0.002);
    }

    [Fact]
    public void Solve_OneHour_TakesNoTime()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var path = PathSolver.Solve(Tube(18_000, i => 0.34 + (0.3 * Math.Sin(i * 0.02)), 0.05));

        Assert.True(path.Max() - path.Min() > 0.4);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void Keys_OfAPath_AreFewAndWithinAQuarterPixel()
    {
        var path = Enumerable.Range(0, 50).Select(i => 500 - (300 * Math.Cos(i * Math.PI / 49))).ToArray();

        var keys = PathKeys.Create(path, new double[50], 2, 11.8);

        Assert.InRange(keys.Count, 10, 80);
        Assert.Equal((2.0, 11.8), (keys[0].Seconds, keys[^1].Seconds));
        var shot = new CropShot { FullName = "", X = 0, Y = 0, Width = 1, Height = 1, Path = new ValueList<CropKey>(keys) };
        for (var i = 2; i < 48; i++)
        {
            // A cubic spline lies a little inside of its control points.
            Assert.Equal(path[i], FollowScore.WindowAt(shot, 2 + (i * Step)).X, 0.9);
        }
    }

    [Fact]
    public void Keys_OfAStillPath_AreNone() => Assert.Empty(PathKeys.Create([5.0, 5.2, 5.1], [0.0, 0, 0], 0, 1));

    private static PathTube Tube(int count, Func<int, double> middle, double half)
    {
        var middles = Enumerable.Range(0, count).Select(middle).ToArray();
        return new PathTube(
            Step, Array.ConvertAll(middles, m => Math.Max(0, m - half)), Array.ConvertAll(middles, m => Math.Min(0.68, m + half)),
            [.. Enumerable.Repeat(1.0, count)], 0, 0.68);
    }

    private static (double Speed, double Acceleration) Bounds(double[] path) => (
        path.Zip(path.Skip(1), (a, b) => Math.Abs(b - a) / Step).Max(),
        Enumerable.Range(1, path.Length - 2).Max(i => Math.Abs(path[i - 1] - (2 * path[i]) + path[i + 1]) / (Step * Step)));
}
