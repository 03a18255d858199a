using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SoundFramerTests
{
    private readonly List<(short[] Samples, double Start)> _frames = [];
    private int _gaps;

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(5000)]
    public void Add_AnyBlockLength_GivesTheSameFrames(int block)
    {
        var framer = new SoundFramer((s, t) => _frames.Add((s, t)), () => _gaps++);
        var samples = Enumerable.Range(0, 5000).Select(i => (short)i).ToArray();
        for (var at = 0; at < samples.Length; at += block)
        {
            framer.Add(new SoundChunk(samples[at..Math.Min(samples.Length, at + block)], 2 + (at / 16_000.0)));
        }

        framer.Flush();
        Assert.Equal(0, _gaps);
        Assert.Equal(10, _frames.Count);
        Assert.Equal(samples, _frames.SelectMany(f => f.Samples).Take(5000));
        Assert.All(_frames.Select((f, i) => (f, i)), x => Assert.Equal(2 + (x.i * 0.032), x.f.Start, 1e-9));
    }

    [Fact]
    public void Add_JumpInTime_FillsTheFrameAndSaysSo()
    {
        var framer = new SoundFramer((s, t) => _frames.Add((s, t)), () => _gaps++);
        framer.Add(new SoundChunk(new short[600], 0));
        framer.Add(new SoundChunk(new short[512], 10));
        Assert.Equal(1, _gaps);
        Assert.Equal([0, 0.032, 10], _frames.Select(f => f.Start));
    }

    [Fact]
    public void Add_SmallDrift_IsNoGap()
    {
        var framer = new SoundFramer((s, t) => _frames.Add((s, t)), () => _gaps++);
        framer.Add(new SoundChunk(new short[512], 0));
        framer.Add(new SoundChunk(new short[512], 0.05));
        Assert.Equal(0, _gaps);
        Assert.Equal(0.05, _frames[1].Start);
    }
}
