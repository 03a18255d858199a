using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class LevelMeterTests
{
    [Theory]
    [InlineData(0, true, true)]
    [InlineData(1, true, true)]
    [InlineData(20, false, true)]
    [InlineData(40, false, false)]
    [InlineData(32767, false, false)]
    [InlineData(-32768, false, false)]
    public void Add_SquareWave_TellsSilenceFromSound(short amplitude, bool isQuiet, bool isSilent)
    {
        var frame = Enumerable.Repeat(amplitude, 512).ToArray();
        var meter = new LevelMeter();

        Assert.Equal(meter.Add(frame), meter.LoudestDecibels);
        Assert.Equal(isSilent, meter.IsSilent);
        Assert.Equal(isQuiet, LevelMeter.IsQuiet(frame));
    }

    [Fact]
    public void LoudestDecibels_OfSeveralFrames_IsThatOfTheLoudest()
    {
        var meter = new LevelMeter();
        foreach (short amplitude in new short[] { 10, 3000, 20, 0 })
        {
            meter.Add(Enumerable.Repeat(amplitude, 512).ToArray());
        }

        Assert.Equal(20 * Math.Log10(3000 / 32768.0), meter.LoudestDecibels, 1e-9);
    }

    [Fact]
    public void LoudestDecibels_FullScale_IsZero()
    {
        var meter = new LevelMeter();
        meter.Add(new short[] { -32768, -32768 });
        Assert.Equal(0, meter.LoudestDecibels, 1e-9);
    }
}
