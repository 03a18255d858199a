namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextAnalyzerTests
{
    [Fact]
    public void Smart_OneOverlay_IsOneRecordWithItsExactFrames()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("WAIT FOR IT", 33, 118, 20, 70));

        var record = Assert.Single(scenery.Run(200).Records);

        Assert.Equal(("WAIT FOR IT", TextZone.Bottom), (record.Text, record.Zone));
        Assert.Equal((33 / 25.0, 118 / 25.0), (record.StartSeconds, record.EndSeconds));
        Assert.Equal(TimeSpan.FromSeconds(33 / 25.0), record.Start);
        Assert.Equal((20, 70, 50, 12), (record.X, record.Y, record.Width, record.Height));
        Assert.Equal("20;70;70;70;70;82;20;82", record.Quad.ToString());
        Assert.False(record.IsMoving);
    }

    [Fact]
    public void Smart_NothingChanges_ReadsOnce()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("ALWAYS", 0, 1000, 20, 10));

        var record = Assert.Single(scenery.Run(500).Records);

        Assert.Single(scenery.FramesRead);
        Assert.Equal((0.0, 20.0), (record.StartSeconds, record.EndSeconds));
        Assert.Equal(1, record.FramesRead);
        Assert.Equal(TextZone.Top, record.Zone);
    }

    [Fact]
    public void Smart_MovingPicture_StillFindsExactFrames()
    {
        var scenery = new Scenery { Pan = 3 };
        scenery.Signs.Add(new("CAPTION", 130, 190, 40, 40));

        var (records, analyzer) = scenery.Run(300);

        var record = Assert.Single(records);
        Assert.InRange(record.StartSeconds, 129 / 25.0, 131 / 25.0);
        Assert.InRange(record.EndSeconds, 189 / 25.0, 191 / 25.0);
        Assert.Equal(analyzer.ReadTimes.Count, scenery.FramesRead.Count);
        Assert.True(scenery.FramesRead.Count < 300 / 6, "an eighth of a second between two readings would be every large frame");
    }

    [Fact]
    public void Smart_CaptionsWithoutAGap_AreSeparateRecords()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("first words", 10, 60, 30, 70));
        scenery.Signs.Add(new("now others", 60, 110, 30, 70));
        scenery.Signs.Add(new("last third", 110, 150, 30, 70));

        var records = scenery.Run(200).Records;

        Assert.Equal([("first words", 0.4, 2.4), ("now others", 2.4, 4.4), ("last third", 4.4, 6.0)],
            records.Select(r => (r.Text, r.StartSeconds, r.EndSeconds)));
        Assert.Equal([1, 2, 3], records.Select(r => r.Index));
    }

    [Fact]
    public void Smart_MovingText_IsOneRecord()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("ticker", 20, 80, 5, 40, SpeedX: 1));

        var record = Assert.Single(scenery.Run(120).Records);

        Assert.True(record.IsMoving);
        Assert.Equal((0.8, 3.2), (record.StartSeconds, record.EndSeconds));
    }

    [Fact]
    public void Interval_BlindReadings_DoNotBreakTheRecord()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("steady", 10, 110, 30, 30));
        scenery.Blind.UnionWith([50, 75]);

        var record = Assert.Single(scenery.Run(150, new TextOptions { Sampling = TextSampling.Interval, Interval = 1 }).Records);

        Assert.Equal((0.4, 4.4), (record.StartSeconds, record.EndSeconds));
    }

    [Fact]
    public void Interval_Misreading_IsOutvoted()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("1st place", 0, 100, 30, 30));
        scenery.Misread.Add(0, "lst place");

        var record = Assert.Single(scenery.Run(100, new TextOptions { Sampling = TextSampling.Interval, Interval = 1 }).Records);

        Assert.Equal("1st place", record.Text);
        Assert.Equal(4, record.ReadCount);
    }

    [Fact]
    public void All_EveryFrame_IsRead()
    {
        var scenery = new Scenery();
        scenery.Run(30, new TextOptions { Sampling = TextSampling.All });

        Assert.Equal(30, scenery.FramesRead.Count);
    }

    [Fact]
    public void MinimumConfidence_SurerThanTheReading_LeavesItOut()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("hello there", 0, 100, 30, 30));

        Assert.Empty(scenery.Run(100, new TextOptions { MinimumConfidence = 0.97 }).Records);
    }

    [Fact]
    public void TwoTextsAtOnce_GiveTwoRecordsInTheOrderTheyGo()
    {
        var scenery = new Scenery();
        scenery.Signs.Add(new("stays longer", 10, 120, 30, 10));
        scenery.Signs.Add(new("goes first", 10, 60, 30, 70));

        Assert.Equal(["goes first", "stays longer"], scenery.Run(150).Records.Select(r => r.Text));
    }
}
