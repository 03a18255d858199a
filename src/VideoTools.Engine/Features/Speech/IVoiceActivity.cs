namespace VideoTools.Engine.Features.Speech;

/// <summary>Says how likely it is that there is speech. Remembers what it heard before; not thread-safe.</summary>
internal interface IVoiceActivity
{
    /// <summary>Samples of one frame: 32 ms at 16 kHz.</summary>
    const int FrameSamples = 512;

    /// <summary>Probability of speech in the next frame, 0 to 1.</summary>
    /// <param name="samples">FrameSamples samples, -1 to 1.</param>
    float Next(ReadOnlySpan<float> samples);

    /// <summary>Forgets what it heard.</summary>
    void Reset();
}
