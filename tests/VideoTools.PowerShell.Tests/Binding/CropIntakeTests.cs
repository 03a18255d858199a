namespace VideoTools.PowerShell.Tests.Binding;

/// <summary>What is piped to an export becomes one input a video.</summary>
public sealed class CropIntakeTests
{
    private readonly List<VideoInput> _inputs = [];

    [Fact]
    public void WindowsOfOneFile_AreOneVideo()
    {
        Take(Shot("a", 1), Shot("a", 2), Shot("b", 1));

        Assert.Equal([("a", 2), ("b", 1)], _inputs.Select(input => (input.FullName, input.Shots!.Count)));
    }

    [Fact]
    public void SpeedsOfAFile_GoWithItsWindows_OrStandAlone()
    {
        Take(Speed("a", 2), Shot("a", 1), Speed("a", 1), Speed("b", 3));

        Assert.Equal([("a", 1, 2), ("b", 0, 1)], _inputs.Select(input => (input.FullName, input.Shots?.Count ?? 0, input.Speeds!.Count)));
    }

    [Fact]
    public void Candidates_AreAVideoEach_WithTheSpeedsThatCameBefore()
    {
        Take(Speed("a", 2), Candidate("a", 4), Candidate("a", 9));

        Assert.Equal([4, 9], _inputs.Select(input => Assert.Single(input.Shots!).X));
        Assert.Equal([1, 1], _inputs.Select(input => input.Speeds?.Count ?? 0));
    }

    [Fact]
    public void SpeedsForAll_GoToTheirFiles()
    {
        Take([Speed("b", 2)], "a", "b");

        Assert.Equal([("a", 0), ("b", 1)], _inputs.Select(input => (input.FullName, input.Speeds?.Count ?? 0)));
    }

    [Theory]
    [InlineData("Number=1;Strategy=Balanced;X=4;Y=0;Width=10;Height=20;StartSeconds=1,5", typeof(CropCandidate))]
    [InlineData("Mode=PerScene;Fit=Blur;X=4;Y=0;Width=10;Height=20;SceneIndex=3", typeof(CropShot))]
    [InlineData("Index=1;Activity=0,5;Speed=2,5", typeof(VideoActivity))]
    [InlineData("Name=x;Length=3", null)]
    public void RowsOfACsvFile_AreReadAsWhatTheyAre(string cells, Type? type)
    {
        var record = RecordRows.ReadForCrop(Row("FullName=a;" + cells), out var problem);

        Assert.Equal((type, ""), (record?.GetType(), problem));
    }

    [Fact]
    public void RowThatIsWrong_IsNoRecord_AndSaysWhy()
    {
        Assert.Null(RecordRows.ReadForCrop(Row("FullName=a;Mode=Static;Fit=Crop;X=left;Y=0;Width=10;Height=20"), out var problem));
        Assert.Contains("X", problem, StringComparison.Ordinal);
    }

    private void Take(params object[] items) => Take([], items);

    private void Take(VideoActivity[] speeds, params object[] items)
    {
        var intake = new CropIntake(_inputs.Add, speeds)
        {
            Files = item => [(string)item],
            Refuse = (_, problem) => Assert.Fail(problem),
        };
        Array.ForEach(items, intake.Take);
        intake.Flush();
    }

    private static CropShot Shot(string file, int scene) => new() { FullName = file, SceneIndex = scene, X = 0, Y = 0, Width = 2, Height = 2 };

    private static VideoActivity Speed(string file, double speed) => new() { FullName = file, Index = 1, Speed = speed };

    private static CropCandidate Candidate(string file, int x) =>
        new() { FullName = file, Number = 1, X = x, Y = 0, Width = 2, Height = 2, Strategy = "Balanced" };

    private static Func<string, object?> Row(string cells)
    {
        var row = cells.Split(';').Select(cell => cell.Split('=')).ToDictionary(pair => pair[0], object? (pair) => pair[1]);
        return row.GetValueOrDefault;
    }
}
