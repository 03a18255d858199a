namespace VideoTools.Benchmarks.Speech;

/// <summary>A recording made harder to understand, the same each time.</summary>
internal static class HarderSounds
{
    /// <summary>The recording at a level in dBFS of its RMS, rounded to 16 bits as a file is.</summary>
    public static short[] AtLevel(short[] speech, double decibels) => Scale(speech, Gain(speech, decibels));

    /// <summary>The recording with noise under it, over and over.</summary>
    /// <param name="speech">The recording.</param>
    /// <param name="noise">The noise.</param>
    /// <param name="ratio">Speech to noise in dB, of their RMS.</param>
    public static short[] WithNoise(short[] speech, short[] noise, double ratio)
    {
        var gain = Gain(noise, Decibels(speech) - ratio);
        return [.. speech.Select((sample, i) =>
            (short)Math.Clamp(Math.Round(sample + (noise[i % noise.Length] * gain)), short.MinValue, short.MaxValue))];
    }

    private static short[] Scale(short[] samples, double gain) =>
        Array.ConvertAll(samples, sample => (short)Math.Clamp(Math.Round(sample * gain), short.MinValue, short.MaxValue));

    private static double Gain(short[] samples, double decibels) => Math.Pow(10, (decibels - Decibels(samples)) / 20);

    private static double Decibels(short[] samples) =>
        10 * Math.Log10(samples.Average(sample => (double)sample * sample) / (32768.0 * 32768.0));
}
