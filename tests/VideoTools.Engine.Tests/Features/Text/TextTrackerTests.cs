using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

/// <summary>The tracker alone, over pictures with a sign on them and readings made up by the test.</summary>
public sealed class TextTrackerTests
{
    private static readonly TextTrackerTuning Tuning = TextTrackerTuning.Default;

    private readonly Scenery _scenery = new();
    private readonly List<(string Text, long Start, long End)> _closed = [];

    private static TextLine Line(string text, double x = 20, double y = 40, double confidence = 0.9, double width = 50) =>
        new(new RotatedBox(x + (width / 2), y + 6, width, 12, 0), text, confidence);

    // Readings at the given frames; the tracker sees every small frame in between.
    private void Track(TextTrackerTuning? tuning, params (int Frame, TextLine[] Lines)[] readings)
    {
        var tracker = new TextTracker((track, end) => _closed.Add((track.Reading.Text, track.StartPts, end)), tuning);
        var from = 0;
        foreach (var (frame, lines) in readings)
        {
            VideoFrame[] frames = [.. Enumerable.Range(from, frame - from + 1).Select(i => _scenery.Small(i))];
            tracker.Process(lines, frames, scale: 1, pictureWidth: 160);
            Array.ForEach(frames, f => f.Release());
            from = frame;
        }

        tracker.Complete(from + 1);
    }

    private void Sign(int first, int end) => _scenery.Signs.Add(new("HELLO", first, end, 20, 40));

    [Fact]
    public void Process_SignThatComesAndGoes_StartsAndEndsWithItsFrames()
    {
        Sign(7, 26);
        Track(null, (0, []), (12, [Line("HELLO")]), (24, [Line("HELLO")]), (36, []));

        Assert.Equal([("HELLO", 7L, 26L)], _closed);
    }

    [Fact]
    public void Process_SignBeforeTheLastReading_IsFollowedBackThroughTheHistory()
    {
        Sign(3, 60);
        (int, TextLine[])[] readings = [(0, []), (10, []), (20, [Line("HELLO")])];
        Track(null, readings);
        Track(Tuning with { HistoryLength = 1 }, readings);

        Assert.Equal([3L, 10L], _closed.Select(c => c.Start));
    }

    [Theory]
    [InlineData(3, 41)]
    [InlineData(0, 10)]
    public void Process_ReadingsMissWhatIsThere_EndItOnlyAfterSeveral(int maximumMissed, long end)
    {
        Sign(0, 100);
        Track(Tuning with { MaximumMissed = maximumMissed }, (0, [Line("HELLO")]), (10, []), (20, []), (30, []), (40, [Line("HELLO")]));

        Assert.Equal(("HELLO", 0L, end), _closed[0]);
        Assert.Equal(maximumMissed == 3 ? 1 : 2, _closed.Count);
    }

    [Fact]
    public void Process_ReadingsDiffer_TheSurestSumStands()
    {
        Sign(0, 100);
        Track(null, (0, [Line("HELL0", confidence: 0.8)]), (10, [Line("HELLO", confidence: 0.6)]), (20, [Line("HELLO", confidence: 0.6)]));

        Assert.Equal([("HELLO", 0L, 21L)], _closed);
    }

    [Fact]
    public void Process_PieceOfATrackedLine_IsNoText()
    {
        Sign(0, 100);
        (int, TextLine[])[] readings = [(0, [Line("HELLO")]), (10, [Line("HELLO"), Line("xyz", x: 50, width: 20)])];
        Track(null, readings);
        Assert.Equal(["HELLO"], _closed.Select(c => c.Text));

        Track(Tuning with { Contained = 1.1 }, readings);
        Assert.Equal(["HELLO", "HELLO", "xyz"], _closed.Select(c => c.Text));
    }

    [Fact]
    public void Process_OtherTextElsewhere_IsATrackOfItsOwn()
    {
        Sign(0, 100);
        Track(null, (0, [Line("HELLO")]), (10, [Line("HELLO"), Line("WORLD", y: 70)]));

        Assert.Equal(["HELLO", "WORLD"], _closed.Select(c => c.Text).Order());
    }

    [Fact]
    public void Process_SameTextFarAway_IsAnotherOne()
    {
        Sign(0, 100);
        (int, TextLine[])[] readings = [(0, [Line("HELLO")]), (25, [Line("HELLO", x: 100, y: 4)])];
        Track(null, readings);
        Track(Tuning with { LargestStep = 1 }, readings);

        Assert.Equal(3, _closed.Count); // two, then one that has moved
    }

    [Fact]
    public void Process_Blink_IsOneText()
    {
        Sign(3, 20);
        Sign(28, 60);
        Track(null, (0, []), (10, [Line("HELLO")]), (24, []), (40, [Line("HELLO")]), (70, []), (95, []));

        Assert.Equal([("HELLO", 3L, 60L)], _closed);
    }

    [Fact]
    public void Process_SameTextAfterAPause_IsAnotherOne()
    {
        Sign(3, 20);
        Sign(60, 90);
        Track(null, (0, []), (10, [Line("HELLO")]), (24, []), (49, []), (74, [Line("HELLO")]), (95, []));

        Assert.Equal([("HELLO", 3L, 20L), ("HELLO", 60L, 90L)], _closed);
    }

    [Fact]
    public void Process_WordsAreAdded_WholeLineFromTheFirstWordOn()
    {
        Sign(5, 90);
        Track(null, (0, []), (10, [Line("HELLO")]), (20, [Line("HELLO you", width: 80)]), (30, [Line("HELLO you all", width: 110)]), (100, []));

        Assert.Equal(("HELLO you all", 5L), (Assert.Single(_closed).Text, _closed[0].Start));
    }

    [Fact]
    public void Process_PieceReadAlone_IsPartOfTheWhole()
    {
        Sign(0, 100);
        Track(null, (0, [Line("HEL", width: 20), Line("LO", x: 45, width: 20)]), (10, [Line("HELLO")]), (20, [Line("HELLO")]));

        Assert.Equal([("HELLO", 0L, 21L)], _closed);
    }
}
