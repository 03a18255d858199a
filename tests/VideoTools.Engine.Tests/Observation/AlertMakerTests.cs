using VideoTools.Engine.Observation.States;

namespace VideoTools.Engine.Tests.Observation;

public sealed class AlertMakerTests
{
    [Theory]
    [InlineData("LLLL", "")]
    [InlineData("LHHL", "2-6 H")]
    [InlineData("MMLH", "0-4 M;6-8 H")]
    [InlineData("HUH", "0-6 H")]
    [InlineData("HUUUUUUH", "0-2 H;14-16 H")]
    [InlineData("UUUU", "")]
    [InlineData("MHM", "0-6 H")]
    public void Add_LevelsInOrder_GiveAlerts(string levels, string expected) => Assert.Equal(expected, Describe(Run(levels, new AlertOptions())));

    [Theory]
    [InlineData("LUUL", "2-6 U")]
    [InlineData("HUL", "0-2 H;2-4 U")]
    public void Add_IncludeUnknown_TellsOfOutages(string levels, string expected) =>
        Assert.Equal(expected, Describe(Run(levels, new AlertOptions { IncludeUnknown = true })));

    [Fact]
    public void Add_MinimumLevelHigh_LeavesTheModerateOut() =>
        Assert.Equal("2-4 H", Describe(Run("MHM", new AlertOptions { MinimumLevel = AlertLevel.High })));

    [Fact]
    public void Alert_SaysWhatItsFirstWorstSequenceSaid()
    {
        var alert = Assert.Single(Run("MHHM", new AlertOptions()));

        Assert.Equal(("S2", "evidence 2", 4, AlertLevel.High), (alert.State, alert.Reason, alert.SequenceCount, alert.PeakLevel));
        Assert.Equal([2.0, 3.0, 4.0, 5.0], alert.FrameTimes);
    }

    [Fact]
    public void Alert_OfHours_ShowsEightFramesOverItsLength()
    {
        var alert = Assert.Single(Run(new string('H', 2000), new AlertOptions()));

        Assert.Equal((8, 2000), (alert.FrameTimes.Count, alert.SequenceCount));
        Assert.Equal(0, alert.FrameTimes[0]);
        Assert.InRange(alert.FrameTimes[7], 3900, 4000);
    }

    [Fact]
    public void Add_MixedUpOrder_IsRefused()
    {
        var maker = new AlertMaker(new AlertOptions());
        maker.Add(State(3, 'H'));

        Assert.Throws<ArgumentException>(() => maker.Add(State(2, 'H')));
    }

    internal static VideoState State(int index, char level) => new()
    {
        FullName = "/v.mp4",
        SequenceIndex = index,
        StartSeconds = 2 * (index - 1),
        EndSeconds = 2 * index,
        State = "S" + index,
        Evidence = "evidence " + index,
        Level = Level(level),
        RawLevel = Level(level),
        FrameTimes = new ValueList<double>([2.0 * (index - 1), (2.0 * index) - 1]),
    };

    private static AlertLevel Level(char level) => level switch
    {
        'L' => AlertLevel.Low, 'M' => AlertLevel.Moderate, 'H' => AlertLevel.High, _ => AlertLevel.Unknown,
    };

    private static List<VideoAlert> Run(string levels, AlertOptions options)
    {
        var maker = new AlertMaker(options);
        return [.. levels.SelectMany((level, i) => maker.Add(State(i + 1, level))), .. maker.Finish()];
    }

    private static string Describe(List<VideoAlert> alerts) =>
        string.Join(';', alerts.Select(alert => $"{alert.StartSeconds}-{alert.EndSeconds} {alert.Level.ToString()[0]}"));
}
