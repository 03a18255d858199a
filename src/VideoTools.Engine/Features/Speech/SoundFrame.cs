namespace VideoTools.Engine.Features.Speech;

/// <summary>32 ms of sound and the probability that it holds speech.</summary>
/// <param name="Samples">512 samples at 16 kHz.</param>
/// <param name="StartSeconds">Time of the first sample in the file.</param>
/// <param name="Voice">Probability of speech, 0 to 1.</param>
internal readonly record struct SoundFrame(short[] Samples, double StartSeconds, float Voice)
{
    /// <summary>Length of a frame in seconds.</summary>
    public const double Seconds = (double)IVoiceActivity.FrameSamples / LogMelSpectrogram.SampleRate;
}
