using VideoTools.Engine.Media.Encoding;

namespace VideoTools.Engine.Tests.Media.Encoding;

public class TimeMapTests
{
    [Fact]
    public void NoStretches_AreTheIdentity()
    {
        var map = TimeMap.Of([], 12.5);

        Assert.True(map.IsIdentity);
        Assert.Equal((12.5, 3.25), (map.OutputSeconds, map.ToOutput(3.25)));
    }

    [Fact]
    public void Stretches_ShortenWhatTheyCover_AndNothingElse()
    {
        var map = TimeMap.Of([new(2, 4, 2), new(6, 9, 3)], 10);

        Assert.Equal(7, map.OutputSeconds, 9);
        Assert.Equal([1, 2, 2.5, 3, 4, 5, 5.5, 6, 7], new[] { 1.0, 2, 3, 4, 5, 6, 7.5, 9, 10 }.Select(map.ToOutput));
    }

    [Fact]
    public void Neighbours_OfOneSpeed_AreOnePart()
    {
        var map = TimeMap.Of([new(0, 1, 2), new(1, 2, 2), new(2, 3, 1)], 4);

        Assert.Equal([(0.0, 2.0, 2.0), (2, 4, 1)], map.Parts.Select(part => (part.Start, part.End, part.Speed)));
    }

    [Fact]
    public void Overlaps_OutOfOrder_AndBeyondTheEnd_AreCut()
    {
        var map = TimeMap.Of([new(3, 99, 4), new(1, 3.5, 2)], 5);

        Assert.Equal([(0.0, 1.0, 1.0), (1, 3.5, 2), (3.5, 5, 4)], map.Parts.Select(part => (part.Start, part.End, part.Speed)));
    }

    [Theory]
    [InlineData(1.5, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(16, 4)]
    [InlineData(0.25, 2)]
    public void TempoSteps_AreAtMostTwo_AndMakeTheSpeed(double speed, int count)
    {
        var steps = SoundGraph.Steps(speed).ToArray();

        Assert.Equal(count, steps.Length);
        Assert.All(steps, step => Assert.InRange(step, 0.5, 2 + 1e-9));
        Assert.Equal(speed, steps.Aggregate(1.0, (a, b) => a * b), 9);
    }

    [Fact]
    public void PiecewiseTree_OfManyPieces_IsAsDeepAsItsLogarithm()
    {
        var text = Piecewise.Expression("t", [.. Enumerable.Range(0, 1024).Select(i => ((double)i, $"{i}"))]);

        var (depth, most) = text.Aggregate((Depth: 0, Most: 0), (d, c) =>
            c == '(' ? (d.Depth + 1, Math.Max(d.Most, d.Depth + 1)) : c == ')' ? (d.Depth - 1, d.Most) : d);
        Assert.Equal((0, 11), (depth, most));
    }
}
