// Method: root mean square of frames of 32 ms, and the loudest of them. Sound whose loudest frame lies below -60 dB of full scale
// cannot be heard beside anything; a 16-bit file of digital silence with dither lies near -93.
// Units: dBFS, where a full-scale square wave has 0. Cost: one multiplication a sample.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Tells silence from sound.</summary>
internal sealed class LevelMeter
{
    /// <summary>A file whose loudest frame is below this is silent.</summary>
    public const double SilenceDecibels = -60;

    private const double QuietDecibels = -70;
    private static readonly double QuietMeanSquare = Math.Pow(10, QuietDecibels / 10);

    private double _loudest;

    /// <summary>Level of the loudest frame so far in dBFS; negative infinity for digital silence.</summary>
    public double LoudestDecibels => 10 * Math.Log10(_loudest);

    /// <summary>True when nothing so far can be heard.</summary>
    public bool IsSilent => LoudestDecibels < SilenceDecibels;

    /// <summary>Measures a frame.</summary>
    /// <returns>True when it is too quiet (below -70 dBFS) for anybody to be heard in it.</returns>
    public bool Add(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            return true;
        }

        var meanSquare = MeanSquare(Energy(samples), samples.Length);
        _loudest = Math.Max(_loudest, meanSquare);
        return meanSquare < QuietMeanSquare;
    }

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
}
