using VideoTools.Engine.Jobs;

namespace VideoTools.Engine.Tests.Jobs;

public sealed class PartCutterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Cut_OfFiles_HasTheSmallestLargestPartOfAll(int parts)
    {
        var random = new Random(7);
        double[] work = [.. Enumerable.Range(0, 11).Select(_ => (double)random.Next(1, 60))];

        var cut = PartCutter.Cut(work, 1, parts, 1000);

        Assert.Equal(Best(work, 0, parts), cut.Max(part => part.Work), 6);
        Assert.InRange(cut.Count, 1, parts);
        Assert.Equal(cut.OrderByDescending(part => part.Work), cut);
        var next = 0;
        foreach (var part in cut.OrderBy(part => part.First))
        {
            Assert.Equal(next, part.First);
            Assert.Equal(work.Skip(part.First).Take(part.Count).Sum(), part.Work, 6);
            next += part.Count;
        }

        Assert.Equal(work.Length, next);
    }

    [Theory]
    [InlineData(60, 0, 1000, 10)] // 600 s in parts of 60 s
    [InlineData(60, 4, 1000, 4)]
    [InlineData(60, 0, 3, 3)]
    [InlineData(1e9, 0, 1000, 1)]
    [InlineData(0.001, 0, 1000, 100)]
    public void Cut_OfEqualFiles_HasAsManyPartsAsAskedFor(double target, int count, int most, int expected) =>
        Assert.Equal(expected, PartCutter.Cut([.. Enumerable.Repeat(6.0, 100)], target, count, most).Count);

    [Fact]
    public void Cut_OfNothing_IsNothing() => Assert.Empty(PartCutter.Cut([], 60, 0, 10));

    [Fact]
    public void Work_OfFilesOfUnknownLength_FollowsFromTheirSizeByTheRatioOfTheOthers()
    {
        var work = new FileWork();
        work.Add(new ManifestLine { Path = "a", Length = 1000, Seconds = 100, Width = 1920, Height = 1080 });
        work.Add(new ManifestLine { Path = "b", Length = 3000, Seconds = 400, Width = 960, Height = 540 });
        work.Add(new ManifestLine { Path = "c", Length = 2000 });
        work.Add(new ManifestLine { Path = "d" });

        Assert.Equal([100.0, 100, 100, 0.25], work.ToWork());
    }

    // All cuts into at most so many parts.
    private static double Best(double[] work, int first, int parts) => parts == 1
        ? work.Skip(first).Sum()
        : Enumerable.Range(first + 1, work.Length - first - 1)
            .Select(next => Math.Max(work[first..next].Sum(), Best(work, next, parts - 1)))
            .Append(work.Skip(first).Sum()).Min();
}
