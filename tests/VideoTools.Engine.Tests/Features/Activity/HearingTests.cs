using VideoTools.Engine.Features.Activity;

namespace VideoTools.Engine.Tests.Features.Activity;

public sealed class HearingTests
{
    private const int Frame = 512;
    private const double FrameSeconds = 0.032;

    [Fact]
    public void Measure_SpeechOverRoomNoise_HearsTheSpeechOnly()
    {
        // Two seconds at -20 dB, two at -55.
        var hearing = new Hearing(Track([.. Enumerable.Repeat(-20.0, 64), .. Enumerable.Repeat(-55.0, 64)]));

        Assert.Equal(0, hearing.Measure(0, 64 * FrameSeconds).SilentShare);
        Assert.Equal(1, hearing.Measure(64 * FrameSeconds, 128 * FrameSeconds).SilentShare);
        Assert.Equal(0.5, hearing.Measure(0, 128 * FrameSeconds).SilentShare, 6);
        Assert.Equal(-20, hearing.Measure(0, 1).LoudnessDb!.Value, 0.01);
    }

    [Fact]
    public void Measure_NoisyRecording_FollowsItsFloor()
    {
        // Only 22 dB between the speech and the fan: no fixed threshold of -50 would find the pause.
        var hearing = new Hearing(Track([.. Enumerable.Repeat(-20.0, 64), .. Enumerable.Repeat(-42.0, 64)]));

        Assert.InRange(hearing.ThresholdDecibels, -42, -32);
        Assert.Equal(1, hearing.Measure(64 * FrameSeconds, 128 * FrameSeconds).SilentShare);
    }

    [Fact]
    public void Measure_MusicWithDynamics_IsNeverSilent()
    {
        var hearing = new Hearing(Track([.. Enumerable.Range(0, 200).Select(i => -18 + (5 * Math.Sin(i / 9.0)))]));

        Assert.Equal(0, hearing.Measure(0, 200 * FrameSeconds).SilentShare);
    }

    [Fact]
    public void Measure_SteadyNoiseAlone_IsHeard() =>
        Assert.Equal(0, new Hearing(Track([.. Enumerable.Repeat(-50.0, 100)])).Measure(0, 3).SilentShare);

    [Fact]
    public void Measure_BelowMinus60_IsSilentWhateverTheRest()
    {
        var (share, loudness) = new Hearing(Track([.. Enumerable.Repeat(-75.0, 100)])).Measure(0, 3.2);

        Assert.Equal((1, -75), (share, Math.Round(loudness!.Value)));
    }

    [Fact]
    public void Measure_DigitalSilence_HasNoLevel() =>
        Assert.Equal((1.0, null), new Hearing(Track([.. Enumerable.Repeat(double.NegativeInfinity, 10)])).Measure(0, 0.32));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    public void Measure_Pauses_CountFromThreeTenthsOfASecondOn(int pause, int silent)
    {
        var hearing = new Hearing(Track([.. Loud(40), .. Enumerable.Repeat(-90.0, pause), .. Loud(40)]));

        Assert.Equal((double)silent / (80 + pause), hearing.Measure(0, (80 + pause) * FrameSeconds).SilentShare, 5);
    }

    [Fact]
    public void Measure_SoundThatEndsEarly_IsSilentBehind()
    {
        var hearing = new Hearing(Track([.. Loud(50)]));

        Assert.Equal(0.5, hearing.Measure(0, 100 * FrameSeconds).SilentShare, 6);
        Assert.Equal((1.0, null), hearing.Measure(10, 20));
    }

    [Fact]
    public void Measure_PartOfABin_CountsByItsTime()
    {
        var hearing = new Hearing(Track([.. Loud(1)]));

        Assert.Equal(0.75, hearing.Measure(FrameSeconds / 2, FrameSeconds * 2.5).SilentShare, 6);
    }

    private static IEnumerable<double> Loud(int frames) => Enumerable.Repeat(-20.0, frames);

    private static LoudnessTrack Track(double[] decibels) => new()
    {
        Starts = new ValueList<long>(decibels.Select((_, i) => (long)i * Frame)),
        Energies = new ValueList<long>(decibels.Select(d => (long)(Math.Pow(10, d / 10) * Frame * 32768.0 * 32768.0))),
        SampleCounts = new ValueList<long>(decibels.Select(_ => (long)Frame)),
    };
}
