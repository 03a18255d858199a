using VideoTools.Engine.Features.Frames;

namespace VideoTools.Engine.Tests.Features.Frames;

public class FrameCandidatesTests
{
    private static readonly FrameMeasures Good = new(120, 50, 800, 1);

    [Fact]
    public void Add_HalfASecond_GivesItsBestFrame()
    {
        var candidates = new FrameCandidates(FrameNotes.Limits);
        for (var i = 0; i < 50; i++)
        {
            Add(candidates, i, Good with { Sharpness = i is 7 or 20 or 44 ? 1500 : 800 });
        }

        // Stretches of 12.5 frames; of equals the first.
        Assert.Equal([7, 20, 25, 44], candidates.TakeBefore(long.MaxValue).Select(note => (int)note.Frame));
    }

    [Fact]
    public void Add_FrameThatFailsAGate_IsNoCandidate()
    {
        var candidates = new FrameCandidates(FrameNotes.Limits);
        Add(candidates, 0, Good with { Brightness = 19.9 });
        Add(candidates, 1, Good with { Brightness = 240.1 });
        Add(candidates, 2, Good with { Contrast = 9.9 });
        Add(candidates, 3, Good with { Sharpness = 24.9 });
        Assert.Empty(candidates.TakeBefore(long.MaxValue));

        Add(candidates, 4, new FrameMeasures(20, 10, 25, 0));
        Assert.Single(candidates.TakeBefore(long.MaxValue));
    }

    [Fact]
    public void Add_Break_BeginsAnotherStretch()
    {
        var candidates = new FrameCandidates(FrameNotes.Limits);
        for (var i = 0; i < 12; i++)
        {
            Add(candidates, i, Good, isBreak: i == 6);
        }

        Assert.Equal([0, 6], candidates.TakeBefore(long.MaxValue).Select(note => (int)note.Frame));
    }

    [Fact]
    public void TakeBefore_GivesWhatIsBefore_AndKeepsTheRest()
    {
        var candidates = new FrameCandidates(FrameNotes.Limits);
        for (var i = 0; i < 60; i++)
        {
            Add(candidates, i, Good);
        }

        Assert.Equal([0, 13, 25], candidates.TakeBefore(38).Select(note => (int)note.Frame));
        Assert.Equal([38, 50], candidates.TakeBefore(long.MaxValue).Select(note => (int)note.Frame));
        Assert.Empty(candidates.TakeBefore(long.MaxValue));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_AnyLength_KeepsABoundedNumberEvenlySpread(bool breaksAlways)
    {
        const int Capacity = 64, Frames = 20000;
        var candidates = new FrameCandidates(FrameNotes.Limits, Capacity);
        for (var i = 0; i < Frames; i++)
        {
            Add(candidates, i, Good, breaksAlways);
            Assert.InRange(candidates.Count, 0, Capacity);
        }

        var frames = candidates.TakeBefore(long.MaxValue).Select(note => note.Frame).ToList();
        Assert.InRange(frames.Count, Capacity / 4, Capacity);
        Assert.Equal(frames.Order(), frames);
        Assert.All(Enumerable.Range(0, 8), part => Assert.Contains(frames, frame => frame * 8 / Frames == part));
    }

    private static void Add(FrameCandidates candidates, int index, FrameMeasures measures, bool isBreak = false) =>
        candidates.Add(FramePainter.Flat(32, 32, index, 100), measures, isBreak);
}
