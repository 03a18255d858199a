using System.Globalization;
using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Tests.Features.Crop;

public class CropCandidateSelectorTests
{
    private static readonly AspectRatio Portrait = new(9, 16);
    private static readonly AspectRatio Square = new(1, 1);

    [Fact]
    public void Select_NoPositions_GivesNoCandidates() => Assert.Empty(CropCandidateSelector.Select([], new CandidateOptions()));

    [Fact]
    public void Select_Grid_NumbersCandidatesByFallingScore()
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 5);

        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions());

        Assert.Equal(Enumerable.Range(1, candidates.Count), candidates.Select(c => c.Number));
        Assert.Equal(candidates.Select(c => c.Score).OrderDescending(), candidates.Select(c => c.Score));
        Assert.InRange(candidates.Count, 2, 10);
        Assert.Equal((1466, 270), (candidates[0].X, candidates[0].Y));
        Assert.Equal(100, candidates[0].Score, 9);
        Assert.All(candidates, c => Assert.InRange(c.Score, 0, 100));
    }

    [Fact]
    public void Select_SamePlaceByAllStrategies_IsOneCandidateWithAllReasons()
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 5);

        var best = CropCandidateSelector.Select(positions, new CandidateOptions())[0];

        Assert.All(CropStrategies.All, s => Assert.Contains(s.Name + ": place 1 of 25 (100.0)", best.Reason, StringComparison.Ordinal));
        Assert.Contains("Spatial:Bottom-Right", best.Reason, StringComparison.Ordinal);
        Assert.Equal("Subject Detection", best.Strategy);
    }

    [Fact]
    public void Select_FullScaleCrop_WorksAtCoordinateZero()
    {
        // The replaced system dropped every position at 0 and then died.
        var fake = new FakeCropAnalyzer().Set(0, 0, 9, 9, 9, 9);
        var positions = fake.Analyze(Square, 1, 5);

        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions());

        Assert.Equal(5, positions.Count);
        Assert.NotEmpty(candidates);
        Assert.All(candidates, c => Assert.Equal(0, c.Y));
        Assert.Contains(candidates, c => c.X == 0);
    }

    [Fact]
    public void Select_SinglePosition_GivesItOnceAt50()
    {
        var positions = new FakeCropAnalyzer().Analyze(new AspectRatio(16, 9), 1, 5);

        var candidate = Assert.Single(CropCandidateSelector.Select(positions, new CandidateOptions()));

        Assert.Equal((0, 0, 1920, 1080), (candidate.X, candidate.Y, candidate.Width, candidate.Height));
        Assert.Equal(50, candidate.Score);
        Assert.Contains("Spatial:Center", candidate.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "Spatial:Top-Left")]
    [InlineData(1466, 0, "Spatial:Top-Right")]
    [InlineData(0, 270, "Spatial:Bottom-Left")]
    [InlineData(1466, 270, "Spatial:Bottom-Right")]
    [InlineData(733, 135, "Spatial:Center")]
    public void Select_BestInRegion_RegionIsReachable(int x, int y, string region)
    {
        // 9:16 at 0.75 of 1080p: judged by the crop's corner, the lower regions could not be reached.
        var fake = new FakeCropAnalyzer();
        foreach (var point in CropGrid.Create(1466, 270, 5))
        {
            fake.Set(point.X, point.Y, 1, 1, 1, 1);
        }

        var candidates = CropCandidateSelector.Select(fake.Set(x, y, 9, 9, 9, 9).Analyze(Portrait, 0.75, 5), new CandidateOptions());

        Assert.Contains(region + ":", candidates[0].Reason, StringComparison.Ordinal);
        Assert.Equal((x, y), (candidates[0].X, candidates[0].Y));
    }

    [Theory]
    [InlineData(1920, 1080, 0, 0, "Spatial:Left")]
    [InlineData(1920, 1080, 840, 0, "Spatial:Right")]
    [InlineData(1080, 1920, 0, 0, "Spatial:Top")]
    [InlineData(1080, 1920, 0, 840, "Spatial:Bottom")]
    public void Select_OneAxisMoves_RegionsAreItsTwoSides(int width, int height, int x, int y, string region)
    {
        var fake = new FakeCropAnalyzer { Width = width, Height = height }.Set(x, y, 999, 99999, 999, 999);

        var candidates = CropCandidateSelector.Select(fake.Analyze(Square, 1, 5), new CandidateOptions());

        Assert.Contains(region + ":", candidates[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_WeakRegion_IsNotForcedIn()
    {
        // Everything grows to the lower right: the upper left has score 0.
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 5);

        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions { MaximumCount = 100 });

        var best = candidates[0].Score;
        Assert.DoesNotContain(candidates, c => c.Reason.Contains("Top-Left", StringComparison.Ordinal));
        Assert.All(
            candidates.Where(c => c.Strategy.StartsWith("Spatial:", StringComparison.Ordinal)),
            c => Assert.True(c.Score >= CropCandidateSelector.RegionalShare * best));
    }

    [Fact]
    public void Select_GoodRegionOutsideOfTheTop_IsOffered()
    {
        var fake = new FakeCropAnalyzer();
        foreach (var point in CropGrid.Create(1466, 270, 3))
        {
            fake.Set(point.X, point.Y, 0, 0, 0, 0);
        }

        fake.Set(1466, 270, 10, 10, 10, 10).Set(0, 0, 8, 8, 8, 8);

        var candidates = CropCandidateSelector.Select(fake.Analyze(Portrait, 0.75, 3), new CandidateOptions { TopPerStrategy = 1 });

        Assert.Equal(2, candidates.Count);
        Assert.Equal("Spatial:Top-Left", candidates[1].Strategy);
        Assert.Equal(80, candidates[1].Score, 9);
    }

    [Fact]
    public void Select_FineGrid_OffersNoTwoNearIdenticalCrops()
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 100);
        Assert.Equal(10_000, positions.Count);

        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions());

        Assert.True(candidates.Count > 1);
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.True(Overlap(candidates[i], candidates[j]) < CropCandidateSelector.NearIdenticalOverlap);
            }
        }
    }

    [Fact]
    public void Select_EqualPositions_AreTakenByIndex()
    {
        var fake = new FakeCropAnalyzer();
        foreach (var point in CropGrid.Create(1466, 270, 5))
        {
            fake.Set(point.X, point.Y, 3, 3, 3, 3);
        }

        var positions = fake.Analyze(Portrait, 0.75, 5);
        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions { MaximumCount = 1 });
        var shuffled = CropCandidateSelector.Select([.. positions.Reverse()], new CandidateOptions { MaximumCount = 1 });

        Assert.Equal((0, 0), (candidates[0].X, candidates[0].Y));
        Assert.Equal(candidates, shuffled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Select_MaximumCount_IsKept(int maximum)
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.5, 9);

        Assert.Equal(maximum, CropCandidateSelector.Select(positions, new CandidateOptions { MaximumCount = maximum }).Count);
    }

    [Fact]
    public void Select_NamedStrategy_IsTheOnlyJudge()
    {
        var positions = new FakeCropAnalyzer().Set(733, 135, 86, 2000, 200, 9999).Analyze(Portrait, 0.75, 5);

        var candidates = CropCandidateSelector.Select(positions, new CandidateOptions { Strategies = ["color focus", "Color Focus"] });

        Assert.Equal((733, 135), (candidates[0].X, candidates[0].Y));
        Assert.All(candidates, c => Assert.DoesNotContain("Balanced", c.Reason, StringComparison.Ordinal));
        Assert.All(candidates, c => Assert.True(c.Strategy == "Color Focus" || c.Strategy.StartsWith("Spatial:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Select_SeveralFilesMixed_JudgesEachByItself()
    {
        var loud = new FakeCropAnalyzer { FullName = "/b.mp4" }.Set(1466, 270, 9999, 9999, 9999, 9999).Analyze(Portrait, 0.75, 5);
        var quiet = new FakeCropAnalyzer { FullName = "/a.mp4" }.Analyze(Portrait, 0.75, 5);
        var mixed = loud.Zip(quiet).SelectMany(pair => new[] { pair.First, pair.Second }).ToList();

        var candidates = CropCandidateSelector.Select(mixed, new CandidateOptions());

        var alone = CropCandidateSelector.Select(loud, new CandidateOptions()).Concat(CropCandidateSelector.Select(quiet, new CandidateOptions()));
        Assert.Equal(alone, candidates);
        Assert.Equal("/b.mp4", candidates[0].FullName);
        Assert.Equal(2, candidates.Count(c => c.Number == 1));
    }

    [Fact]
    public void Select_TwoRangesOfAFile_AreTwoGroups()
    {
        var first = new FakeCropAnalyzer { End = TimeSpan.FromSeconds(10) }.Analyze(Portrait, 0.75, 3);
        var second = new FakeCropAnalyzer { Start = TimeSpan.FromSeconds(10) }.Analyze(Portrait, 0.75, 3);

        var candidates = CropCandidateSelector.Select([.. first, .. second], new CandidateOptions { MaximumCount = 2 });

        Assert.Equal([1, 2, 1, 2], candidates.Select(c => c.Number));
        Assert.Equal(
            [(0, 10), (0, 10), (10, 30), (10, 30)],
            candidates.Select(c => ((int)c.Start.TotalSeconds, (int)c.End.TotalSeconds)));
    }

    [Fact]
    public void Select_Candidate_CarriesThePositionsNumbers()
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 5).Select(p => p with { Status = RecordStatus.Truncated }).ToList();

        var candidate = CropCandidateSelector.Select(positions, new CandidateOptions())[0];

        var position = positions[^1];
        Assert.Equal((position.Motion, position.Detail, position.Edges, position.Saturation), (candidate.Motion, candidate.Detail, candidate.Edges, candidate.Saturation));
        Assert.Equal((position.Width, position.Height, position.Status), (candidate.Width, candidate.Height, candidate.Status));
    }

    [Fact]
    public void Select_GermanCulture_WritesTheSameReasons()
    {
        var positions = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 5);
        var expected = CropCandidateSelector.Select(positions, new CandidateOptions());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, CropCandidateSelector.Select(positions, new CandidateOptions()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Select_BadOptionsOrPositions_Throws()
    {
        var position = new FakeCropAnalyzer().Analyze(Portrait, 0.75, 1)[0];

        Assert.Throws<ArgumentOutOfRangeException>(() => CropCandidateSelector.Select([position], new CandidateOptions { MaximumCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => CropCandidateSelector.Select([position], new CandidateOptions { TopPerStrategy = 0 }));
        Assert.Throws<ArgumentException>(() => CropCandidateSelector.Select([position], new CandidateOptions { Strategies = ["Nope"] }));
        Assert.Throws<ArgumentException>(() => CropCandidateSelector.Select([position with { VideoWidth = 0 }], new CandidateOptions()));
        Assert.Throws<ArgumentException>(() => CropCandidateSelector.Select([position with { X = -1 }], new CandidateOptions()));
        Assert.Throws<ArgumentException>(() => CropCandidateSelector.Select([position with { Edges = double.NaN }], new CandidateOptions()));
    }

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(10, 0, 1.0 / 3)]
    [InlineData(20, 0, 0.0)]
    [InlineData(0, 100, 0.0)]
    public void GetOverlap_ShiftedSquare_IsIntersectionOverUnion(int x, int y, double expected)
    {
        var position = new FakeCropAnalyzer { Width = 200, Height = 200 }.Analyze(Square, 0.1, 1)[0] with { X = 0, Y = 0 };

        Assert.Equal(expected, CropCandidateSelector.GetOverlap(position, position with { X = x, Y = y }), 12);
    }

    private static double Overlap(CropCandidate first, CropCandidate second)
    {
        double width = Math.Max(0, Math.Min(first.X, second.X) + first.Width - Math.Max(first.X, second.X));
        double height = Math.Max(0, Math.Min(first.Y, second.Y) + first.Height - Math.Max(first.Y, second.Y));
        return width * height / ((2.0 * first.Width * first.Height) - (width * height));
    }
}
