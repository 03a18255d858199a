using System.Management.Automation;

namespace VideoTools.PowerShell.Tests.Binding;

/// <summary>What is piped to an export becomes one input a video.</summary>
public sealed class CropIntakeTests
{
    private readonly List<VideoInput> _inputs = [];
    private readonly List<string> _refused = [];

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

    [Fact]
    public void RowsOfACsvFile_AreReadAsWhatTheyAre()
    {
        Take(
            Row(("FullName", "a"), ("Number", "1"), ("Strategy", "Balanced"), ("X", "4"), ("Y", "0"), ("Width", "10"), ("Height", "20"), ("StartSeconds", "1,5")),
            Row(("FullName", "b"), ("Mode", "PerScene"), ("Fit", "Blur"), ("X", "4"), ("Y", "0"), ("Width", "10"), ("Height", "20"), ("SceneIndex", "3")),
            Row(("FullName", "c"), ("Index", "1"), ("Activity", "0,5"), ("Speed", "2,5")));

        Assert.Equal(["a", "b", "c"], _inputs.Select(input => input.FullName));
        Assert.Equal(1.5, _inputs[0].Shots![0].StartSeconds);
        Assert.Equal((CropFit.Blur, 3), (_inputs[1].Shots![0].Fit, _inputs[1].Shots![0].SceneIndex));
        Assert.Equal(2.5, _inputs[2].Speeds![0].Speed);
        Assert.Empty(_refused);
    }

    [Fact]
    public void RowThatIsWrong_IsRefused_AndTheOthersGoOn()
    {
        Take(Row(("FullName", "a"), ("Mode", "Static"), ("Fit", "Crop"), ("X", "left"), ("Y", "0"), ("Width", "10"), ("Height", "20")), Shot("b", 1));

        Assert.Contains("X", Assert.Single(_refused), StringComparison.Ordinal);
        Assert.Equal("b", Assert.Single(_inputs).FullName);
    }

    private void Take(params object[] items) => Take([], items);

    private void Take(VideoActivity[] speeds, params object[] items)
    {
        var intake = new CropIntake(_inputs.Add, speeds)
        {
            Files = item => [(string)item],
            Refuse = (_, problem) => _refused.Add(problem),
        };
        Array.ForEach(items, intake.Take);
        intake.Flush();
    }

    private static CropShot Shot(string file, int scene) => new() { FullName = file, SceneIndex = scene, X = 0, Y = 0, Width = 2, Height = 2 };

    private static VideoActivity Speed(string file, double speed) => new() { FullName = file, Index = 1, Speed = speed };

    private static CropCandidate Candidate(string file, int x) =>
        new() { FullName = file, Number = 1, X = x, Y = 0, Width = 2, Height = 2, Strategy = "Balanced" };

    private static PSObject Row(params (string Name, string Value)[] cells)
    {
        var row = new PSObject();
        Array.ForEach(cells, cell => row.Properties.Add(new PSNoteProperty(cell.Name, cell.Value)));
        return row;
    }
}
