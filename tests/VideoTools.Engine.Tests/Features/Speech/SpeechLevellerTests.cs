using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SpeechLevellerTests
{
    [Fact]
    public void Level_UsualSound_IsLeftAlone()
    {
        var chunk = Tone(-20);

        Assert.Same(chunk.Samples, new SpeechLeveller().Level(chunk).Samples);
    }

    [Theory]
    [InlineData(-45)]
    [InlineData(-60)]
    [InlineData(-70)]
    public void Level_QuietSound_IsRaisedToThirtyBelowFullScale(double decibels)
    {
        var leveller = new SpeechLeveller();
        leveller.Level(Tone(decibels));

        Assert.InRange(Decibels(leveller.Level(Tone(decibels, 1)).Samples), -31.5, -28.5);
    }

    [Fact]
    public void Level_Dither_StaysQuietAndSilent()
    {
        var leveller = new SpeechLeveller();

        Assert.True(Decibels(leveller.Level(Tone(-90)).Samples) < -80);
        Assert.True(leveller.IsSilent);
    }

    [Fact]
    public void Level_LoudAfterQuiet_IsNotClipped()
    {
        var leveller = new SpeechLeveller();
        leveller.Level(Tone(-55));
        var levelled = leveller.Level(Tone(-12, 1)).Samples;

        Assert.Equal(Tone(-12, 1).Samples[512..], levelled[512..]);
    }

    private static SoundChunk Tone(double decibels, double start = 0)
    {
        var amplitude = Math.Pow(10, decibels / 20) * Math.Sqrt(2) * 32768;
        return new SoundChunk([.. Enumerable.Range(0, 16000).Select(i => (short)Math.Round(amplitude * Math.Sin(2 * Math.PI * 440 * i / 16000)))], start);
    }

    private static double Decibels(short[] samples) => 10 * Math.Log10(LevelMeter.MeanSquare(LevelMeter.Energy(samples), samples.Length));
}
