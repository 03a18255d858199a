using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Live;

namespace VideoTools.Engine.Tests.Media.Live;

public sealed class LiveFramesTests
{
    private readonly FramePool _pool = new(6);

    [Fact]
    public void Put_NobodyTakes_KeepsTheNewestThreeAndGivesTheOthersBack()
    {
        var frames = new LiveFrames(2, new LiveClock(TimeProvider.System));
        var buffers = Enumerable.Range(0, 10).Select(i => Put(frames, i, still: false)).ToList();
        var still = Put(frames, 10, still: true);

        Assert.Equal((11L, 7L, 10L), (frames.Received, frames.Dropped, frames.SmallFrames));
        int[] taken = [.. Enumerable.Range(0, 3).Select(_ => Take(frames, 0))];
        Assert.Equal([7, 8, 9], taken);
        Assert.Equal(10, Take(frames, 1));

        // Every buffer is back in the pool, once.
        var rented = Enumerable.Range(0, 11).Select(_ => _pool.Rent()).ToList();
        Assert.Equal(buffers.Append(still).ToHashSet(), rented.ToHashSet());
    }

    [Fact]
    public void Take_TwoStreams_GivesThemInTheOrderOfArrival()
    {
        var frames = new LiveFrames(2, new LiveClock(TimeProvider.System));
        Put(frames, 1, still: true);
        Put(frames, 2, still: false);
        Put(frames, 3, still: true);

        int[] taken = [Take(frames, 1), Take(frames, 0), Take(frames, 1)];

        Assert.Equal([1, 2, 3], taken);
    }

    [Fact]
    public void Take_TimesOfOneStream_GrowEvenWhenTheSourceStepsBack()
    {
        var frames = new LiveFrames(1, new LiveClock(TimeProvider.System));
        var last = long.MinValue;
        foreach (var pts in new[] { 5, 9, 2, 2, 3 })
        {
            Put(frames, pts, still: false);
            Assert.True(frames.Take(out _, out var frame));
            Assert.True(frame.Pts > last);
            last = frame.Pts;
            frame.Release();
        }
    }

    [Fact]
    public async Task Close_WakesWhoWaits()
    {
        var frames = new LiveFrames(1, new LiveClock(TimeProvider.System));
        var waiting = Task.Run(() => frames.Take(out _, out _));
        frames.Close();

        Assert.False(await waiting);
        Put(frames, 1, still: false);
        Assert.False(frames.Take(out _, out _));
        Assert.True(frames.IsSatisfied);
    }

    private static int Take(LiveFrames frames, int stream)
    {
        Assert.True(frames.Take(out var found, out var frame));
        Assert.Equal(stream, found);
        var value = frame.Y[0];
        frame.Release();
        return value;
    }

    private byte[] Put(LiveFrames frames, int number, bool still)
    {
        var buffer = new byte[6];
        buffer[0] = (byte)number;
        var frame = new VideoFrame(buffer, _pool, FrameFormat.Yuv420P, 2, 2, number, number, new Rational(1, 25));
        if (still)
        {
            frames.OnStill(frame, 0);
        }
        else
        {
            frames.OnFrame(frame);
        }

        frame.Release();
        return buffer;
    }
}
