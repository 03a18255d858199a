// Method: quiet sound is raised (SpeechLeveller), a frame that is below -70 dBFS all the same holds no voice and is not given to the
// network; then Silero's voice activity, then windows. Units: 16 kHz. Cost: 0.15 ms per 32 ms of audible sound.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Finds the speech in sound as it arrives. Not thread-safe.</summary>
internal sealed class SpeechListener
{
    // After that much quiet the network starts afresh, so that it does not matter what it heard before.
    private const int QuietFramesToForget = 32;

    private readonly IVoiceActivity _voice;
    private readonly SpeechWindower _windower;
    private readonly SoundFramer _framer;
    private readonly SpeechLeveller _leveller = new();
    private readonly float[] _samples = new float[IVoiceActivity.FrameSamples];
    private int _quiet;

    /// <summary>Creates a listener.</summary>
    /// <param name="voice">Voice activity.</param>
    /// <param name="window">Takes the windows, in order of time.</param>
    public SpeechListener(IVoiceActivity voice, Action<SpeechWindow> window)
    {
        _voice = voice;
        _windower = new SpeechWindower(window);
        _framer = new SoundFramer(Listen, _windower.Flush);
    }

    /// <summary>True when nothing so far can be heard.</summary>
    public bool IsSilent => _leveller.IsSilent;

    /// <summary>Seconds of speech so far.</summary>
    public double VoicedSeconds => _windower.VoicedSeconds;

    /// <summary>Takes the next sound.</summary>
    public void Add(SoundChunk chunk) => _framer.Add(_leveller.Level(chunk));

    /// <summary>Hands over the last window.</summary>
    public void Complete()
    {
        _framer.Flush();
        _windower.Flush();
    }

    private void Listen(short[] samples, double start)
    {
        _windower.Add(new SoundFrame(samples, start, LevelMeter.IsQuiet(samples) ? Quiet() : Voice(samples)));
    }

    private float Quiet()
    {
        if (++_quiet == QuietFramesToForget)
        {
            _voice.Reset();
        }

        return 0;
    }

    private float Voice(short[] samples)
    {
        _quiet = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            _samples[i] = samples[i] / 32768f;
        }

        return _voice.Next(_samples);
    }
}
