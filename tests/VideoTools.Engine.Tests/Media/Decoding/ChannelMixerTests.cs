using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class ChannelMixerTests
{
    [Fact]
    public void Mix_SameOnBoth_IsTheSame()
    {
        var mono = Noise(1, 4000);
        var mixed = new ChannelMixer(SoundChannel.Auto).Mix(Both(mono, mono)).ToArray();

        Assert.Equal(mono, mixed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-0.8)]
    public void Mix_ChannelsThatCancel_IsTheLouderOneAfterTheFirstStep(double factor)
    {
        var left = Noise(1, 16000);
        var right = left.Select(s => (short)(s * factor)).ToArray();
        var mixed = new ChannelMixer(SoundChannel.Auto).Mix(Both(left, right)).ToArray();

        Assert.Equal(left[512..], mixed[512..]);
    }

    [Fact]
    public void Mix_UnlikeChannelsAndOneAlone_AreTheMean()
    {
        var (left, right) = (Noise(1, 8000), Noise(2, 8000));
        Assert.Equal(Mean(left, right), new ChannelMixer(SoundChannel.Auto).Mix(Both(left, right)).ToArray());
        Assert.Equal(Mean(left, new short[8000]), new ChannelMixer(SoundChannel.Auto).Mix(Both(left, new short[8000])).ToArray());
    }

    [Fact]
    public void Mix_InPiecesOfAnyLength_CancelledSoundStaysAudible()
    {
        var left = Noise(1, 16000);
        var both = Both(left, [.. left.Select(s => (short)-s)]);
        var mixer = new ChannelMixer(SoundChannel.Auto);
        var mixed = new List<short>();
        for (var at = 0; at < both.Length; at += 2 * 333)
        {
            mixed.AddRange(mixer.Mix(both.AsSpan(at, Math.Min(2 * 333, both.Length - at))));
        }

        Assert.Equal(left[1024..], mixed[1024..]);
    }

    [Fact]
    public void Mix_NamedChannel_IsThatOne()
    {
        var (left, right) = (Noise(1, 2000), Noise(2, 2000));

        Assert.Equal(left, new ChannelMixer(SoundChannel.Left).Mix(Both(left, right)).ToArray());
        Assert.Equal(right, new ChannelMixer(SoundChannel.Right).Mix(Both(left, right)).ToArray());
        Assert.All(new ChannelMixer(SoundChannel.Mix).Mix(Both(left, [.. left.Select(s => (short)-s)])).ToArray(), s => Assert.Equal(0, s));
    }

    private static short[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (short)random.Next(-8000, 8000))];
    }

    private static short[] Both(short[] left, short[] right) => [.. left.Zip(right).SelectMany(pair => new[] { pair.First, pair.Second })];

    private static short[] Mean(short[] left, short[] right) => [.. left.Zip(right, (l, r) => (short)MathF.Round((0.5f * l) + (0.5f * r)))];
}
