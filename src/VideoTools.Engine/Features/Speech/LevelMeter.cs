// Method: root mean square of frames of 32 ms, and the loudest of them. Sound whose loudest frame lies below -60 dB of full scale
// cannot be heard beside anything; a 16-bit file of digital silence with dither lies near -93.
// Units: dBFS, where a full-scale square wave has 0. Cost: one multiplication a sample.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Measures the level of frames and keeps that of the loudest: tells silence from sound. Not thread-safe.</summary>
internal sealed class LevelMeter
{
    /// <summary>A file whose loudest frame is below this is silent.</summary>
    public const double SilenceDecibels = -60;

    private const double QuietDecibels = -70;

    /// <summary>Level of the loudest frame so far in dBFS; negative infinity for digital silence.</summary>
    public double LoudestDecibels { get; private set; } = double.NegativeInfinity;

    /// <summary>True when nothing so far can be heard.</summary>
    public bool IsSilent => LoudestDecibels < SilenceDecibels;

    /// <summary>Measures a frame.</summary>
    /// <returns>Its level in dBFS; negative infinity for digital silence.</returns>
    public double Add(ReadOnlySpan<short> samples)
    {
        var decibels = Decibels(samples);
        LoudestDecibels = Math.Max(LoudestDecibels, decibels);
        return decibels;
    }

    /// <summary>True for a frame that is too quiet (below -70 dBFS) for anybody to be heard in it.</summary>
    public static bool IsQuiet(ReadOnlySpan<short> samples) => Decibels(samples) < QuietDecibels;

    /// <summary>Sum of the squares.</summary>
    public static long Energy(ReadOnlySpan<short> samples)
    {
        var sum = 0L;
        foreach (var sample in samples)
        {
            sum += sample * sample;
        }

        return sum;
    }

    /// <summary>Mean square of so many samples, 1 for a full-scale square wave.</summary>
    public static double MeanSquare(double energy, double samples) => energy / (samples * 32768.0 * 32768.0);

    private static double Decibels(ReadOnlySpan<short> samples) =>
        samples.IsEmpty ? double.NegativeInfinity : 10 * Math.Log10(MeanSquare(Energy(samples), samples.Length));
}
